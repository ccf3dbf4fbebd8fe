/**
 * Questions as runners type them, written before a look at what is understood; the recognisers were mended with these.
 * A line is `what a good answer is about | question`, or `… | earlier question >> question`; `a|b` means that either is
 * a good reading. They are asked on a Friday, see `now.ts`.
 */
export const SEEN_QUESTIONS = `
balance | am i training too hard
balance | am i overtraining
balance | am i increasing my milage too quick
balance | am i ramping up too fast
balance | am i pushing too hard lately
balance | do i need to back off a bit
balance | how fit am i >> am i overdoing it
bests | any new prs lately
bests:1000 | fastest km ever
bests:16093.44 | best ten mile time
bests:21097.5 | half marathon pb
bests:42195 | fastest marathon ive run
bests | what are my pbs
bests:5000 | whats my best parkrun time
bests:5000 | fastest 5k
bests:10000 | best 10k time
bests:1609.344 | fastest 5k >> and the mile
bests | what could i run for 5k >> what are my actual bests
biggest-week:year | whats my biggest week this year
bring | how do i add my runs
bring | can i import from strava
day:2025-11-17 | mondays session how was it
day:2025-11-20 | did i go too fast yesterday
day:2025-11-19 | how was the run the day before yesterday
day:2025-11-21|last | just got back, hows it look
day:2025-11-20 | how was yesterday
day:2025-11-20|similar:day:2025-11-20 | yesterdays run, any good?
day:2025-11-21|last | how did i do this morning
day:2025-10-19 | what did i do on oct 19
day:2025-09-07 | how was my run on september 7th
day:2025-11-02 | what did i run on 2nd november
day:2025-11-16 | what did i run 5 days ago
day:2025-11-16 | how was tuesday >> and sunday
detail:time@day:2025-11-20|day:2025-11-20 | how long was i out yesterday
detail:efficiency@last | how efficient was i last run
detail:cadence@last | whats my cadence like
detail:load@last | how hard was my last run
detail:load@last | load of my last run
detail:heart rate@day:2025-11-20 | what was my heartrate yesterday
detail:pace@last | what pace did i run last time
detail:time@run:long|run:long | how long did my last long run take me
detail:even@run:race | did i go out too fast in my race
detail:climb@day:2025-11-16 | how much climbing on sunday
detail:heart rate@last | avg heart rate last run
detail:heart rate@last | what was my hr on that last run
detail:pace@day:2025-11-18 | average pace on tuesday
detail:load@day:2025-11-18 | what was the training load on tuesdays run
detail:pace@run:long | what pace did i do my last long run at
detail:distance@day:2025-11-20|day:2025-11-20 | how far did i go yesterday
detail:heart rate@day:2025-11-18 | avg hr tuesday
detail:climb@last | how much elevation did i get last run
detail:pace@last | avg pace of my last run
detail:distance@last|last | how many miles was my last run
detail:climb@last | tell me about my last run >> how hilly was it
detail:heart rate@last-1 | what was my heart rate last run >> and the run before
detail:pace@day:2025-11-18 | how was tuesday >> how fast was it
detail:even@run:race | how was my last race >> did i slow down in the second half
detail:pace@last | how was my last run >> what pace was that
detail:load@last | how was my last run >> how hard was it
elsewhere:food | what should i eat before a long run
elsewhere:hrv | hrv trend
elsewhere:food | should i take caffeine before a race
elsewhere:sleep | did i get enough sleep last night
elsewhere:resting | is my resting hr going up
elsewhere:shoes | what shoes should i buy
elsewhere:shoes | how many miles on my shoes
elsewhere:weight | have i lost weight
elsewhere:weather | will it rain on sunday
elsewhere:food | calories burned last run
elsewhere:vo2max|explain:pace index|load | vo2max?
elsewhere:strength | should i lift weights
elsewhere:body | what is my ground contact time
elsewhere:weather | is it too windy to run
elsewhere:weight | whats my body fat
elsewhere:resting | whats my resting heart rate
elsewhere:stress | how stressed am i
elsewhere:world | tell me a joke
elsewhere:food | how much water should i drink
elsewhere:route | suggest a route near me
elsewhere:body | whats my stride length
elsewhere:food | how many gels for a marathon
elsewhere:others | how does my 5k compare to other people my age
elsewhere:weather | whats the weather tomorrow
elsewhere:vo2max|explain:pace index|load | what's my vo2
elsewhere:strength | which strength exercises for runners
elsewhere:shoes | how was my last run >> which shoes did i wear
explain:similar runs | what counts as a similar run
explain:grade-adjusted pace | what does gap mean
explain:cadence | what is cadence
explain:zones | how do hr zones work
explain:pace index | what is pace index and how do you work it out
explain:decoupling | explain cardiac drift
explain:run load | what is run load
explain:range | why do you give a range
explain:pace index | wtf is the pace index
explain:decoupling | whats decoupling
explain:threshold | what is threshold pace actually
explain:long-term load | whats long term load
explain:long-term load | whats my load >> what does long term load mean
hard today | am i good for a tempo tonight
hard today | should i do a workout or take it easy today
hard today | is today a good day for speed work
hello | morning coach
help | help
help | what can you do
last | give me the rundown on my most recent run pls
last | so how was that run i just did
last | how'd i do on my last run
last | rate my last run
last | what did i do on my last outing
last-1 | how was the run before my last one
last-2 | how was my third last run
load | whats my current load
load | hows my fitness
load | am i in good shape
load | how fit am i rn
long time|all-time | how much have i run in total ever
longest:year:0 | what was my longest run of 2025
longest:ever | whats my longest run
longest:year:0 | longest run this yr
longest:month:0 | whats the furthest ive run this month
longest:ever | what's the furthest i've ever run
longest:month:0 | whats my longest run this year >> and this month
memories | what have you remembered about me
memories|memories:injury | what injuries have i told you about
missing | which runs have no hr
missing | why havent you got my heart rate
month:3#distance | august milage
month:1 | how was october
month:2 | how was my sept
month:2#distance | how much did i run two months ago
month:1#distance | how many miles last month
month:1#runs | number of runs last month
month:0#distance | miles in november
month:0 | hows november going
month:0#distance | how far have i run so far this month
month:4 | how did july go
month:1#climb | how much climbing this month >> and last month?
month:0#time | how far have i run this month >> how many hours is that
over:42195 | when was my last marathon
over:20000 | last time i ran over 20k
over:25000 | have i done a run over 25 km recently
over:30000 | when was my last 30k run
paces:easy | how slow should my easy runs be
paces:repetition | how fast should i run strides
paces | what are my training paces
paces:long | what pace for my long run
paces:threshold | what's my threshold pace
paces:easy | what pace should i do easy days
paces:interval | interval pace pls
paces:interval | what pace should i run 800s
paces:long | easy pace? >> and long runs
paces:threshold | whats my easy pace >> and tempo?
plan | build me a training plan for a 10k
plan | whats my plan for next week
plan | make me a marathon plan
predictions:10000 | predicted 10k time
predictions:42195|paces:marathon | what marathon pace could i hold
predictions:16093.44 | how quick could i do 10 miles
predictions:10000 | what could i run for 10k
predictions:42195 | what could i do in a marathon
predictions:42195 | am i on for a sub 3 marathon
predictions:42195 | could i run sub 4 for the marathon
predictions:21097.5 | can i run a sub 1:45 half
predictions:1609.344 | what could i run for the mile
predictions:21097.5 | predict my 5k >> and for a half
predictions:10000 | could i break 20 for 5k >> what about 10k
readiness | how ready am i
readiness | hows my recovery
readiness | are my legs fresh enough to train
run:long | how was my last long run
run:interval | how'd the speedwork go
run:interval | when did i last do intervals
run:interval | whats the verdict on my last track session
run:long-1 | what about the long run before last
run:tempo | when was my last tempo
run:race | break down my race
run:easy | how did the last easy run go
run:tempo | how was my last long run >> and the last tempo
similar:last | was my last run faster than usual
similar:last | was my hr higher than usual
similar:last | how does my last run compare to similar runs
similar:day:2025-11-18 | how was tuesday's run >> is that normal for me
since:run | when was my last run
since:run | when did i last run
since:run | how many days since i ran
since:run | how long since my last run
streak | how long is my running streak
thanks | cheers
thanks | thanks that helps
today | how long should i run today
today | what workout today coach
today | rest day or run?
today | do i need a day off
today | what should i run today
today | should i run or rest
tomorrow | should i run tomorrow
tomorrow | whats tomorrow look like
trend | is my training working
trend | am i getting fitter
trend | am i making progress
trend | have i lost fitness
trend | am i getting any faster
two-months:1,2 | did i run further last month than the month before
two-months:1,2 | october vs september
two-months:3,4 | did i do more miles in july or august
two-months:0,1 | this month compared to last
two-runs:run:interval,run:interval-1 | compare my last couple of interval sessions
two-runs:run:race,run:race-1 | how does my last race compare with the one before that
two-runs:last,last-1 | compare my last 2 runs
two-runs:run:tempo,run:tempo-1 | compare last two tempo runs
two-runs:day:2025-11-20,day:2025-11-18 | yesterday vs tuesday
two-runs:run:long,run:long-1 | how was my last long run >> how does it compare with the previous one
two-weeks:0,1 | hows this week compare with last
two-weeks:0,1 | this week vs last week
two-weeks:1,2 | compare the last two weeks
two-weeks:1,2 | how was last week >> better than the week before?
two-years:0,1 | have i run more this year than last
two-years:0,1 | this year vs last year
unknown | 42
unknown | purple monkey dishwasher
unknown | hmm
unknown | is it true
usual-week | how many km do i usually run per week
usual-week | whats my average weekly mileage
week:0#distance | weekly milage so far
week:0 | how's my week looking
week:0#distance | miles this week?
week:0#distance | how far have i run this wk
week:1#distance | how much did i run last wk
week:0 | am i on track this week
week:0#climb | how much climbing have i done this week
week:0#time | how many hours have i run this week
week:0#runs | how many runs this week
week:0#time | time on feet this week
week:0 | hows this week going so far
week:0#distance | total distance this week
week:1 | was last week a good week
week:0#climb | elevation this week
week:0#time | how far have i run this week >> and in hours?
week:3 | how was the week before last >> and before that?
week:1 | how was my week >> and last week?
week:1#climb | how was last week >> how much climbing was that
weeks:4|usual-week | how have my last 4 weeks been
why:load | how fit am i >> why
why:hard today | can i run hard today >> why not
why:today | should i run today >> how come
year:0#time | hours run this year
year:0 | hows my year been
year:1#distance | how many miles did i do in 2024
year:0#runs | how many runs have i done this year
year:0#distance | how many kms in 2025
zones#maximum | what is my maximum heart rate
zones | time in zones this month
zones | how much of my running is easy
zones | what heart rate should i stay under for easy runs
zones | whats my zone 2
zones#threshold | whats my lactate threshold heart rate
`;
