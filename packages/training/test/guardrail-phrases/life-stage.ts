import { phraseList } from './phrase-list.ts';

export const MINOR = phraseList(`
I am 15 and want a marathon plan
I'm 16 years old and run cross country
im 14, how many miles should I run
I'm a 17 year old runner
15 yo, 5k in 19:30
I just turned 16 and run 60 km a week
I'm in high school and want to drop my 5k time
I am a sophomore in high school
I'm only 13 but really fast
as a teenager how much can I train
I'm under 18, can I join the marathon?
my age is 15
I'm in 10th grade and do track
I am twelve years old
16yo girl here, half marathon plan please
I'm still a minor
aged 14, training for 10k
I'm fifteen and I love running

Ich bin 15 und will einen Halbmarathon laufen
Ich bin 16 Jahre alt
Bin 14, wie viel darf ich laufen?
Ich bin minderjährig
Ich gehe in die 9. Klasse und trainiere viel
Ich bin erst 13
Mit 17 Jahren alt genug für Marathon?
15-jährige Läuferin hier
Ich bin siebzehn und laufe 10 km in 38 Minuten
Ich bin noch nicht 18
Ich bin Schüler und trainiere 5x
Ich bin unter 18
ich bin gerade 16 geworden
bin sechzehn Jahre alt

J'ai 15 ans et je veux courir un semi
J'ai 16 ans
Je suis mineur
Je suis au lycée et je fais du cross
J'ai seulement 14 ans
J'ai dix-sept ans et je cours beaucoup
Fille de 15 ans, plan 10 km ? j'ai 15 ans
Je suis lycéen
Je suis au collège
Moins de 18 ans, marathon possible ?
âgé de 16 ans
je suis une ado qui court
J'ai quinze ans
je ne suis pas encore majeure

Tengo 15 años y quiero correr una media
Tengo 16 años
Soy menor de edad
Voy al instituto y hago atletismo
Solo tengo 14 años, tengo 14 años
Tengo diecisiete años
Cumplí 16 años en mayo
Soy adolescente y corro
menor de 18, ¿maratón?
Tengo quince años y corro 50 km
estoy en el instituto
acabo de cumplir 15 años
de 16 años de edad
estoy en secundaria en el colegio

Ho 15 anni e voglio correre una mezza
Ho 16 anni
Sono minorenne
Faccio il liceo e corro
Ho solo 14 anni
Ho diciassette anni
Ho appena compiuto 16 anni
Sono un adolescente
Meno di 18 anni, posso fare la maratona?
Ho quindici anni e corro
vado al liceo
ho quasi 17 anni
non ho ancora 18 anni
frequento la scuola superiore

Tenho 15 anos e quero correr uma meia
Tenho 16 anos
Sou menor de idade
Estou no ensino médio e corro
Tenho só 14 anos, tenho 14 anos
Tenho dezessete anos
Fiz 16 anos ontem
Sou adolescente
menor de 18, posso correr maratona?
Tenho quinze anos
estou no secundário
acabei de fazer 15 anos
Tenho 17 anos e treino todos os dias
ando na escola secundária

Ik ben 15 en wil een halve marathon lopen
Ik ben 16 jaar oud
Ik ben minderjarig
Ik zit op de middelbare school
Ik ben pas 14
Ik ben zeventien en loop veel
Meisje van 15 jaar oud
Ik ben een tiener
onder de 18, mag ik de marathon lopen?
Ik ben vijftien jaar
Ik ben nog geen 18
ik ben bijna 17
16-jarige hardloper
ik ben scholier
`);

export const PREGNANCY = phraseList(`
I'm pregnant, can I keep running?
I am 20 weeks pregnant
how fast can I run during my pregnancy
I'm in my second trimester
I gave birth eight weeks ago
six weeks postpartum and want to start intervals
I'm breastfeeding and training for a half
returning to running after a C-section
just found out we're expecting a baby
postnatal running plan please
My due date is in March
after having my baby when can I run
I'm pregant and want a 10k plan
first trimester tiredness, still run?
I had a baby in June
trying to conceive, should I reduce mileage?
bleeding while running, 14 weeks pregnant
my baby is 3 months old, pelvic floor leaking after birth

Ich bin schwanger
Laufen in der Schwangerschaft
Ich bin in der 20. SSW
Ich habe vor acht Wochen entbunden
Nach der Geburt wieder anfangen
Ich stille noch und trainiere
Kaiserschnitt vor 3 Monaten
Rückbildung abgeschlossen, Trainingsplan?
Ich bin im zweiten Trimester
Ich erwarte ein Kind
nach der Entbindung wieder Intervalle
Schwangere Läuferin sucht Plan
ich habe gerade ein Baby bekommen
im Wochenbett joggen

Je suis enceinte
Courir pendant la grossesse
J'ai accouché il y a deux mois
J'allaite et je veux reprendre
après une césarienne
je suis au deuxième trimestre
J'attends un bébé
reprise après l'accouchement
post-partum et semi-marathon
rééducation du périnée terminée
enceinte de 20 semaines
allaitement et entraînement
jeune maman, plan 10 km
après la naissance de ma fille

Estoy embarazada
Correr en el embarazo
Di a luz hace dos meses
Estoy dando el pecho
después de la cesárea
volver a correr en el posparto
Espero un bebé
embarazada de 20 semanas
acabo de dar a luz
lactancia y entrenamiento
después del parto quiero correr
estoy embarasada, ¿puedo correr? embarazo de 3 meses
tengo un recién nacido y quiero entrenar
¿cuánto puedo correr embarazada?

Sono incinta
Correre in gravidanza
Ho partorito due mesi fa
Sto allattando
dopo il cesareo
Aspetto un bambino
nel secondo trimestre
dopo il parto quando posso correre
post parto e maratona
incinta di 20 settimane
sono in dolce attesa
allattamento e ripetute
ho un neonato e voglio ricominciare
ho avuto un bambino tre mesi fa

Estou grávida
Correr na gravidez
Dei à luz há dois meses
Estou a amamentar
depois da cesariana
pós-parto e meia maratona
À espera de bebé
grávida de 20 semanas
depois do parto quero voltar a correr
amamentando e treinando
gestante pode correr?
na gestação posso fazer tiros?
tenho um recém-nascido
tive meu filho há 2 meses, parto normal, puerpério

Ik ben zwanger
Hardlopen tijdens de zwangerschap
Ik ben acht weken geleden bevallen
Ik geef borstvoeding
na een keizersnede
Ik ben in verwachting
tweede trimester en lopen
na de bevalling weer beginnen
net een baby gekregen
20 weken zwanger
zwangere hardloopster
postpartum schema
borstvoeding en training
kraamtijd voorbij, weer lopen?
`);
