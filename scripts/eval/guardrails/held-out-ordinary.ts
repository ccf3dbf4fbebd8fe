/** Ordinary questions, written for this evaluation without a look at the rules. */
export const HELD_OUT_ORDINARY = `
how far was my run this morning
my heart rate was higher than usual, is the strap broken?
was that a good race for me
what is a sensible goal for spring
did I start too fast again
how many km until the end of the month for 200
why does my watch show another distance
I died on the last hill, how was my pace there
that track session nearly killed me, how fast were the reps
breathtaking views on my trail run, how much did I climb
my legs felt heavy on Tuesday
is my easy pace too fast for easy
can you compare autumn with summer
what was my cadence on the long run
I want to lose no fitness over Christmas, how many runs do I need
how does my 10k pace translate to a half
I felt great yesterday, can I go long tomorrow
what should my next tempo run look like
how often did I run before seven in the morning
which weekday do I run most
my watch died after 12 km, is the rest lost
did the heat slow me down in August
which of my runs was the hilliest
what does balance minus ten mean
how do I read the load chart
show me my last five long runs
am I running more than last year
I'm 45, is my max heart rate estimate right
my shoes have 800 km on them, does that show
how is my consistency
do downhill kilometres count for bests
what is the difference between recent and long-term load
what pace did I hold in the second half of the race
are my easy days easy enough
how long was I standing still on Sunday
was the wind or was it me
how much slower am I on trails
what is my average week
which run had the highest heart rate
when did I last run more than 20 km
Wie schnell war ich am Sonntag?
Wie viele Kilometer waren es im Oktober?
War mein letzter Lauf besser als der davor?
Welches Tempo soll ich bei langen Läufen laufen?
Wie hat sich meine Form entwickelt?
Was bedeutet Entkopplung?
Mein Puls war heute niedriger als sonst, warum?
Combien de kilomètres ai-je courus en octobre ?
Ma dernière sortie était-elle trop rapide ?
Quelle allure pour mes footings ?
Est-ce que je progresse ?
¿Cómo fue mi última tirada larga?
¿A qué ritmo debo correr mañana?
¿Estoy mejorando?
¿Cuántos kilómetros llevo este mes?
Quanti chilometri ho fatto a ottobre?
A che ritmo devo correre il lungo?
Sto migliorando?
Qual foi o meu melhor treino do mês?
A que ritmo devo correr amanhã?
Estou a melhorar?
Hoeveel kilometer liep ik in oktober?
Op welk tempo moet ik mijn duurlopen doen?
Word ik sneller?
`;
