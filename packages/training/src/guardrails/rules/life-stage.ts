import { textRule } from './rule.ts';

/** Numbers that count something else than years of age. */
const NOT_A_UNIT =
  '(?! (?:min|mins|minute|minutes|minuten|minuti|minutos|km|kms|k|kilom\\w*|m|meter|meters|metre|metres|mile|miles|week|weeks|wochen|woche|weken|semaines?|semanas?|settimane|day|days|tage|tagen|dagen|jours?|dias?|giorni|month|months|monate|maanden|mois|meses|mesi|kg|kgs|kilo|kilos|pounds|lbs|cm|second|seconds|sec|secs|s|sek\\w*|seg\\w*|secondi|hour|hours|h|stunden|uur|heures|horas|ore|reps?|runs?|percent|prozent|bpm|beats|pace|place|th|st|nd|rd|of|out|in|into|from|away|or so (?:km|miles|weeks)|pm|am|uhr|outof10|times|mal|laps?|rounds?|races|marathons|sessions|hm|halb\\w*)(?!\\w))';
const AGE = '(?:8|9|1[0-7])';
const WORD_AGE_EN = '(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)';
/** Years of running, not of life. */
const NOT_EXPERIENCE =
  '(?! (?:d experience|de experience|d exp|de course|de pratique|que je|corriendo|de experiencia|entrenando|haciendo|di esperienza|di corsa|che corro|de experiencia|de corrida|correndo|a correr|ervaring|aan het|lauferfahrung|erfahrung|dabei|of))';

/** Under 18, and pregnant or postpartum, in seven languages. */
export const LIFE_STAGE = [
  textRule('minor', 'under-18', [
    `(i am|im|i m|iam|i just turned|i turned|just turned|turning|ive just turned) (only |just |nearly |almost |currently |still )?(${AGE}|${WORD_AGE_EN})${NOT_A_UNIT}`,
    `(${AGE}|${WORD_AGE_EN}) (years? old|year olds?|y o|yo|yrs? old|yrs|yr old)|age ${AGE}|aged ${AGE}|(${AGE})(yo|yrs|m|f)(?= )(?! (km|race))|my age is ${AGE}`,
    '(im|i am|im still|i am still|currently|still) ~1 (in|at) (high school|middle school|junior high|secondary school|6th form|sixth form)|i run ~3 (high school|school) (cross country|track)|(im|i am) (a |an )?(freshman|sophomore|junior|senior|student|athlete|runner) (in|at) (a |my )?(high school|middle school|secondary school)|(im|i am) a high ?school(er)? ~1 (student|runner|athlete)|high ?schooler here|high school (student|runner|athlete) here|my school coach|(im|i am) (a |still a |only a |just a )?(teen|teenager|minor|underage|kid|schoolboy|schoolgirl)|as a (teen|teenager|minor|schoolgirl|schoolboy)|(im|i am) (still )?(under|below) (18|eighteen)(?! (?:min|minutes|for|in|on|at|flat|now))|(im|i am) in ~1 (7th|8th|9th|10th|11th|12th) grade\\w*|year (7|8|9|10|11|12|13) student|(im|i am) (in year (7|8|9|10|11|12|13)|not yet (18|eighteen))|not yet (18|eighteen)|i run cross country for my school',
    `(ich bin|bin|bin erst|werde) (erst |gerade |noch |jetzt )?(${AGE}|zehn|elf|zwolf|dreizehn|vierzehn|funfzehn|sechzehn|siebzehn)${NOT_A_UNIT}(?! (?:gelaufen|km|kilometer|minuten))|(${AGE}|vierzehn|funfzehn|sechzehn|siebzehn) ?jahre (alt|jung)|${AGE} ?jahrige\\w*|minderjahrig\\w*|mit ${AGE} jahren(?! (?:lauf)?erfahrung)|noch nicht (18|volljahrig)|(ich bin|bin) (noch )?unter 18(?! (?:min\\w*|auf|uber))|(bin in der|gehe in die|besuche die|gehe (noch )?zur) (\\d+ |\\w+ )?(klasse|schule|gymnasium)|gehe noch zur schule|als teenager|bin ~2 (schuler|schulerin|teenager|jugendliche\\w*)`,
    `j ai (que |seulement |juste |bientot |presque |a peine )?(${AGE}|dix|onze|douze|treize|quatorze|quinze|seize|dix sept) ans${NOT_EXPERIENCE}|(age|agee) de ${AGE} ans|(suis|encore|toujours) (mineur|mineure)|moins de 18 ans|(suis|vais|etudie) (encore )?au (lycee|college)|(lyceen|lyceenne|collegien|collegienne|ado|adolescent|adolescente)|pas encore (18|majeur\\w*)|en (seconde|premiere|terminale) au lycee`,
    `(tengo|cumpli|acabo de cumplir|cumplo) (solo |casi |ya |apenas )?(${AGE}|diez|once|doce|trece|catorce|quince|dieciseis|diecisiete) anos${NOT_EXPERIENCE}|(soy|aun soy|todavia soy) (menor|adolescente|estudiante de secundaria)|menor de (edad|18)|(voy al|estudio en el|estoy en el|estoy en|curso) (instituto|colegio|secundaria|bachillerato)|de ${AGE} anos de edad`,
    `(ho|compio|appena compiuto|ho appena compiuto|ho compiuto) (solo |quasi |appena )?(${AGE}|dieci|undici|dodici|tredici|quattordici|quindici|sedici|diciassette) anni${NOT_EXPERIENCE}|minorenne|(al|vado al|faccio il) liceo|sono (un |una )?(adolescente|studente delle superiori|ragazzin[oa])|meno di 18 anni|scuola (media|superiore)|non (ho|sono) ancora (18 anni|maggiorenne)`,
    `(tenho|fiz|faco|acabei de fazer|completei) (so |apenas |quase )?(${AGE}|dez|onze|doze|treze|catorze|quatorze|quinze|dezesseis|dezasseis|dezessete|dezassete) anos${NOT_EXPERIENCE}|menor de (idade|18)|(estou no|ando no|curso o|faco o) (ensino medio|liceu|secundario|colegio)|sou (um |uma )?(adolescente|menor)|(ando na|estudo na|estou na) escola secundaria`,
    `(ik ben|ben) (pas |net |nog |bijna |nu )?(${AGE}|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien)${NOT_A_UNIT}(?! (?:gelopen|km|kilometer|minuten))|(${AGE}|veertien|vijftien|zestien|zeventien) jaar (oud|jong)|${AGE} ?jarige|minderjarig\\w*|nog geen 18|onder de 18 (jaar|mag)|ben ~1 onder de 18(?! min\\w*)|(op de|zit op|mijn) (middelbare school|middelbare|havo|vwo|vmbo)|(tiener|puber|scholier)`,
  ]),
  textRule('pregnancy', 'pregnant', [
    'pregnan*|pregant|pregnat|prenant woman|expecting (a |our |my )?(baby|child|twins|first)|(first|second|third|1st|2nd|3rd) trimester|my due date|baby bump|prenatal|weeks along|with child|ivf|trying to conceive|im expecting',
    'schwanger*|in anderen umstanden|(erstes|zweites|drittes|ersten|zweiten|dritten) trimester|trimenon|ssw|erwarte ~2 (kind|baby)|babybauch|kinderwunsch',
    'enceinte|grossesse|(premier|deuxieme|troisieme|1er|2e|3e) trimestre|attends un (bebe|enfant)|semaines d amenorrhee',
    'embaraz*|encinta|gestacion|(primer|segundo|tercer) trimestre ~3 (embarazo|gestacion)|espero un (bebe|hijo)|estoy en estado|gravid\\w*|gravidez|gestante|gestacao|a espera de (um )?(bebe|filho)',
    'incinta|gravidanza|dolce attesa|aspetto un (bambino|bimbo|figlio)|(primo|secondo|terzo) trimestre|zwanger*|in verwachting|(eerste|tweede|derde) trimester|babybuik|kinderwens',
  ]),
  textRule('pregnancy', 'postpartum', [
    'post ?partum|post ?natal|gave birth|given birth|after (birth|giving birth|childbirth|having (a|my) baby|delivery of)|(had|having) (a|my|our) baby|c section|caesarean|cesarean|breast ?feed*|nursing (my|a) (baby|newborn)|newborn|(weeks|months) after (birth|delivery|having)|pelvic floor ~4 (birth|baby|leak*)|my baby is|new mom|new mum',
    'entbindung|entbunden|nach der geburt|kaiserschnitt|wochenbett|stille (noch|gerade|mein)|stillzeit|ruckbildung*|(kind|baby) ~3 (bekommen|geboren|entbunden)|neugeboren*|am stillen',
    'accouche*|accouchement|cesarienne|allaite*|allaitement|apres la naissance|reeducation (du perinee|perineale)|nouveau ne|jeune maman',
    '(di|dado|dar) a luz|posparto|post parto|postparto|cesarea|(dando|doy|doy el) ~1 pecho|lactancia|recien nacid[oa]|despues del parto|despues de tener (a mi|un) (bebe|hij\\w)|pos parto|(a|estou a) amamentar|amamentando|amamento|recem nascido|cesariana|depois do parto|dei a luz|tive (um |uma |o meu |a minha |meu |minha )?(bebe|filh[oa])|puerperio',
    '(ho )?partorit[oa]|dopo (il )?parto|cesareo|allatt*|neonat[oa]|avuto un (bambino|bimbo|figlio)|bevallen|bevalling|keizersnede|borstvoeding|kraam\\w*|net (een )?(kind|baby) gekregen|pasgeboren\\w*',
  ]),
];
