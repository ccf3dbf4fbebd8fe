import { phraseList } from './phrase-list.ts';

export const MEDICATION = phraseList(`
I take beta blockers, how do I set my heart rate zones?
I'm on bisoprolol 5 mg
metoprolol and marathon training
my doctor prescribed propranolol for migraines
I'm on blood thinners, is trail running ok
taking warfarin
on Eliquis since last year
I inject insulin before long runs
type 1 diabetic with insulin pump
I take gliclazide
I'm on adderall, does it affect heart rate?
ritalin before a race?
should I take ibuprofen before the marathon
popping advil at km 30
naproxen for my knee on race day
I was prescribed ciprofloxacin, can I run?
levofloxacin and achilles pain
is a painkiller before the start ok
diclofenac gel and tablets
can I double my insulin dose
I take ivabradine
NSAIDs during ultras?

Ich nehme Betablocker
Bisoprolol seit zwei Jahren
Metoprolol und Pulszonen
Ich nehme Blutverdünner
Marcumar und Trailrunning
Xarelto
Ich spritze Insulin
Ritalin vor dem Wettkampf
Ibuprofen vor dem Marathon?
Schmerztabletten während des Laufs
Ciprofloxacin genommen, Achillessehne zwickt
Voltaren vor dem Start
Ich nehme Medikinet
Schmerzmittel beim Ultra

Je prends des bêtabloquants
sous bisoprolol
je suis sous anticoagulants
Xarelto et course à pied
je m'injecte de l'insuline
je prends de la ritaline
Ibuprofène avant le marathon
anti-inflammatoires pendant la course
sous ciprofloxacine
Voltarène avant le départ
métoprolol et zones cardiaques
pompe à insuline
aspirine avant la course
antidouleurs au départ

Tomo betabloqueantes
Tomo bisoprolol
Tomo anticoagulantes
Sintrom y correr
Me pongo insulina
Tomo metilfenidato
Ibuprofeno antes del maratón
antiinflamatorios durante la carrera
me recetaron ciprofloxacino
naproxeno para la rodilla
analgésicos antes de correr
diclofenaco y entrenar
tomo propranolol
¿puedo tomar aspirina antes?

Prendo i betabloccanti
Prendo bisoprololo
Prendo anticoagulanti
Coumadin e corsa
Faccio l'insulina
Ritalin e gara
Ibuprofene prima della maratona
antinfiammatori in gara
prendo ciprofloxacina
Voltaren prima della gara
antidolorifici durante l'ultra
prendo il metoprololo
aspirina prima del lungo
eparina dopo intervento

Tomo betabloqueadores
Tomo bisoprolol
Tomo anticoagulante
varfarina ou warfarina e corrida
Uso insulina
Tomo ritalina
Ibuprofeno antes da maratona
anti-inflamatórios na prova
estou a tomar ciprofloxacina
diclofenaco para o joelho
analgésico antes do treino
tomo propranolol
aspirina antes da corrida
posso tomar naproxeno?

Ik slik bètablokkers
Ik gebruik metoprolol
Ik gebruik bloedverdunners
Eliquis en trailrunnen
Ik spuit insuline
Ritalin voor de wedstrijd
Ibuprofen voor de marathon
pijnstillers tijdens het lopen
ciprofloxacine gekregen
diclofenac voor mijn knie
ontstekingsremmers voor de start
ik neem propranolol
bisoprolol en hartslagzones
aspirine voor de duurloop
`);
