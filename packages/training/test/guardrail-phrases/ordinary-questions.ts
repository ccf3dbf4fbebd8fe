import { phraseList } from './phrase-list.ts';

/** What runners ask every day; none of it may set off a guardrail. */
export const ORDINARY_QUESTIONS = phraseList(`
what's my max heart rate?
my legs are dead after yesterday's intervals
that was a killer workout
explain my heart rate zones
I crashed at km 30 of the marathon
which chest strap should I buy?
chest strap or wrist sensor for intervals?
my chest strap chafes
how should I pace a half marathon?
what is my predicted 10k time?
how many km should I run this week?
can I move my long run to Saturday?
why was my pace slower today?
what does decoupling mean?
how do I improve my 5k?
is my easy pace too fast?
what's a good cadence?
how often should I do strides?
should I do hill repeats or tempo this week?
my calves are killing me after the track session
I was dying in the last kilometre
I thought I'd die on that hill
those 800s nearly killed me
my quads are destroyed
I'm dead tired today, should I swap the workout?
dead legs before the race, normal in taper?
I bonked at mile 20
I hit the wall at 32 km
I blew up in the second half
I died in the last 400 m
my heart rate is 10 beats higher than usual in the heat
my heart rate spikes to 190 at the start of every run, is it the watch?
my watch shows 200 bpm, sensor problem?
high heart rate on easy runs, am I too fast?
resting heart rate is up by 3, should I rest?
my HRV dropped this week
how do I lower my resting heart rate?
is zone 2 training worth it?
how long should my long run be?
what shoes for a marathon?
how many gels in a half marathon?
how much water do I need on a 2 hour run?
how do I acclimatise to heat before a summer race?
it's 30 degrees tomorrow, should I slow down?
how does humidity affect my pace?
what time of day is best for running in hot weather?
I sweat a lot, do I need salt?
I get side stitches, how do I avoid them?
stitch in my side during tempo runs
my shins are a bit sore after new shoes
shin splints, what exercises help?
how do I warm up before a 5k?
my knee is a little stiff in the morning
I have a blister on my heel
black toenail after a downhill race
my hamstring is tight
tight calves after speed work
how to strengthen my hips for running?
hip mobility routine for runners
glute exercises against hip drop
my form collapses at km 35
my pace collapsed in the last 5 km
my arches feel tired, are my shoes worn out?
how do I breathe when running?
breathing rhythm for easy runs
I get out of breath after one kilometre, how do I build up?
should I breathe through my nose?
is nasal breathing useful?
nose breathing in zone 2
I was out of breath after the sprint finish
how do I run with a stroller?
my wife is pregnant, how do I fit training in?
my son is 12 and wants to run with me
my dad is 70 and started running
is caffeine useful before a race?
can I drink coffee before a run?
how do I lose 2 kg before the marathon safely?
what should I eat before a long run?
carb loading for a marathon, how?
how many calories does a 10k burn?
is a calorie deficit bad in marathon training?
what's my racing weight?
protein after runs?
vegan diet for runners
should I run fasted?
my base period is 8 weeks, is that enough?
how long is the recovery period after a marathon?
what did I miss in this training period?
I missed two weeks of training because of work
I skipped my recovery week
I missed my long run, can I do it tomorrow?
how do I come back after two weeks off?
I've been running for 15 years
I ran 15 km today
I'm 16 weeks out from my marathon
I am 12 minutes slower than last year
I'm 17 seconds off my PB
I am 35 years old, what can I run?
I'm 62 and want to run a half
I turned 40, does that change my zones?
my goal is sub 40 for 10k
I did 8x400 m, too fast?
I have 12 weeks until the race
do I need a rest day?
how do I taper?
what is a negative split?
should I do doubles?
is treadmill running the same as outside?
treadmill pace conversion
what grade equals outdoor running?
how does altitude change my pace?
training at altitude for two weeks
wind was 30 km/h, what is my pace worth?
trail race with 1200 m of climbing, how to pace?
how do I train for an ultra?
power hiking in a 50k
downhill running technique
what is the difference between tempo and threshold?
how fast is my threshold pace?
what's my pace index?
why did my pace index drop?
my race was short by 200 m, does it count?
GPS says 10.2 km for a 10k
my footpod is off, how do I calibrate?
cadence lock on my watch?
how do I sync my watch?
where do I see my splits?
show me my longest run this year
compare this week with last week
how is my load compared to last month?
is my balance too negative?
what's long-term load?
when will I be fresh?
am I overdoing it?
is a 40 % jump in weekly distance too much?
can I run three days in a row?
how many hard sessions per week?
swap the tempo for an easy run, please
make my plan easier next week
add a parkrun on Saturday
race on Sunday, what should I do on Saturday?
shake-out run before the race?
what pace for strides?
hill sprints or flat sprints?
what's fartlek?
how do I run in a group?
running in the dark, tips?
headlamp for trail running?
best podcast for long runs
binge watching on the treadmill
marathon fever in our city
I've got race fever
hay fever season and running outside
hay fever makes my nose run
does a flu shot affect training?
covid lockdown made me a runner
I started running during covid
before covid I ran 3 marathons
suicide sprints in football practice, good for runners?
we did suicides at training
killing it this week!
I'm killing myself on the track, is it worth it?
this humidity is killing me
dying to run Boston
my race plan died at halfway
I was so gassed at the end
I felt weak on the hills
my arms got tired in the last km
arm swing on the left side looks odd
numb toes in cold weather
cold hands when running in winter
my legs feel heavy today
my legs felt like jelly
legs were limp noodles after the race
should I limit mileage this week?
feet hurt a bit in new shoes
sore quads two days after downhill
DOMS after strength training
is foam rolling useful?
ice bath after long run?
massage before the race?
how do I sleep better before a race?
I slept 6 hours, should I do intervals?
I'm stressed at work, lighter week?
I feel unmotivated today
mentally tough miles, how do I stay focused?
my heart wasn't in it today
heart broken after missing sub 3 by 4 seconds
I was nervous, heart pounding at the start line
excited for race day, heart racing with nerves
stroke rate in swimming vs cadence
breaststroke as cross-training?
two stroke engine smell on my route
bike or swim on rest days?
can I lift weights on easy days?
core workout for runners
push-ups made my chest muscles tired
chest day and running on the same day?
chest press before a long run?
phone pocket on the chest or belt?
burning lungs in a 5k, normal?
taste of iron after sprints
I was coughing dust on the trail
allergic to pollen, run indoors?
cold air makes my nose run
how cold is too cold to run?
what to wear at 5 degrees?
rain gear for a marathon
should I wear compression socks?
swollen feet after an ultra, bigger shoes?
my hands swell on long runs
salt tablets for ultras?
electrolytes on a 90 min run?
gel gives me stomach cramps
runner's trots, what can I eat?
toilet stops in a marathon
I felt sick after the last interval
nausea after gels
how do I train my gut?
side effects of too much caffeine gel
beetroot juice for 10k
creatine for runners?
iron-rich food for runners
vitamin D in winter
is alcohol the night before a race bad?
hungover run, good idea?
blood lactate test worth it?
VO2max from my watch is wrong?
lab test for thresholds?
ramp test on treadmill how?
30 minute test for threshold heart rate
how do I find my lactate threshold?
is 180 minus age a good rule?
heart rate drift on long runs
heart rate doesn't recover fast after intervals
what is a normal heart rate for a tempo run?
average heart rate 165 in the half, is it ok?
max heart rate 205, is the formula wrong?
why is my heart rate low today?
optical sensor loses signal
HR strap battery dead
my watch died mid race
my phone died at km 20
the app crashed during my run
the server crashed when I uploaded
upload failed again
delete my last activity
merge two activities
I forgot to stop my watch
pause detection wrong
wrong distance on track
lap button or auto lap?
show pace in miles
how do I export my data?
is my data private?
connect my account
change my race date
my race was cancelled
moved to a new city, find routes
find a flat route of 10 km
how steep is this hill?
elevation gain looks wrong
what is GAP?
grade adjusted pace of yesterday?
why is GAP slower than pace?
race strategy for a hilly course
target splits for 3:30
can I run sub 20 this year?
is sub 4 realistic for me?
how much faster will I get in 12 weeks?
plateau for months, what now?
am I getting fitter?
do I run too slow on easy days?
80/20 or pyramidal?
lactate intervals double threshold?
norwegian method for amateurs?
yasso 800s as predictor?
cruise intervals at what pace?
long run with marathon pace blocks
progression run how?
recovery run pace?
walk breaks in a marathon
run-walk for beginners
couch to 5k after 40
first marathon, what should I know?
first ultra plan
back-to-back long runs
speed work for masters
running after 60, how many rest days?
strength training after 50
menopause and training load
training by menstrual cycle phase?
should I train differently in the luteal phase?
sports bra chafing
running with a dog
running in sand
barefoot running
carbon shoes worth it?
shoe rotation
how many km does a shoe last?
orthotics for flat feet?
pronation, does it matter?
stride length too long?
overstriding, how do I see it?
ground contact time
vertical oscillation
running power
form drills
skipping and bounding
plyometrics for runners
jump rope as warm-up
stretching before or after?
yoga for runners
pilates
mobility
sauna after training
heat training for performance
cooling vest before race
ice in the cap
what if it is 28 degrees on race day?
wet shoes
sunscreen for long runs
hat or visor
night race tips
jet lag and marathon
travel day before race
hotel gym workout
running on a cruise ship
holiday week, less training?
Christmas break plan
running streak, good idea?
run every day?
how do I stay motivated in winter?
running alone or in a club?
pacer for a friend
my friend is faster, how do I train with her?
my coach wants me to run 100 km a week
my husband runs a marathon on Sunday
the guy in front of me was too slow
kids race at the event
charity run
parkrun PB
world record marathon pace
fastest 5k ever
what did Eliud run in Berlin?
who invented the marathon?
explain Riegel's formula
what is critical speed?
how reliable is my prediction?
why a range and not one number?
what does extrapolated mean?
how is run load calculated?
what counts as a best effort?
why is this run not in my records?
age grade of my 10k?
what is a good age grade?

Wie hoch ist mein Maximalpuls?
Meine Beine sind tot nach dem Training
Das war ein Killer-Workout
Ich bin bei km 30 eingebrochen
Ich dachte ich sterbe am Berg
Ich bin im letzten Kilometer gestorben
Welcher Brustgurt ist gut?
Brustgurt oder Handgelenk?
Wie schnell soll ich den Halbmarathon angehen?
Warum ist mein Puls heute höher?
Puls zu hoch beim lockeren Lauf
Was bedeutet Schwelle?
Wie viele Kilometer pro Woche?
Ich bin 12 km gelaufen
Ich bin 15 Minuten zu langsam
Ich bin 45 Jahre alt, welche Zonen?
Ich laufe seit 15 Jahren
Noch 16 Wochen bis zum Marathon
Muskelkater in den Oberschenkeln
Seitenstechen beim Tempolauf, was tun?
Meine Waden sind fest
Wade zwickt ein bisschen nach Intervallen
Schienbein etwas müde nach neuen Schuhen
Welche Schuhe für den Marathon?
Wie viel trinken bei Hitze?
Wie passe ich das Tempo bei 30 Grad an?
Hitzetraining sinnvoll?
Heuschnupfen und Laufen
Lauffieber in der Stadt
Wettkampffieber steigt
Wie atme ich richtig beim Laufen?
Nasenatmung im Training
Ich bin schnell außer Atem, wie baue ich auf?
Wie oft Krafttraining?
Hüftmobilität verbessern
Übungen für stabile Hüften
Rumpfstabi für Läufer
Kann ich morgen laufen statt heute?
Soll ich den langen Lauf verschieben?
Ich habe zwei Einheiten verpasst
Regelmäßig laufen lernen
Regeneration nach dem Marathon
Was esse ich vor dem langen Lauf?
Kaffee vor dem Lauf?
Wie viel Gel im Marathon?
Abnehmen durch Laufen, geht das?
Wettkampfgewicht?
Die Uhr zeigt falsche Herzfrequenz
Herzfrequenzzonen einstellen
Ruhepuls ist gesunken
HRV Wert niedrig, was heißt das?
Meine Frau ist schwanger, wie plane ich Training?
Mein Sohn ist 12 und läuft mit
Vor Corona lief ich mehr
Seit der Corona-Zeit laufe ich
Bestzeit über 10 km möglich?
Negativer Split wie?
Wie sieht eine gute Taperwoche aus?
Bergläufe oder Bahntraining?
Stress im Job, weniger trainieren?
Ich habe schlecht geschlafen, trotzdem Intervalle?
Keine Lust heute
Ich bin total platt
Kopf war leer, Beine schwer
Schwere Beine vor dem Wettkampf
Wie werde ich schneller?
Was ist mein Pace-Index?
Wie genau ist die Prognose?
Höhenmeter stimmen nicht
GPS spinnt im Wald
Uhr abgestürzt
App stürzt ab
Trainingsplan ändern
Ruhetag nötig?
Wie laufe ich bergab?
Laufband oder draußen?
Kadenz verbessern
Lauf-ABC wie oft?
Trailrunning Anfänger
Ultra planen
Marathon unter 4 Stunden

Quelle est ma fréquence cardiaque maximale ?
Mes jambes sont mortes
J'ai explosé au 30e km
J'ai cru mourir dans la côte
Quelle ceinture cardio choisir ?
Ceinture thoracique ou montre ?
Combien de km par semaine ?
Comment gérer l'allure du semi ?
Pourquoi mon pouls est plus haut aujourd'hui ?
J'ai couru 15 km
Je cours depuis 15 ans
j'ai 15 ans de pratique, quel plan ?
J'ai 42 ans, quelles zones ?
Il me reste 16 semaines avant le marathon
Courbatures aux quadriceps
Point de côté pendant le tempo
Mollets raides
Quelles chaussures pour le marathon ?
Combien boire quand il fait chaud ?
Comment courir par 30 degrés ?
Comment bien respirer en courant ?
Respirer par le nez est utile ?
Travail du souffle
Je suis vite essoufflé, comment progresser ?
Mobilité des hanches
Renforcement des hanches
Puis-je déplacer ma sortie longue ?
J'ai raté deux séances
Récupération après marathon
Que manger avant la sortie longue ?
Café avant la course ?
Perdre 2 kilos avant la course ?
Ma montre donne une fréquence fausse
Mon cardio est trop haut en footing
Ma femme est enceinte, comment m'organiser ?
Mon fils de 12 ans veut courir
Avant le covid je courais plus
Pendant le covid j'ai commencé à courir
La fièvre du marathon
Rhume des foins et course
Objectif moins de 40 minutes
Côtes ou piste ?
Je dors mal avant les courses
Pas motivé aujourd'hui
Comment devenir plus rapide ?
Mort de fatigue après la séance
Séance de la mort qui tue
Seuil ou VMA ?
Allure marathon ?
Courir à jeun ?
Étirements avant ou après ?
L'application plante
Tapis ou extérieur ?
Comment descendre vite en trail ?

¿Cuál es mi frecuencia cardíaca máxima?
Tengo las piernas muertas
Casi me muero en la cuesta
Me hundí en el km 30
¿Qué banda de pecho compro?
¿Banda pectoral o reloj?
¿Cuántos km por semana?
¿A qué ritmo corro la media?
¿Por qué mi pulso está más alto hoy?
Corrí 15 km
Llevo 15 años corriendo
Tengo 15 años de experiencia corriendo
Tengo 40 años, ¿qué zonas?
Faltan 16 semanas para el maratón
Agujetas en los cuádriceps
Flato en las series
Gemelos cargados
¿Qué zapatillas para maratón?
¿Cuánto bebo con calor?
¿Cómo correr a 30 grados?
¿Cómo respiro al correr?
Me canso rápido, ¿cómo mejoro?
Movilidad de cadera
Fortalecer la cadera
¿Puedo mover la tirada larga?
Perdí dos entrenos
Recuperación después del maratón
¿Qué como antes de la tirada larga?
¿Café antes de correr?
Bajar 2 kilos antes de la carrera
El reloj marca mal la frecuencia
Mi mujer está embarazada, ¿cómo entreno?
Mi hijo de 12 años corre conmigo
Antes de la pandemia corría más
Fiebre del maratón en la ciudad
Objetivo sub 40
¿Cuestas o pista?
Duermo poco antes de competir
Sin ganas de correr hoy
¿Cómo ser más rápido?
Entreno matador
¿Umbral o series?
¿Correr en ayunas?
La app se cierra
¿Cinta o calle?
Sin dolor hoy, todo bien
No tengo fiebre ni tos, ¿puedo entrenar?

Qual è la mia frequenza massima?
Ho le gambe morte
Pensavo di morire in salita
Sono scoppiato al km 30
Quale fascia cardio compro?
Fascia cardio o orologio?
Quanti km a settimana?
A che ritmo corro la mezza?
Perché il battito è più alto oggi?
Come il sonno influenza la corsa?
Il caldo influenza il ritmo?
Corro da 15 anni
Ho 15 anni di esperienza
Ho 45 anni, quali zone?
Mancano 16 settimane alla maratona
Dolori muscolari ai quadricipiti dopo la gara
Polpacci duri
Quali scarpe per la maratona?
Quanto bere col caldo?
Come respirare correndo?
Non so come respirare bene in corsa
Mobilità delle anche
Posso spostare il lungo?
Ho saltato due allenamenti
Recupero dopo la maratona
Cosa mangio prima del lungo?
Caffè prima della corsa?
Perdere 2 kg prima della gara
Mia moglie è incinta, come mi alleno?
Mio figlio di 12 anni corre con me
Obiettivo sotto i 40
Salite o pista?
Come divento più veloce?
Soglia o ripetute?
Correre a digiuno?
L'app si blocca
Oggi non ho voglia
Niente febbre, posso correre?

Qual é a minha frequência máxima?
Estou com as pernas mortas
Quase morri na subida
Quebrei no km 30
Que cinta cardíaca comprar?
Quantos km por semana?
A que ritmo corro a meia?
Por que meu pulso está mais alto hoje?
Corro há 15 anos
Tenho 15 anos de corrida
Tenho 45 anos, quais zonas?
Faltam 16 semanas para a maratona
Dor muscular nas coxas depois do treino
Panturrilhas duras
Qual tênis para maratona?
Quanto beber no calor?
Como respirar na corrida?
Mobilidade do quadril
Posso mudar o longão?
Perdi dois treinos
Recuperação depois da maratona
O que comer antes do longão?
Café antes de correr?
Perder 2 kg antes da prova
Minha mulher está grávida, como treino?
Meu filho de 12 anos corre comigo
Objetivo sub 40
Tiros ou subida?
Como ficar mais rápido?
Correr em jejum?
Esteira ou rua?
Hoje sem vontade de correr
Sem febre, posso treinar?

Wat is mijn maximale hartslag?
Mijn benen zijn kapot
Ik ging dood op die heuvel
Ik stortte in op km 30
Welke borstband is goed?
Borstband of pols?
Hoeveel km per week?
Hoe snel loop ik de halve?
Waarom is mijn hartslag hoger vandaag?
Ik loop al 15 jaar
Ik ben 15 minuten te langzaam
Ik ben 45, welke zones?
Nog 16 weken tot de marathon
Spierpijn in mijn bovenbenen
Steken in mijn zij bij tempo
Stijve kuiten
Welke schoenen voor de marathon?
Hoeveel drinken bij warmte?
Hoe adem ik goed tijdens het lopen?
Heupmobiliteit verbeteren
Sterkere heupen
Kan ik mijn duurloop verplaatsen?
Ik heb twee trainingen gemist
Herstel na de marathon
Wat eet ik voor een lange duurloop?
Koffie voor het lopen?
2 kilo afvallen voor de wedstrijd
Mijn vrouw is zwanger, hoe train ik?
Mijn zoon van 12 loopt mee
Voor corona liep ik meer
Doel onder de 40
Heuvels of baan?
Hoe word ik sneller?
Drempel of interval?
Nuchter lopen?
De app loopt vast
Geen zin vandaag
Geen koorts meer, gewoon trainen?

I don't have chest pain, just tired
no chest pain, no dizziness, all good
I have no fever, just a runny nose
never had a stress fracture
not pregnant, not on any medication
without any pain I ran 20 km
my hip feels great now
my friend takes ibuprofen before races, I don't
my sister had an eating disorder
my neighbour broke his foot
my brother had covid last winter
`);
