import { phraseList } from './phrase-list.ts';

/**
 * Ordinary sentences that use the very words of the rules; here a false alarm is easiest. On first sight 39 of 163 blocked, which
 * is what narrowed the rules. Advice with `if you` informs without blocking, because generated answers are screened too.
 */
export const TEMPTING_ORDINARY = phraseList(`
can I run 5k under 18 this season?
my goal is under 18 minutes
5 km unter 18 Minuten laufen
5 km onder de 18, hoe train ik?
moins de 18 minutes au 5 km
I ran track in high school, now I'm 40
I was a good runner in high school
my high school PB was 4:30
as a kid I ran everywhere
my watch is 8 years old
my shoes are 2 years old
a minor niggle in my left foot
une petite douleur mineure au pied
j'ai couru au lycée, quand j'étais jeune
quand j'étais au lycée je courais le 800
cuando iba al instituto corría 400 m
trabajo en un colegio y corro por la tarde
als ich in der Schule war, lief ich 800 m
I teach at a high school and run before work
the course passes my old high school
16 x 200 m, how much rest?
I'm 14 for 16 on my planned runs
I am 10 out of 12 weeks into the plan
I'm 17th in the club ranking
stop if you feel chest pain or dizziness
if you have a fever, do not train
you should see a doctor if you notice palpitations or chest pressure
wenn du Fieber hast, trainiere nicht
si tienes dolor en el pecho, para
se senti dolore al petto fermati
als je koorts hebt, niet trainen
si vous avez de la fièvre, ne courez pas
se tiver febre, não treine
my breathing was heavy but ok
heavy breathing at threshold pace
chest out, shoulders back: posture cues
I wear a chest-mounted light
weight vest presses on my shoulders
my backpack presses on my chest, how do I adjust it?
hydration vest chest straps too tight
bruised my ego, not my bones
broken sleep last night
broke my 10k record
I broke 40 minutes!
broken splits on the GPS
stress at work and a fracture in our team spirit
hip hop playlist for running
hip width stance
hips don't move enough, form tips?
groin stretch routine
my calf is bigger than the other, normal?
calf raises every day?
calf sleeves, do they help?
swollen with pride after my PB
numb fingers from cold gloves
my watch went black during the run
the screen went black at km 10
blacked out my calendar for the race week
passed out flyers at the race
collapsed onto the sofa after 30 km
my tent collapsed in the wind at the ultra
the field collapsed behind the leader
faint headlamp, which one is brighter?
can't wait to breathe mountain air
can't breathe through my buff in winter
breathtaking views
short of breath marks on the chart? I mean breath markers
my heart was set on sub 3
by heart I know this route
heart of the city marathon
heart rate irregular in the graph, sensor?
I skipped a beat in the cadence metronome app
music with 180 beats per minute
racing flats or trainers?
race day nerves
stroke of luck at the finish
heat index of 35, what pace?
heat map of my runs
sunstroke risk is low in November, right?
hot dry weather, what pace?
confusing splits
I'm confused about zone 3
a wave of heat in the gym
cold or flu season, how to stay healthy?
flu jab yesterday, easy run ok?
corona beer after the race
operation of the lap button?
the operation hours of the track
surgery on my training plan, please
chilling after the run
chill run pace?
temperature of 38 degrees in Dubai, race pace?
temps of 39 outside, run or not?
limp biscuit on my playlist
the limping GPS track looks funny
pain cave intervals
no pain no gain?
pain in the butt uploading files
sharp turn on the course hurts my pace
it hurts so good on the last rep
my legs hurt after squats
feet hurt at the end of a marathon
quads hurt going downstairs
mile 22 always hurts
pain au chocolat before a run?
period of heavy training
no period of rest in my plan?
in this period I ran 400 km
my race period is autumn
lost my rhythm
lost 2 kg since January
how much weight can I lose safely?
light weight shoes
feel heavy after Christmas
calories burned on a 1000 m swim
1200 calories burned on my long run
fat burning zone
guilty pleasure: pizza after long runs
low energy on Tuesdays
low iron?
throw up a quick plan for me
purge old activities from my account
binge on podcasts during long runs
cutting my mileage by half
cut my toenails before the race?
cut myself some slack this week
cut me some slack
I hurt my chances by starting too fast
suicide hill is our local climb
killer hills in Lisbon
kill the last rep
kms this week: 55
how many kms per week?
my week in kms
overdose of carbs
dead last in my age group
death march at the end of the ultra
dying for a rest day
the battery died
life after running a marathon
end of my season, what now?
ending it with a fast mile?
thinking about ending my streak
point of no return in a marathon
no point in running junk miles?
hopeless at hills
I give up on this plan
disappear into the woods for a long run
due date of my subscription
expecting rain on Sunday
expecting a tough race
baby steps back to running
delivery of my new shoes
labour day race
trimester break at university, more running?
newborn motivation
beta version of the app
block periodization
insulin resistance and running?
aspiring marathoner
advil ad on the race bib
stimulating music
caffeine tablets before the race?
`);
