/** The other half of the same questions, dealt by a hash: nobody looked at these while the recognisers were mended. */
export const HELD_OUT_QUESTIONS = `
balance | am i doing too much
balance | should i cut back
balance | is my training too intense
balance | am i close to burnout
balance | am i running enough|too little
balance | am i overdoing it
bests:1609.344 | whats my best mile time
bests:5000 | 5 k pr?
bests | list my personal records
bests:1609.344 | fastest mile
bests | did i set any pbs this year
bests:42195 | whats my marathon pr
bests:5000 | whats my 5k pb
bests:10000 | when did i set my 10k pr
bests | show me my prs
bests:10000 | whats my 5k pb >> and 10k?
bests:21097.5 | whats my 10k pb >> half?
biggest-month | whats my biggest month this year
biggest-week:year|biggest-week:ever | what was my highest mileage week
bring | how do i upload a gpx
bring | how do i connect my garmin
day:2025-11-15 | how'd saturday go
day:2025-11-20 | was yesterday too hard
day:2025-11-19 | did i run weds
day:2025-11-18 | how was my run 3 days ago
day:2025-11-18 | what did i do on tues
day:2025-11-19 | wednsday run summary
day:2025-11-16 | tell me bout last sunday
day:2025-11-16 | how was sundays run
day:2025-11-18 | hows tuesday's run looking
day:2025-11-21|last | how was todays run
day:2025-11-20 | how was my run on tuesday >> and yesterday?
day:2025-11-19 | what did i do on sunday >> what about weds
detail:even@last | was my pacing even
detail:cadence@last | steps per minute last run?
detail:heart rate@last | how high did my heart rate get last run
detail:distance@last|last | how far was my last run
detail:heart rate@run:long | heart rate on my last long run
detail:climb@day:2025-11-20 | elevation gain yesterday
detail:cadence@day:2025-11-16 | what was my cadence on sunday
detail:even@last | did i negative split
detail:pace@run:tempo | what pace was my last tempo
detail:time@last|last | how long did my last run take
detail:climb@last | total ascent of my last run
detail:even@run:long | did i positive split my last long run
detail:even@last | did i slow down in the second half
detail:climb@last | how hilly was my last run
detail:decoupling@last | did my hr drift last run
detail:decoupling@run:long | cardiac drift on my last long run?
detail:pace@day:2025-11-20 | how fast did i run yesterday
detail:distance@day:2025-11-16|day:2025-11-16 | how many k did i do sunday
detail:pace@last | how fast was i on my last run
detail:decoupling@last | did i fade at the end
detail:heart rate@last | how was my last run >> what about heart rate
detail:cadence@run:long | how was my last long run >> what was my cadence
detail:cadence@last | how was my last run >> cadence?
detail:heart rate@day:2025-11-16 | how did sunday go >> avg hr?
detail:heart rate@last | analyse my last run >> hr?
detail:decoupling@run:long | how was my long run >> did my hr drift
elsewhere:world | who won the new york marathon
elsewhere:power | whats my ftp
elsewhere:bike | how far did i cycle this week
elsewhere:vo2max|explain:pace index|load | is my vo2 max going up
elsewhere:shoes | are carbon plated shoes worth it
elsewhere:world | how tall is mount everest
elsewhere:route | where did i run yesterday
elsewhere:route | where should i run
elsewhere:weight | how much do i weigh
elsewhere:races | any races near me
elsewhere:others | am i faster than average
elsewhere:food | how many carbs per hour
elsewhere:world | whats the world record for 10k
elsewhere:food | what did i have for breakfast
elsewhere:bike | how was my swim
elsewhere:steps | how many steps did i do today
elsewhere:races | when is the london marathon
elsewhere:shoes | when should i replace my trainers
elsewhere:watch | which watch should i get
elsewhere:others | how fast is my friend dave
elsewhere:hrv | whats my hrv
elsewhere:power | what was my running power
elsewhere:sleep | whats my sleep score
elsewhere:weather | how hot is it going to be for my run
elsewhere:sleep | how did i sleep
elsewhere:weather | what should i do today >> will it rain
explain:efficiency | what does metres per heartbeat mean
explain:run load | how is the load of a run calculated
explain:grade-adjusted pace | what's grade adjusted pace
explain:receipts | how do i know thats right
explain:best effort | what counts as a best effort
explain:threshold | what is a threshold run
explain:receipts | where do these numbers come from
explain:recent load | what's recent load
explain:balance | what does balance mean
explain:long-term load | what does long term load mean
explain:decoupling | what does aerobic decoupling mean
explain:balance | whats this balance number
explain:balance | is my training balanced >> what does balance mean
explain:decoupling | how was my last run >> what does decoupling mean
hard today | can i do intervals today
hard today | ok to go hard today?
hard today | what should i do today >> can i do intervals instead
hello | hey
help | what do you know about running|me
help | what can i ask you
last | hows todays effort compare.. nah just tell me about my last run
last | hows my last run look
last | lst run how was it
last | last run thoughts?
last-1 | tell me about the second to last run
last-1 | how was my last run >> and the one before?
last-2 | how was my last run >> and the one before >> and the one before that
load | what's my fitness level
load | whats my training load
load | what shape am i in
long time|all-time | how many runs have i logged all time
longest:month:1 | longest run in october
longest:month:0 | longest run this month
longest:year:0 | whats the longest run ive done this year
longest:ever | longest run ever
longest:week:1 | what was my longest run last week
longest:week:0 | longest run this week
longest:year:0 | whats my longest run ever >> and this year?
memories:injury | which injuries have i noted
missing | is any of my data missing
missing | what data are you missing
month:1 | give me a summary of last month
month:1#distance | how far did i run in oct
month:0#distance | how many k this month
month:0#time | how many hours have i run this month
month:0#distance | whats my monthly mileage
month:1#climb | total elevation last month
month:5#distance | what did i run in june
month:2#distance | how many km did i do in september
month:0#climb | how much vert this month
month:0#runs | how many runs have i done this month
month:2 | how many miles in october >> what about september
month:4 | how was august >> and july?
month:1 | how far did i run this month >> and last month
over:32187 | when did i last do a 20 miler
over:16093 | when did i last run 10 miles
over:21097 | when did i last run a half
paces | what paces should i be training at
paces:long | how fast should i do my long runs
paces:threshold | what pace for tempo runs
paces:easy | recovery run pace?
paces:repetition | what pace for 200s
paces:easy | whats my easy pace
paces:threshold | tempo pace?
paces:easy | how fast should i run my easy runs
paces:marathon | whats my marathon pace
paces | whats my easy pace >> and the others?
paces:interval | what pace for tempo >> intervals?
plan | can you swap tomorrows run
plan | move my long run to saturday
predictions:5000 | can i go sub 20 for 5k
predictions | what race times am i in shape for
predictions | race predictions please
predictions:42195 | marathon prediction
predictions:10000 | what 10 k time am i capable of
predictions:5000 | how fast could i run a 5k right now
predictions:42195|predictions | boston qualifier possible?
predictions:21097.5 | what half marathon time can i expect
predictions:21097.5 | whats a realistic goal for a half
predictions:5000 | could i break 25 min at parkrun
predictions:10000 | whats my 10k pb >> what could i run now
predictions:42195 | what could i run for 10k >> and a marathon?
readiness | am i recovered
readiness | am i ready for another hard session
readiness | have i recovered from sunday
run:long-1 | second to last long run, how did it go
run:recovery | how was my recovery jog
run:race | how was my last race
run:interval | how were my intervals
run:tempo | how did my tempo go
run:tempo | last tempo, verdict?
run:long | hows the last long one look
run:tempo-1 | last tempo, how was it >> and the one before
run:long-1 | how was my last long run >> and the previous one
similar:run:long | hows my last long run stack up against other long runs
similar:last | was that slower than normal
similar:day:2025-11-20 | was yesterday slower than usual
similar:last | how was my last run >> is that faster than usual
since:hard|run:interval | when did i last do a hard session
since:long | when was my last long run
since:race|run:race | when did i last race
streak | whats my current streak
streak | how many days in a row have i run
thanks | great ta
thanks | how was my last run >> cheers mate
today | what shall i do for training today
today | how far should i go today
today | whats on for today
today | is it a rest day
today | what do i do today
today | shd i go for a run today
tomorrow | what should i do tomorrow
tomorrow | what should i do today >> and tomorrow?
trend | am i slower than i used to be
trend | hows my form trending
trend | am i improving
trend | am i plateauing
trend | how much fitness did i lose
two-months:5,6 | did i run more in june than may
two-months:1,2 | compare oct and sept
two-months:0,1 | am i ahead of last month
two-months:0,1 | how many k this month >> hows that compare to last month
two-runs:run:long,run:long-1 | how did my long run compare to the previous long run
two-runs:run:long,run:long-1 | last two long runs compared
two-runs:day:2025-11-16,day:2025-11-09 | compare sunday's run with the sunday before
two-runs:last,last-1 | how does my last run compare to the one before
two-runs:day:2025-11-18,day:2025-11-16 | compare tuesday and sunday
two-runs:last,last-1 | how was my last run >> compare it to the one before
two-weeks:0,1 | am i running more than last week
two-weeks:1,2 | last week vs the week before
two-weeks:1,2 | did i run more last week than the week before
two-weeks:0,1 | how many k this week >> is that more than last week
two-years:0,1 | am i ahead of where i was last year
unknown | blah
unknown | ok so like
unknown | do the thing
unknown | qwertyuiop
usual-week | average weekly distance
usual-week | how much do i normally run in a week
usual-week | how many times a week do i run on average
week:2#distance | how many miles did i run two weeks ago
week:0#load | whats my training load for this week
week:0#runs | how many times have i run this week
week:1 | summarise last week for me
week:1#runs | how many days did i run last week
week:0#distance | how many k this week
week:2 | how was the week before last
week:3 | how did 3 weeks ago go
week:1#time | how many hours did i train last week
week:3#distance | how far did i run 3 wks ago
week:1#distance | how many kms did i do last week
week:1 | recap of last week
week:1 | hows last week look
week:1#distance | mileage last week
week:2 | hows last week look >> and the one before
week:0 | what did i run yesterday >> and this week as a whole
week:2 | how was my week >> and last week? >> and the week before
week:0 | how was last week >> and this week?
weeks:6|usual-week | whats my mileage been over the last six weeks
why:today | what should i do today >> why
why:predictions | what could i run for a marathon >> how do you know
year:0#distance | total miles this yr
year:1#distance | how much did i run last year
year:0#distance | distance ytd
year:0#distance | how far have i run this year
year:0#climb | how much have i climbed this year
year:1 | how far this year >> and last year?
zones | zone 2 heart rate?
zones | what are my hr zones
zones | 80/20 am i doing it right
zones | am i doing enough zone 2
zones | am i running my easy runs easy enough
zones#maximum | whats my max hr
`;
