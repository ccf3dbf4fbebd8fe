import { phraseList } from './phrase-list.ts';

export const SELF_HARM = phraseList(`
I want to kill myself
I don't want to live anymore
I've been thinking about suicide
I feel suicidal
I want to end my life
sometimes I think everyone would be better off without me
I just want to die
there is no point in living any more
I cut myself after bad runs
I've been self-harming again
I wish I was dead
I can't stop thinking about killing myself
I'm going to end it all tonight
life is not worth living
I took too many pills last night
I don't want to be here anymore
thinking of jumping in front of a train
I hurt myself on purpose when I miss a session
nobody would miss me
I'd rather be dead than injured again
i wanna die
running is the only reason I have not taken my own life

Ich will nicht mehr leben
Ich denke an Selbstmord
Ich möchte sterben
Ich bringe mich um
Ich habe Suizidgedanken
Ich ritze mich
Ich will mich umbringen
Es hat alles keinen Sinn mehr zu leben
Ohne mich wären alle besser dran, besser ohne mich
Ich verletze mich selbst
Ich will tot sein
am liebsten wäre ich tot
ich will mir das Leben nehmen
ich sehe keinen Ausweg mehr
Ich will mir etwas antun

Je veux mourir
Je ne veux plus vivre
Je pense au suicide
J'ai envie d'en finir
J'ai des idées suicidaires
Je veux me tuer
Je me fais du mal
Je me scarifie
Ma vie n'a plus de sens
Tout le monde serait mieux sans moi
Je n'ai plus envie de vivre
mettre fin à mes jours
je voudrais être mort
je ne vois plus d'issue

Quiero morir
No quiero vivir
Pienso en el suicidio
Quiero quitarme la vida
Me quiero matar
Tengo pensamientos suicidas
Me corto los brazos
Me hago daño
Mi vida no tiene sentido
Todos estarían mejor sin mí
Quiero acabar con todo
No tengo ganas de vivir
ojalá estuviera muerto
quiero desaparecer

Voglio morire
Non voglio più vivere
Penso al suicidio
Voglio uccidermi
Voglio farla finita
Ho pensieri suicidi
Mi taglio
Mi faccio del male da solo
La mia vita non ha senso
Tutti starebbero meglio senza di me
Voglio togliermi la vita
Vorrei essere morto
autolesionismo
non vedo via d'uscita

Quero morrer
Não quero mais viver
Penso em suicídio
Quero me matar
Tenho pensamentos suicidas
Eu me corto
Quero acabar com a minha vida
Minha vida não tem sentido
Todos estariam melhor sem mim
Queria estar morto
não vejo saída
vontade de morrer
automutilação
estou cansado de viver

Ik wil dood
Ik wil niet meer leven
Ik denk aan zelfmoord
Ik wil er niet meer zijn
Ik heb suïcidale gedachten
Ik snijd mezelf
Ik wil mezelf van kant maken
Ik wil een einde maken aan mijn leven
Iedereen is beter af zonder mij
Ik wil sterven
was ik maar dood
ik doe mezelf pijn, mezelf pijn doen helpt
ik zie geen uitweg meer
zelfbeschadiging
`);
