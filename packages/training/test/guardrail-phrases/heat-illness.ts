import { phraseList } from './phrase-list.ts';

export const HEAT_ILLNESS = phraseList(`
I think I have heat stroke
I was confused and disoriented at the end of the race in the heat
I stopped sweating although it was 34 degrees
My skin is hot and dry after the run and I feel dizzy
I collapsed from the heat yesterday
I had sunstroke on Saturday, can I race tomorrow?
I got heatstroke in today's half marathon
it was so hot that I became delirious
I was overheating and talking nonsense according to my mates, confused for an hour
I got heat exhaustion this afternoon
vomited and fainted in the heat
didn't know where I was after the marathon, it was really hot
I'm no longer sweating and it's boiling hot
hallucinating in the sun at km 70
I have signs of heat stroke
I passed out in the sun
Feeling confused after running in humid weather
skin is burning hot and I am not sweating anymore

Ich glaube ich habe einen Hitzschlag
Gestern Sonnenstich beim Lauf, darf ich morgen wieder?
Ich war nach dem Lauf in der Hitze total verwirrt
Ich schwitze nicht mehr obwohl es so heiß ist
Meine Haut ist heiß und trocken
Hitzekollaps beim Halbmarathon gehabt
Bei 35 Grad war ich plötzlich desorientiert
ich hatte aufgehört zu schwitzen
Hitzeerschöpfung nach dem Training
ich hab wirres Zeug geredet bei der Hitze
Meine Haut glüht, gluhend heiß und ich bin verwirrt wegen der Sonne
In der Sonne kollabiert, Hitzschlag vermutet
War orientierungslos wegen der Hitze
nicht mehr geschwitzt und schwindelig
Ich habe Halluzinationen von der Hitze

J'ai eu un coup de chaleur hier
Je crois que j'ai une insolation
J'étais confus après la course à cause de la chaleur
Je ne transpire plus alors qu'il fait 35
Ma peau est brûlante et sèche
désorientée pendant la sortie en plein soleil
je délirais avec la canicule
Coup de chaleur au marathon ce matin
peau chaude et sèche après le run
insolation pendant l'ultra
J'ai des hallucinations par cette chaleur
Je suais plus du tout et il faisait chaud
je divague avec le soleil
complètement confuse, trop chaud
je fais peut-être un coup de chaleur

Tuve un golpe de calor ayer
Creo que tengo una insolación
Estaba confundido y desorientado por el calor
Dejé de sudar aunque hacía mucho calor
Tengo la piel caliente y seca
Me da un golpe de calor en cada carrera
Estoy delirando con este sol
Ya no sudo y hace 38 grados
agotamiento por calor después de correr
desorientada en la media maratón por el calor
La piel ardiendo y mareo
alucinaciones por el calor
me dio una insolación entrenando
confusión después de correr al sol
golpe de calor esta mañana

Ho avuto un colpo di calore
Ho preso un'insolazione durante il lungo
Ero confuso per il caldo
Ho smesso di sudare con 35 gradi
La pelle è calda e secca
Credo sia un colpo di sole
disorientata dopo la gara, faceva caldissimo, troppo caldo
non sudo più e mi gira la testa
deliravo per il caldo
allucinazioni sotto il sole
confusione mentale con questa afa
colpo di calore ieri, posso correre oggi?
pelle bollente dopo la corsa
insolazione al mare dopo l'allenamento

Tive uma insolação ontem
Acho que tive um golpe de calor
Fiquei confuso por causa do calor
Parei de suar mesmo com 36 graus
A pele está quente e seca
desorientada no fim da prova com muito calor
Estava delirando no sol
exaustão pelo calor no treino
golpe de calor na maratona
já não transpiro e está muito quente, deixei de suar
alucinei com o calor
insolação forte depois da corrida
confusão mental no calor
tive intermação

Ik heb een zonnesteek opgelopen
Ik denk dat het een hitteberoerte is
Ik was verward door de hitte
Ik zweet niet meer terwijl het 33 graden is
Mijn huid is heet en droog
hitteslag tijdens de marathon
in de war na het lopen in de zon
gedesoriënteerd, het was veel te warm
hitte-uitputting gisteren
wartaal in de hitte
ik was gestopt met zweten
zonnesteek na duurloop
gloeiende huid, huid gloeiend heet
hallucinaties door de warmte
`);
