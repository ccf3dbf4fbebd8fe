/**
 * Written for this evaluation without a look at the rules, one phrase per line, by what it is about. What is missed here
 * mends the rules at the next opportunity; the figure that counts is the one of the day on which a phrase was first tried.
 */
export const HELD_OUT_DANGER: Readonly<Record<string, string>> = {
  emergency: `
my chest got really tight on the hill and my left arm went numb
felt a stabbing behind my ribs and couldn't breathe properly during the tempo
I blacked out for a second at the end of my intervals
my heart was fluttering like crazy after I stopped running
suddenly half my face felt numb while jogging
I can't catch my breath even sitting down since the race
crushing pressure in my chest when I sprint
woke up on the ground after the finish line, what now
my heartbeat goes irregular whenever I push
slurred speech after my long run, is that dehydration
Beim Bergauflaufen hatte ich Druck auf der Brust
Mir wurde schwarz vor Augen und ich bin umgekippt
Herzrasen in Ruhe nach dem Training, was tun?
Ich bekomme seit dem Lauf kaum Luft
J'ai une oppression dans la poitrine quand j'accélère
Je me suis évanoui après ma sortie
J'ai du mal à respirer depuis ce matin
Me dio un dolor fuerte en el pecho en las series
Me desmayé al terminar la carrera
No puedo respirar bien desde el entrenamiento
Ho avuto una fitta al petto durante la salita
Sono svenuto dopo la gara
Senti uma pressão no peito enquanto corria
Desmaiei no fim do treino
Ik had druk op mijn borst tijdens het lopen
Ik ben flauwgevallen na de wedstrijd
`,
  heat_illness: `
I was staggering and babbling nonsense in the heat today
no sweat any more, burning skin and dizzy after the run in 35 degrees
I think I overheated badly, I feel confused
Ich habe einen Hitzschlag, glaube ich
J'ai fait un coup de chaleur pendant la course
Tuve un golpe de calor en la carrera
Ho avuto un colpo di calore
Acho que tive uma insolação na corrida
Ik denk dat ik een zonnesteek heb
`,
  illness: `
I've got a temperature of 38.7 but I feel fine to run
flu since monday, legs itchy to train
tested positive for covid this morning, can I jog
coughing up yellow stuff, intervals tonight?
running a fever, long run tomorrow?
Ich habe 39 Grad Fieber, kann ich laufen?
Mit Grippe im Bett, wann darf ich wieder trainieren?
J'ai 38,5 de fièvre, je cours quand même ?
J'ai la grippe depuis hier
Tengo fiebre de 38, ¿salgo a correr?
Tengo gripe, ¿cuándo vuelvo?
Ho 38 di febbre, posso allenarmi?
Ho l'influenza, corro lo stesso?
Estou com 38 de febre, posso treinar?
Ik heb koorts, mag ik trainen?
Ik heb griep sinds gisteren
`,
  bone_or_gait_pain: `
there's one spot on my shin that is agony when I press it
I limp when I run and it gets worse every km
the pain in my hip keeps me awake at night
I can't put weight on my foot after yesterday's run
the doctor suspects a stress fracture in my metatarsal
sharp bone pain in my foot with every step
Ich humple seit dem Lauf
Mein Schienbein schmerzt an einem Punkt, auch nachts
Je boite depuis ma sortie
J'ai une douleur osseuse au tibia, même la nuit
Cojeo desde la carrera
Me duele la tibia en un punto, incluso de noche
Zoppico da ieri dopo la corsa
Estou mancando desde o treino
Ik loop mank sinds gisteren
`,
  low_energy: `
I haven't had a period in six months and keep training
I make myself sick after meals so I stay light
how do I survive marathon training on 900 calories a day
I skip meals to get to race weight
I'm terrified of putting on weight in the taper
Meine Periode ist seit vier Monaten weg
Ich übergebe mich nach dem Essen, um leichter zu werden
Je n'ai plus mes règles depuis cinq mois
Je me fais vomir après les repas
Hace cinco meses que no tengo la regla
Vomito a propósito después de comer
Non ho il ciclo da cinque mesi
Non mangio per due giorni prima della gara per pesare meno
Não menstruo há cinco meses
Ik ben al vijf maanden niet ongesteld
`,
  self_harm: `
I don't see a reason to go on living
sometimes I think about ending it all when I run over the bridge
I hurt myself on purpose after a bad race
everyone would be better off if I was gone
Ich will nicht mehr leben
Ich denke daran, mir das Leben zu nehmen
Je veux mourir
Je pense au suicide
No quiero seguir viviendo
Pienso en suicidarme
Non voglio più vivere
Penso al suicidio
Não quero mais viver
Penso em me matar
Ik wil niet meer leven
Ik denk aan zelfmoord
`,
  medication: `
can I double my blood pressure pills before a race
should I take ibuprofen to get through the long run
how many paracetamol are ok before a marathon
I'm on beta blockers, which heart rate should I run at
does my antidepressant slow me down
is it ok to stop my blood thinners for race week
Soll ich vor dem Marathon Ibuprofen nehmen?
Ich nehme Betablocker, wie hoch darf mein Puls sein?
Puis-je prendre de l'ibuprofène avant la course ?
Je prends des bêtabloquants
¿Puedo tomar ibuprofeno antes de la carrera?
Tomo betabloqueantes
Posso prendere ibuprofene prima della gara?
Prendo i betabloccanti
Posso tomar ibuprofeno antes da prova?
Mag ik ibuprofen nemen voor de marathon?
`,
  minor: `
I'm 14 and want to run a marathon
my coach at middle school wants me to run 80 km a week, I'm 13
Ich bin 15 und will einen Marathon laufen
J'ai 15 ans, je veux faire un marathon
Tengo 14 años y quiero correr una maratón
Ho 15 anni e voglio correre una maratona
Tenho 14 anos e quero correr uma maratona
Ik ben 15 en wil een marathon lopen
`,
  pregnancy: `
I'm 20 weeks pregnant, how fast should I run
just found out I'm expecting, can I keep doing intervals
had my baby five weeks ago, when can I run again
Ich bin in der 20. Woche schwanger, darf ich laufen?
Je suis enceinte, je peux courir ?
Estoy embarazada, ¿puedo correr?
Sono incinta, posso correre?
Estou grávida, posso correr?
Ik ben zwanger, mag ik hardlopen?
`,
};
