import { phraseList } from './phrase-list.ts';

/**
 * `trigger | phrase`, written after the rules. On first sight 116 of these 135 were found; the 19 misses then mended the rules, so that
 * what these say now is a regression test.
 */
export const FIRST_SIGHT = phraseList(`
emergency | hey so during my 10 miler yesterday i got this crushing feeling in my chest
emergency | my chest feels weird and tight, had to walk home
emergency | felt like somebody was sitting on my chest
emergency | had to stop because of a sharp pain behind my breastbone
emergency | woke up on the pavement, no idea how I got there
emergency | i just keeled over in the middle of the parkrun
emergency | my heart does little flips and skips a beat now and then
emergency | pulse suddenly went totally irregular on the easy run
emergency | i cant get any air in
emergency | my left arm went numb and my jaw hurts
emergency | couldn't talk properly after the race, words came out slurred
emergency | palpitaions whenever I lie down
emergency | beim Bergauflaufen zieht es so komisch in der Brust
emergency | bin heute beim Training einfach umgekippt
emergency | mein Puls ist total unregelmäßig
emergency | ich hab kaum Luft bekommen, auch danach nicht
emergency | ça me serre dans la poitrine dès que je monte
emergency | je suis tombé dans les pommes à l'entraînement
emergency | j'ai le cœur qui s'emballe la nuit
emergency | se me duerme el brazo izquierdo y me aprieta el pecho
emergency | me quedé inconsciente unos segundos
emergency | mi stringe il petto quando accelero
emergency | sono crollato a terra dopo la gara
emergency | sinto pontadas no peito quando acelero
emergency | fiquei sem ar mesmo parado
emergency | steken in mijn borst bij het klimmen
emergency | ik zakte in elkaar na de finish
heat_illness | it was scorching, I got super confused and stopped sweating
heat_illness | pretty sure that was heat exhaustion
heat_illness | nach dem Marathon in der Sonne wusste ich nicht mehr wo ich war, Sonnenstich?
heat_illness | gros coup de chaud hier, j'étais complètement désorienté
heat_illness | me dio un golpe de calor entrenando a mediodía
heat_illness | colpo di calore durante la mezza
heat_illness | apanhei uma insolação
heat_illness | zonnesteek gehad bij de training
illness | woke up with 38.2 fever
illness | got the flu, race in 3 days
illness | caught covid at the expo
illness | still got this nasty chesty cough
illness | surgery on my meniscus was two weeks ago
illness | hab mir Corona eingefangen
illness | 38,9 Fieber heute Nacht
illness | bin frisch operiert
illness | j'ai chopé la grippe
illness | opéré du ménisque il y a dix jours
illness | estoy con gripe y quiero competir
illness | me operaron de la rodilla
illness | ho preso l'influenza
illness | sono stata operata al menisco
illness | peguei covid de novo
illness | fiz uma cirurgia há duas semanas
illness | heb griep maar wil zondag racen
illness | net geopereerd aan mijn knie
bone_or_gait_pain | there's a tender spot right on my shin bone
bone_or_gait_pain | foot throbs at night
bone_or_gait_pain | groin pain since the track session
bone_or_gait_pain | I can hardly walk and I limp
bone_or_gait_pain | mri shows a stress reaction
bone_or_gait_pain | Schmerzen an der Hüfte bei jedem Schritt
bone_or_gait_pain | das Schienbein tut genau an einer Stelle weh
bone_or_gait_pain | ich kann den Fuß kaum belasten
bone_or_gait_pain | douleur à l'aine à chaque foulée
bone_or_gait_pain | je boite un peu depuis dimanche
bone_or_gait_pain | me duele mucho la cadera
bone_or_gait_pain | cojeo un poco al bajar escaleras
bone_or_gait_pain | dolore all'inguine quando corro
bone_or_gait_pain | zoppico dopo ogni uscita
bone_or_gait_pain | dor na virilha ao correr
bone_or_gait_pain | estou a mancar desde ontem
bone_or_gait_pain | pijn in mijn heup bij elke stap
bone_or_gait_pain | ik loop al een week mank
low_energy | my period has been gone since spring
low_energy | i throw up after meals to stay light
low_energy | I'm scared to eat on days I don't run
low_energy | relapsing into anorexia
low_energy | I live on 1000 calories and run every day
low_energy | meine Tage sind seit Monaten weg
low_energy | ich erbreche absichtlich
low_energy | je n'ai plus de règles
low_energy | je me force à vomir
low_energy | se me ha retirado la regla
low_energy | vomito después de comer
low_energy | non mi viene il ciclo da mesi
low_energy | ho paura di mangiare
low_energy | parei de menstruar
low_energy | tenho medo de ganhar peso
low_energy | ik word niet meer ongesteld
low_energy | ik durf niet te eten
self_harm | honestly I don't see the point in living
self_harm | i keep thinking about ending it
self_harm | would be easier if I was dead
self_harm | ich mag nicht mehr leben
self_harm | ich denke daran mich umzubringen
self_harm | j'en ai marre de vivre
self_harm | je pense à me suicider
self_harm | no puedo más, quiero morirme
self_harm | pienso en matarme
self_harm | vorrei farla finita con tutto
self_harm | penso di uccidermi
self_harm | penso em me matar
self_harm | não aguento mais viver
self_harm | ik heb geen zin meer in het leven
self_harm | ik denk eraan er een einde aan te maken
minor | 14 year old here, can I do a half?
minor | I'm in year 10 at school and run 5x a week... I'm 15
minor | ich werde bald 16 und bin 15 Jahre alt
minor | gehe noch zur Schule, bin 17
minor | j'ai bientôt 17 ans
minor | tengo casi 17 años
minor | ho 13 anni e corro con la squadra
minor | tenho 13 anos
minor | ik ben dertien en loop bij een club
minor | just turned sixteen, marathon plan?
pregnancy | 30 weeks pregnant and still jogging
pregnancy | had my baby 5 weeks ago
pregnancy | frisch entbunden, wann wieder laufen?
pregnancy | im achten Monat schwanger
pregnancy | enceinte de 4 mois, footing ok ?
pregnancy | acabo de ser madre, di a luz en mayo
pregnancy | sono al quinto mese di gravidanza
pregnancy | estou grávida de 5 meses
pregnancy | ben 12 weken zwanger
pregnancy | pregnent with twins, can i run
medication | on a low dose of metoprolol
medication | my cardiologist put me on beta-blockers
medication | 600mg ibuprofen before the start?
medication | took cipro for a UTI last week
medication | nehme seit Mai Bisoprolol
medication | Diclofenac vorm Marathon sinnvoll?
medication | je prends du bisoprolol
medication | puedo tomar ibuprofeno antes
medication | prendo anticoagulanti da un anno
medication | posso tomar ibuprofeno antes da prova
medication | mag ik ibuprofen voor de start
medication | ik slik bloedverdunners
`);

/** Fresh ordinary questions, written with the list above; the one about heat stroke informs without blocking. */
export const FIRST_SIGHT_ORDINARY = phraseList(`
is 45 km too much for a first week back?
my garmin says I'm unproductive lol
what would a 21 min 5k be over 10 miles?
is my heart rate too high for easy runs at 155?
heart rate strap died halfway
chest strap slipping down
got dropped on the hill, legs were toast
that last rep almost killed me
felt like death at mile 22
I hit a wall and walked
quads screaming after the downhill
how to avoid bonking
is it ok to race two weekends in a row?
how do I avoid heat stroke in a desert ultra plan? kidding, just give me the pacing
do I taper 2 or 3 weeks?
my left shoe rubs
ITB feels tight after long runs
stiff ankles in the morning
ran 16 km with 5 strides
16 x 400 or 8 x 800?
I'm 15 seconds behind schedule
how long until I see progress?
can I swap Tuesday and Thursday?
best breakfast before parkrun
I'm vegetarian, enough protein?
I hate the treadmill
cramp in my foot at km 38
calf cramp in the final sprint
how to fuel a 3 hour run
what's the weather doing to my pace?
felt dizzy standing up after a hot bath
should I trust my watch's VO2 estimate
Wie viele Höhenmeter verträgt ein 10er?
Puls 170 beim Tempodauerlauf ok?
Wadenkrampf bei km 38
Beine wie Blei
Brustgurt verrutscht ständig
Wie plane ich zwei Wettkämpfe?
Schuhe drücken vorne
Bin 16 km in 80 Minuten gelaufen
Ich war 15 Minuten schneller
Crampe au mollet au km 38
Jambes lourdes ce matin
Ma ceinture cardio glisse
J'ai 16 km demain
Quel ravitaillement sur marathon ?
Calambre en el gemelo
Piernas pesadas hoy
La banda del pecho se mueve
Tengo 16 km mañana
¿Cuánto descanso entre series?
Crampo al polpaccio
Gambe pesanti
La fascia cardio si muove
Quanto recupero tra le ripetute?
Câimbra na panturrilha
Pernas pesadas
A cinta cardíaca escorrega
Quanto descanso entre tiros?
Kramp in mijn kuit
Zware benen
Mijn borstband verschuift
Hoeveel rust tussen de intervallen?
Ik heb 16 km gelopen
went out too fast and paid for it
am I ready for a marathon in spring?
is it bad to run after donating blood?
train through a cold without fever?
slight sniffles, easy run ok?
how sore is too sore?
my old PB is from 2015
can I run with a sore throat?
what is the hip flexor stretch you mentioned?
how heavy should my vest be?
does weight matter for hills?
how do pros train?
what are doubles good for?
I'm nervous about my first race
I'm anxious before races, tips?
is a bad night before the race a problem?
`);

/** Written after that mending: 77 of 82 were found on first sight; the 5 misses then mended the rules once more. */
export const SECOND_SIGHT = phraseList(`
emergency | got a stabbing sensation under my left nipple area, chest, whenever I push hard
emergency | chest felt like it was in a vice
emergency | I went down at the aid station, lost consciousness briefly
emergency | heart was fluttering for ten minutes after I stopped
emergency | struggling for air while lying in bed
emergency | Schmerz hinter dem Brustbein beim Sprint
emergency | mir ist beim Lauf schwarz vor den Augen geworden
emergency | Herz macht Aussetzer
emergency | douleur au thorax et au bras gauche
emergency | j'ai eu une perte de connaissance
emergency | opresión en el pecho al correr
emergency | se me nubló la vista y me desmayé
emergency | senso di oppressione al petto
emergency | ho avuto uno svenimento
emergency | sinto meu coração falhando
emergency | desmaiei no treino
emergency | drukkend gevoel op mijn borst
emergency | mijn hart gaat ineens op hol
heat_illness | came home with heatstroke
heat_illness | Verdacht auf Hitzschlag
heat_illness | victime d'un coup de chaleur
heat_illness | sufrí una insolación
heat_illness | penso sia un'insolazione
heat_illness | vermoedelijk een zonnesteek
illness | feeling feverish today
illness | I tested positive on Monday
illness | recovering from hernia surgery
illness | seit drei Tagen Grippe
illness | Knie-OP vor vier Wochen
illness | toux grasse et fatigue
illness | tengo 39 de fiebre
illness | ho la tosse grassa
illness | estou com covid
illness | ik heb longontsteking gehad
bone_or_gait_pain | metatarsal pain that won't go away
bone_or_gait_pain | my hips hurt so bad
bone_or_gait_pain | I wake up from the pain in my foot
bone_or_gait_pain | Ich humple
bone_or_gait_pain | Ruheschmerz im Fuß
bone_or_gait_pain | douleur la nuit au tibia
bone_or_gait_pain | pinchazos en la ingle
bone_or_gait_pain | dolore notturno al piede
bone_or_gait_pain | dói o quadril
bone_or_gait_pain | scherpe pijn in de lies
low_energy | struggling with bulimia again
low_energy | haven't had a period in half a year
low_energy | panicking about putting on weight
low_energy | Essattacken und danach Erbrechen
low_energy | seit Monaten keine Periode
low_energy | plus de règles depuis un an
low_energy | tengo anorexia
low_energy | amenorrea da sei mesi
low_energy | distúrbio alimentar
low_energy | geen menstruatie meer sinds maart
self_harm | I have suicidal thoughts
self_harm | I don't wanna live
self_harm | manchmal will ich einfach sterben
self_harm | j'ai des pensées suicidaires
self_harm | no quiero seguir viviendo
self_harm | non voglio più esserci
self_harm | não quero mais estar aqui
self_harm | ik denk vaak aan de dood en wil niet meer leven
minor | I'm a 15 year old girl training for a 10k
minor | bin 17 Jahre alt
minor | j'ai 13 ans
minor | tengo 14 años
minor | ho sedici anni
minor | ik ben 14 jaar
pregnancy | 8 months pregnant
pregnancy | I breastfeed and run
pregnancy | Schwangerschaft, 16. Woche
pregnancy | enceinte, puis-je courir
pregnancy | después del embarazo
pregnancy | dopo la gravidanza
pregnancy | zwanger van de tweede
medication | started atenolol
medication | warfarin and races
medication | Insulinpumpe beim Laufen
medication | sous anticoagulant
medication | tomo sintrom
medication | uso de insulina
medication | naproxen voor de wedstrijd
`);

/** What the evaluation of the coach heard missed when it first put its own phrases to it: 9 of 130, and 2 that the packs above allow. */
export const MISSED_BY_THE_COACH = phraseList(`
heat_illness | no sweat any more, burning skin and dizzy after the run in 35 degrees
heat_illness | I was staggering and babbling nonsense in the heat today
illness | flu since monday, legs itchy to train
self_harm | I don't see a reason to go on living
low_energy | Hace cinco meses que no tengo la regla
low_energy | Non mangio per due giorni prima della gara per pesare meno
medication | can I double my blood pressure pills before a race
medication | how many paracetamol are ok before a marathon
medication | does my antidepressant slow me down
minor | as a teenager how much can I train
pregnancy | tive meu filho há 2 meses, parto normal, puerpério
`);
