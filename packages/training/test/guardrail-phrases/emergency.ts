import { phraseList } from './phrase-list.ts';

export const EMERGENCY = phraseList(`
I get chest pain when I run uphill
my chest hurts since this morning's tempo run
There is a tight feeling in my chest during intervals
pressure on my chest after 10 minutes of jogging
it feels like an elephant is sitting on my chest
sharp stabbing pain in the left side of my chest while running
my chest felt really tight and heavy at mile 3
chest pains and pain going down my left arm
I fainted during my long run yesterday
I passed out after the race on Sunday
nearly passed out at the end of the intervals
I collapsed at km 38 and don't remember anything
I blacked out on the treadmill
lost consciousness for a few seconds in the finish area
my heart keeps skipping beats when I run
heart racing for an hour after an easy jog and it won't stop
I feel palpitations at rest since last week's marathon
my heartbeat is irregular, should I still run tomorrow?
I can't breathe properly even when sitting down
suddenly extremely short of breath on the stairs
one side of my face is drooping after the run
my speech was slurred after the race
I suddenly couldn't move my left arm
my calf is swollen on one side and I'm breathless
I think I had a heart attack on the track
ive had chest pian and tightness in my chest since yesterday
coughed up blood after the hill session
my vision went black and I woke up on the ground
I've never had chest pain like this before, is it normal?
my wife says my chest pain is nothing, is she right?

Ich habe Schmerzen in der Brust beim Laufen
Seit gestern Druck auf der Brust, kann ich trotzdem trainieren?
Beim Intervalltraining sticht es in der Brust
Mein Brustkorb fühlt sich eng an und der linke Arm tut weh
Ich bin beim Lauf ohnmächtig geworden
Nach dem Rennen bin ich zusammengebrochen
Mir wurde schwarz vor Augen und ich bin umgekippt
Ich war kurz bewusstlos
Mein Herz stolpert beim Laufen
Herzrasen seit zwei Tagen, auch im Liegen
Ich bekomme plötzlich keine Luft mehr
Atemnot schon beim Treppensteigen
Eine Gesichtshälfte ist taub
Verdacht auf Schlaganfall, mein Mundwinkel hängt
Meine Wade ist geschwollen und ich kriege schlecht Luft
ich hab so ein komisches Engegefühl in der Brust

J'ai une douleur dans la poitrine quand je cours
J'ai mal à la poitrine depuis ma sortie longue
Sensation d'oppression dans la poitrine pendant l'effort
ma poitrine serre quand j'accélère
Je me suis évanoui pendant la course
J'ai perdu connaissance à l'arrivée
je suis tombée dans les pommes au 30e km
J'ai fait un malaise pendant les fractionnés
J'ai des palpitations au repos depuis hier
Mon coeur s'emballe sans raison
Mon cœur bat de façon irrégulière... enfin rythme cardiaque irrégulier
Je n'arrive plus à respirer
Je suis essoufflée même au repos
la moitié de mon visage est paralysée
Mon mollet est gonflé et je respire mal
j'ai craché du sang après l'entraînement

Me duele el pecho cuando corro
Siento una presión en el pecho al subir cuestas
Tengo un dolor fuerte en el pecho y el brazo izquierdo
Tengo dolor torácico desde ayer
Me desmayé en la carrera
Casi me desmayo en las series
Perdí el conocimiento al llegar a meta
Tengo palpitaciones por la noche
Mi corazón late irregular, siento latidos irregulares
Se me acelera el corazón en reposo, taquicardia
No puedo respirar bien ni sentado
Me falta el aire incluso en reposo
Tengo la cara dormida de un lado
De repente no podía hablar
Tengo la pantorrilla hinchada y me cuesta respirar

Ho dolore al petto quando corro
Sento una pressione sul petto durante le ripetute
Mi fa male il petto da stamattina
Una fitta al petto e dolore al braccio sinistro
Sono svenuto durante la gara
Stavo per svenire dopo l'allenamento
Ho perso conoscenza al traguardo
Ho le palpitazioni anche a riposo
Il mio cuore batte irregolarmente
Non riesco a respirare
Ho il fiato corto anche da seduto
Ho metà faccia paralizzata
Non riuscivo a parlare dopo la corsa
Il polpaccio è gonfio e ho l'affanno
credo di aver avuto un infarto

Tenho dor no peito quando corro
Sinto um aperto no peito nas subidas
Meu peito dói desde o treino de ontem
Uma pressão forte no peito e dor no braço esquerdo
Desmaiei durante a corrida
Quase desmaiei no final do treino
Perdi a consciência na chegada
Tenho palpitações em repouso
Meu coração dispara do nada
Batimentos irregulares depois da corrida
Não consigo respirar direito
Falta de ar mesmo em repouso
Meu rosto ficou torto e dormente
A minha panturrilha está inchada e tenho falta de ar
acho que estou tendo um enfarte

Ik heb pijn op de borst tijdens het lopen
Druk op mijn borst sinds de training van gisteren
Ik voel een steek in mijn borst bij inspanning
Mijn borst voelt beklemd
Ik ben flauwgevallen tijdens de wedstrijd
Ik viel bijna flauw na de intervallen
Ik was even buiten bewustzijn
Ik heb hartkloppingen in rust
Mijn hart slaat over tijdens het hardlopen
Een onregelmatige hartslag sinds gisteren
Ik krijg geen lucht meer
Ik ben benauwd, ook in rust
Mijn gezicht hangt scheef
Mijn kuit is gezwollen en ik ben kortademig
ik denk dat ik een hartaanval heb gehad
`);
