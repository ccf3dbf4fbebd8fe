import { phraseList } from './phrase-list.ts';

export const LOW_ENERGY = phraseList(`
I used to be careful but now I think I have an eating disorder
I'm anorexic and want to run more
I make myself throw up after dinner
I'm scared of gaining weight during the taper
I haven't had my period for four months
I lost my period since marathon training
my periods have stopped
no period for 5 months, more miles ok?
my BMI is 17
I lost 7 kg in 3 weeks
I only eat 900 calories a day and run 80 km
I take laxatives before weigh-in
I feel guilty when I eat after rest days
I binge eat after long runs and then purge
I'm terrified of getting fat when injured
my libido is gone and I'm always tired
low testosterone since I upped my mileage
this is my second stress fracture this year
bulimia is back
I'm underweight but want to get lighter for the race
I don't deserve food on rest days
disordered eating in the past months

Ich habe eine Essstörung
Ich bin magersüchtig
Ich übergebe mich nach dem Essen absichtlich
Ich habe Angst zuzunehmen
Meine Periode ist seit vier Monaten ausgeblieben
Ich habe seit drei Monaten keine Regelblutung mehr
Mein BMI ist 17,2
Ich habe 6 kg in 3 Wochen abgenommen
Ich esse nur 900 kcal am Tag
Ich nehme Abführmittel
Bulimie
Ich habe Fressanfälle
schlechtes Gewissen wenn ich gegessen habe, Essen macht mir Angst: schlechtes Gewissen nach dem Essen
Libido weg, Testosteron niedrig
das ist schon mein zweiter Ermüdungsbruch
untergewichtig und will schneller werden

J'ai un trouble du comportement alimentaire
Je suis anorexique
Je me fais vomir après les repas
J'ai peur de grossir
Je n'ai plus mes règles depuis 4 mois
Mes règles ont disparu
Mon IMC est de 17
J'ai perdu 6 kg en 3 semaines
Je mange 900 calories par jour
Je prends des laxatifs
je suis boulimique
je culpabilise quand je mange
aménorrhée depuis l'été
baisse de libido et fatigue
c'est ma deuxième fracture de fatigue

Tengo un trastorno alimentario
Soy anoréxica
Me provoco el vómito
Tengo miedo a engordar
No me viene la regla desde hace 4 meses
Sin la regla desde enero
Mi IMC es 17
He perdido 6 kg en 3 semanas
Como 900 calorías al día
Tomo laxantes
tengo bulimia
me doy atracones
me siento culpable al comer
testosterona baja
es mi segunda fractura por estrés

Ho un disturbo alimentare
Sono anoressica
Mi provoco il vomito
Ho paura di ingrassare
Non ho più il ciclo da 4 mesi
Mi è saltato il ciclo da mesi
Il mio BMI è 17
Ho perso 6 kg in 3 settimane
Mangio 900 calorie al giorno
Prendo lassativi
soffro di bulimia
mi abbuffo e poi digiuno
mi sento in colpa quando mangio
testosterone basso
è la mia seconda frattura da stress

Tenho um transtorno alimentar
Sou anoréxica
Eu provoco o vômito
Tenho medo de engordar
Minha menstruação sumiu há 4 meses
Não menstruo desde janeiro
Meu IMC é 17
Perdi 6 kg em 3 semanas
Como 900 calorias por dia
Tomo laxantes
tenho bulimia
compulsão alimentar
sinto culpa ao comer
testosterona baixa
é a minha segunda fratura por stress

Ik heb een eetstoornis
Ik heb anorexia
Ik laat mezelf braken na het eten
Ik ben bang om aan te komen
Ik ben al vier maanden niet ongesteld geweest
Mijn menstruatie is weggebleven
Mijn BMI is 17
Ik ben 6 kg in 3 weken afgevallen
Ik eet 900 kcal per dag
Ik gebruik laxeermiddelen
ik heb boulimia
eetbuien na lange duurlopen
ik voel me schuldig als ik eet
laag testosteron
dit is mijn tweede stressfractuur
`);
