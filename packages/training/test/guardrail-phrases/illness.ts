import { phraseList } from './phrase-list.ts';

export const ILLNESS = phraseList(`
I have a fever but my long run is tomorrow
running with a fever of 38.5, ok or not?
my temperature is 38.9 this morning
I've got a chesty cough, should I do the intervals?
coughing up green phlegm but legs feel fine
I have the flu, when can I train again
just tested positive for covid
I have covid, mild symptoms only
recovering from covid, can I race in a week?
I still cough from my chest after bronchitis
doctor suspects myocarditis
had pneumonia two weeks back, how to return?
I had knee surgery three weeks ago
had my appendix out last week, can I jog?
I was operated on last month
I'm feverish and have chills
long covid makes me tired
stomach flu since yesterday
food poisoning last night, race on Sunday
caught the flu from my kids
running a temperature but feel ok

Ich habe Fieber, darf ich laufen?
Seit gestern 38,5 Fieber und trotzdem Training?
Ich habe starken Husten mit Schleim
Husten sitzt tief in der Brust
Ich habe Grippe, wann kann ich wieder starten
Corona positiv seit Montag
Ich hatte Covid letzte Woche
Der Arzt vermutet eine Herzmuskelentzündung
Lungenentzündung überstanden, wie wieder anfangen?
Ich wurde vor zwei Wochen am Knie operiert
Nach meiner OP vor drei Wochen möchte ich wieder laufen
Magen-Darm seit heute früh
grippaler Infekt, Lauf verschieben?
Ich habe erhöhte Temperatur
habe Schüttelfrost
positiv getestet, wie lange pausieren?

J'ai de la fièvre depuis ce matin
39 de fièvre, je peux courir ?
J'ai une grosse toux grasse
Je tousse beaucoup des bronches
J'ai la grippe
J'ai le covid
J'ai été testé positif hier
On suspecte une myocardite
J'ai une bronchite
J'ai été opéré du genou il y a trois semaines
Je viens de me faire opérer
gastro-entérite cette nuit
J'ai eu le covid la semaine passée
après mon opération je veux reprendre
pneumonie le mois dernier
j'ai des frissons et de la température

Tengo fiebre, ¿puedo entrenar?
Estoy con 38 de fiebre
Tengo mucha tos con flemas
Tos de pecho desde hace días
Tengo gripe
Di positivo en covid
Tuve covid la semana pasada
Me diagnosticaron miocarditis
Tengo bronquitis
Me operaron hace dos semanas
Después de mi operación de menisco
neumonía hace un mes
intoxicación alimentaria ayer
estoy griposo
con escalofríos y fiebre

Ho la febbre
Ho 38 di febbre, posso correre?
Ho una brutta tosse con catarro
Tosse di petto da una settimana
Ho l'influenza
Ho il covid
Sono risultato positivo al tampone
sospetta miocardite
ho avuto la bronchite
Sono stato operato due settimane fa
Dopo l'operazione al ginocchio quando posso riprendere?
polmonite il mese scorso
gastroenterite da ieri
sono influenzata
ho i brividi e febbricola

Estou com febre
Tenho 39 de febre
Estou com tosse e catarro no peito
Peguei gripe
Estou gripado
Testei positivo para covid
Tive covid há duas semanas
suspeita de miocardite
Estou com bronquite
Fui operado há três semanas
Depois da cirurgia no joelho
pneumonia no mês passado
intoxicação alimentar ontem
tenho calafrios
estou com virose

Ik heb koorts
Ik heb 38,7 koorts en wil trainen
Ik hoest veel slijm op
Diepe hoest op de borst
Ik heb griep
Ik heb corona
Positief getest op covid
verdenking op myocarditis
Ik heb bronchitis
Ik ben twee weken geleden geopereerd
Na mijn operatie wil ik weer beginnen
longontsteking gehad vorige maand
buikgriep sinds gisteren
ik ben grieperig
lichte verhoging vanmorgen
`);
