import type { GuardrailWords } from './guardrail-words.ts';

export const dutch: GuardrailWords = {
  answer: {
    emergency: [
      'Wat je beschrijft kan een noodgeval zijn. Stop met lopen en train niet.',
      'Gebeurt het nu, is het nieuw of komt het terug, bel dan meteen het plaatselijke alarmnummer. Blijf niet alleen en rijd niet zelf.',
      'Over training praat ik pas weer als een arts je heeft gezien en groen licht geeft.',
    ],
    self_harm: [
      'Dank je dat je het zegt. Het spijt me dat het zo zwaar is; je hoeft het niet alleen te dragen.',
      'Als je ernaar zou kunnen handelen of gewond bent, bel nu het plaatselijke alarmnummer. De hulplijn in jouw land luistert op elk uur; findahelpline.com noemt hem. Vertel het, als je kunt, aan iemand in de buurt en blijf bij die persoon.',
      'Hardlopen kan wachten. Over training praat ik nu niet.',
    ],
    heat_illness: [
      'Dit kunnen tekenen van hitteziekte zijn, en dat is een noodgeval. Stop meteen.',
      'Eerst koelen: schaduw of een koele ruimte, koud water over het hele lichaam, een ijsbad als het er is, natte doeken en bewegende lucht. Bel bij verwardheid, instorten of flauwvallen het plaatselijke alarmnummer en blijf koelen tot er hulp is.',
      'Train pas weer als een arts groen licht geeft.',
    ],
    bone_or_gait_pain: [
      'Zulke pijn kan van een bot komen, en lopen kan het veel erger maken. Loop niet hard.',
      'Laat er snel een arts of fysiotherapeut naar kijken; kun je niet op het been staan, ga dan vandaag. Tot dan alleen wat zonder schokken en helemaal zonder pijn gaat, zoals zwemmen.',
      'Wat het is kan ik niet zeggen, en training stel ik er niet bij voor.',
    ],
    illness: [
      'Met koorts, hoest op de borst of een infectie train je niet, ook niet rustig. Na een operatie zegt de chirurg wanneer je weer mag lopen.',
      'Rust tot je beter bent en begin dan met kleine stappen. Ga naar een arts als het langer dan een week duurt of erger wordt.',
      'Pijn op de borst, hartkloppingen of benauwdheid in rust: bel het plaatselijke alarmnummer.',
    ],
    low_energy: [
      'Dank je dat je het vertelt. Ik geef geen gewichts- of caloriedoelen, en meer training stel ik hierbij niet voor.',
      'Te weinig eten voor wat je loopt raakt hormonen, botten en stemming. Het komt bij lopers veel voor, het is geen gebrek aan wil, en er is behandeling voor. Praat met een arts, een sportdiëtist of een centrum voor eetstoornissen; findahelpline.com noemt mensen die luisteren.',
      'Val je flauw, of slaat je hart over of op hol, zoek dan vandaag medische hulp.',
    ],
    pregnancy: [
      'Tijdens een zwangerschap en na een bevalling geef ik alleen algemene informatie: geen plan, geen tempo, geen doel. Dat is aan je arts of verloskundige.',
      'Bewegen is voor de meesten gezond, als je het met hen hebt besproken. Stop en zoek medische hulp bij bloedverlies, weeën, vochtverlies, pijn op de borst, of duizeligheid of benauwdheid die blijft.',
      'Wacht na een bevalling minstens twaalf weken en laat je bekkenbodem nakijken voor je weer loopt.',
    ],
    minor: [
      'Onder de achttien maak ik geen persoonlijk trainingsplan en zeg ik niets over gewicht.',
      'Een lichaam dat groeit heeft iemand nodig die je ziet lopen: een trainer op school of bij een club, samen met een ouder. Doet er iets pijn, stop dan en zeg het tegen een volwassene die je vertrouwt.',
    ],
    medication: [
      'Over medicijnen geef ik geen advies: niet over de dosis, niet over beginnen of stoppen, niet over innemen voor een loop of wedstrijd.',
      'Vraag het je arts of apotheker, en vertel hoe je traint. Stop niet zelf met een voorgeschreven middel.',
      'Sommige middelen veranderen hartslag, bloeding, bloedsuiker of pezen. Is de hartslag erdoor veranderd, ga dan op gevoel.',
    ],
    complaint: [
      'Pijn of ziekte kan ik van hieruit niet beoordelen, en een loop stel ik er niet bij voor.',
      'Loop niet als de pijn meer dan licht is, je pas verandert, op één plek op een bot zit, of er in rust of ’s nachts is: laat een arts of fysiotherapeut kijken. Rust bij koorts of hoest op de borst tot je beter bent.',
      'Pijn op de borst, flauwvallen of onverklaarbare benauwdheid: stop en bel het plaatselijke alarmnummer.',
    ],
  },
  remark: {
    emergency:
      'Heeft iemand pijn op de borst, zakt iemand in elkaar of krijgt iemand geen lucht: bel nu het plaatselijke alarmnummer.',
    self_harm:
      'Als het met jou of iemand die je kent zo gaat: de hulplijn in jouw land luistert op elk uur, findahelpline.com noemt hem; bij gevaar het plaatselijke alarmnummer.',
    heat_illness:
      'Bij verwardheid of instorten in de hitte: eerst koelen met koud water en het plaatselijke alarmnummer bellen.',
    bone_or_gait_pain:
      'Bij pijn op een bot, ’s nachts of in rust, of als je mank loopt: niet lopen en naar een arts.',
    illness: 'Met koorts of hoest op de borst: geen training tot je beter bent.',
    low_energy:
      'Gewichts- of caloriedoelen geef ik niet; als eten of gewicht je dwarszit, helpt een arts of een centrum.',
    pregnancy:
      'Tijdens een zwangerschap en na een bevalling is training iets voor je arts of verloskundige.',
    minor: 'Onder de achttien beslissen een trainer die je ziet lopen en een ouder, niet ik.',
    medication: 'Over medicijnen geef ik geen advies: vraag je arts of apotheker.',
    overreaching:
      'Weken van dalende vorm met slechte slaap of somberheid vragen om een rustweek; gaat het niet over, ga dan naar een arts.',
    complaint:
      'Pijn of ziekte kan ik van hieruit niet beoordelen: rust bij twijfel en vraag een arts.',
  },
  stands:
    'Wat je eerder in dit gesprek schreef geldt nog, dus zeg ik hetzelfde opnieuw. Ben je beter, of geeft een arts groen licht, begin dan een nieuw gesprek.',
};
