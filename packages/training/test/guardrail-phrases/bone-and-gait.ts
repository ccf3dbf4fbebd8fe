import { phraseList } from './phrase-list.ts';

export const BONE_AND_GAIT = phraseList(`
I think I have a stress fracture in my foot
my shin hurts in one exact spot when I press it
pinpoint pain on my tibia
the bone in my foot is tender to the touch
my foot pain wakes me up at night
it hurts even at rest
I'm limping after every run
pain is 7/10 when I run
my groin hurts when I land
hip pain deep inside for two weeks
can't put weight on my left leg
the pain changes my gait
sharp pain in my hip when I lift my leg
suspected stress reaction in the metatarsal
aching shin at night in bed
I have pain in the femur
my pelvis hurts on one side, sacrum too
had to hobble home
one calf is swollen, red and warm
I walk with a limp since Tuesday
pain 6 out of 10 and getting worse

Ich habe den Verdacht auf Ermüdungsbruch
Mein Schienbein tut an einer Stelle punktuell weh
Druckschmerz am Schienbein
Schmerzen im Fuß auch nachts
Schmerzen in Ruhe am Mittelfuß
Ich humpel seit dem letzten Lauf
Schmerz 7 von 10 beim Auftreten
Meine Leiste schmerzt
Leistenschmerzen beim Laufen
Hüftschmerzen seit drei Wochen
Ich kann nicht mehr auftreten
Ich hinke
Stressfraktur am Mittelfuß
Knochenödem im Schienbein
meine Hüfte tut weh
Wade geschwollen und heiß

J'ai peut-être une fracture de fatigue
J'ai mal au tibia sur un point précis
Douleur osseuse au pied
La douleur me réveille la nuit
Douleur au repos au pied
Je boite depuis hier
Douleur à 7 sur 10
J'ai mal à l'aine
J'ai mal à la hanche
Douleur à la hanche depuis deux semaines
Je ne peux plus poser le pied
pubalgie depuis un mois
fracture de stress au métatarse
je boitille après chaque sortie
mollet gonflé et rouge

Creo que tengo una fractura por estrés
Me duele la tibia en un punto
Dolor óseo en el pie
El dolor me despierta por la noche
Me duele en reposo
Estoy cojeando
Dolor de 7 sobre 10
Me duele la ingle
Dolor de cadera al correr
No puedo apoyar el pie
pubalgia desde hace meses
cojeo desde la carrera
fractura de estrés en el metatarso
me duele el hueso del pie
pantorrilla hinchada y caliente

Credo di avere una frattura da stress
Mi fa male la tibia in un punto preciso
Dolore all'osso del piede
Il dolore mi sveglia di notte
Dolore anche a riposo
Sto zoppicando
Dolore 7 su 10
Mi fa male l'inguine
Dolore all'anca
Non riesco ad appoggiare il piede
pubalgia da un mese
zoppico da ieri
fa male l'osso
frattura da stress al metatarso
polpaccio gonfio e caldo

Acho que tenho uma fratura por estresse
Dói a tíbia num ponto só
Dor no osso do pé
A dor me acorda à noite
Dor em repouso
Estou mancando
Dor 7 em 10
Dor na virilha
Dor no quadril quando corro
Não consigo apoiar o pé
fratura de stress no metatarso
estou a coxear
dói o osso quando pressiono
dor na anca há semanas
panturrilha inchada e vermelha

Ik denk dat ik een stressfractuur heb
Mijn scheenbeen doet pijn op een plek
Botpijn in mijn voet
De pijn maakt me 's nachts wakker
Pijn in rust
Ik loop mank
Pijn 7 van de 10
Pijn in mijn lies
Mijn heup doet pijn
Heuppijn na elke duurloop
Ik kan niet op mijn voet staan
vermoeidheidsbreuk in middenvoet
liespijn bij het lopen
ik hinkel na het lopen
kuit gezwollen en rood
`);
