import { textRule } from './rule.ts';

/** Collapse or fainting, stroke signs and heat stroke, in seven languages. */
export const COLLAPSE_AND_STROKE = [
  textRule('emergency', 'collapse', [
    '(i|just|almost|nearly|suddenly|then|and) ~2 (fainted|faint|passed out|pass out|passing out|blacked out|blacking out|black out|collapsed|keeled over)|(lost|losing|lose|loss of) consciousness|unconscious|unconcious',
    '(fainted|fainting|passed out|blacked out|collapsed|collapse) ~7 (run|running|race|intervals|training|effort|workout|marathon|finish|treadmill|mile|km|track|hill|session|sprint|sprints|exercise|5k|10k)|(feel|feeling|felt) (faint|like fainting|like passing out)|(everything|vision|it all) went (black|dark)|(woke up|came to) ~4 (ground|floor|pavement)',
    'ohnma?e?chtig*|ohnmacht|bewusstlos*|bewusstsein ~4 verl\\w*|verl\\w* ~4 bewusstsein|kreislaufkollaps|kollabiert|kollabiere|(bin|ich|war|fast) ~6 (zusammengebrochen|umgekippt|weggetreten|zusammengeklappt|weggesackt)|schwarz vor ~1 augen',
    'evanou*|perdu connaissance|perte de connaissance|perdre connaissance|dans les pommes|(fait|eu|faire) un malaise|syncope|(suis|failli) ~2 (effondre*|m effondrer|ecroule*)|tourne de l oeil|voile noir',
    '(me|casi|he|haberme) ~2 (desmaye|desmayo|desmayado|desmayar|desmayando|desmayaba|desvaneci*|desplome|desplomado)|desmayarme|(perdi|perdido|perder|perdida de|perdiendo) ~1 (conocimiento|consciencia|conciencia)|colapse|sincope|inconsciente',
    'svenut*|svenire|svengo|svenivo|svenendo|svenimento|perso (i sensi|conoscenza|coscienza)|perdita di (coscienza|conoscenza)|(sono|ero) ~2 (collassat*|crollat\\w a terra)|privo di sensi',
    'desmai*|perdi (a|os) (consciencia|sentidos)|perda de (consciencia|sentidos)|perder os sentidos|(eu|quase|me) ~2 apaguei|colapsei|cai (duro|desacordad\\w)',
    'flauwgevallen|flauw ~1 (gevallen|viel|val|vallen|te vallen)|flauwvallen|flauwviel|(viel|val|vallen) ~3 flauw|bewusteloos|bewustzijn ~2 verl\\w*|verl\\w* ~3 bewustzijn|buiten (bewustzijn|westen)|(ik|ben|bijna) ~5 (in elkaar gezakt|ingestort|weggevallen|ineengezakt)|van mijn stokje|zak\\w* ~2 (in elkaar|ineen)|zwart voor ~1 ogen',
  ]),
  textRule('emergency', 'stroke', [
    '(face|mouth) ~3 (droop*|hanging|numb|paralysed|paralyzed)|slur* ~2 (speech|words|my)|(speech|words) ~3 (slurred|slurring)|(cant|couldnt|cannot|could not) ~2 (move|lift|raise) ~2 arm|(numb*|weak*|paraly*) ~4 (one|left|right) (side|half)|(one|left|right) (side|half) of my (body|face)|(having|had|have) a stroke|mini stroke',
    '(lost|losing|lose) ~2 (vision|sight|my speech)|went blind|sudden\\w* ~3 (blind|blindness|double vision)|(cant|couldnt|cannot) ~1 (speak|talk) ~2 (properly|suddenly|anymore|right|clearly)|sudden\\w* ~2 (couldnt|cant|could not) (speak|talk|see)',
    'schlaganfall|(gesicht|mundwinkel|gesichtsha\\w*) ~4 (hangt|haengt|taub|gelahmt|schief)|(halbseit\\w*|einseitig\\w*|eine seite|rechte seite|linke seite|korperhalfte) ~4 (gelahmt|lahmung|taub\\w*)|lallen|lalle|(arm) ~4 nicht ~2 (bewegen|heben)|sprachstorung*|verwaschen* sprache|plotzlich ~3 (blind|sehstorung*|nichts mehr gesehen|nicht mehr sprechen)',
    '(un|d) avc|avc|(visage|bouche) ~3 (paralys*|tombe|engourdi*|deforme*|affaisse*)|(bras|cote|moitie) ~5 (paralys*|engourdi*)|mal a parler|n arriv\\w* ~2 (pas|plus) ~1 parler|(perdu|perte de) ~2 (vue|vision|parole)',
    '(cara|boca) ~4 (caida|torcida|dormida|paraliz*|cae)|derrame cerebral|ictus|no (puedo|podia|pude) ~1 (hablar|mover (el|mi) brazo)|(lado|mitad) ~5 (dormid*|paraliz*|entumecid*)|perdi ~2 (vista|vision|habla)',
    '(faccia|viso|bocca) ~3 (stort*|paralizz*|addormentat*|cadente)|non (riesco|riuscivo) ~2 (parlare|muovere il braccio)|(lato|meta) ~5 (paralizz*|addormentat*|intorpidit*)|perso ~1 vista',
    '(rosto|boca|cara) ~3 (tort*|caid*|paralis*|dormente)|derrame cerebral|(um|tive|ter) ~1 derrame|nao (consigo|conseguia) ~1 (falar|mexer o braco|mover o braco)|lado ~5 (dormente|paralis*)|perdi ~1 visao',
    'beroerte|herseninfarct|tia gehad|(gezicht|mond\\w*) ~4 (hangt|scheef|verlamd|gevoelloos)|(halfzijdig|een kant|linkerkant|rechterkant) ~5 (verlamd|gevoelloos)|(praat|spreek|praten) ~2 onduidelijk|kan ~3 arm ~2 niet|plotseling ~3 (blind|niets meer zien)',
  ]),
  textRule('heat_illness', 'heat-stroke', [
    'heat ?stroke|sun ?stroke|heat exhaustion|heatstoke|sunstoke',
    '(confused|confusion|disoriented|disorientated|delirious|incoherent|didnt know where|dont know where|couldnt remember where|(talking|babbling) nonsense|babbling|hallucinat*) && (heat|hot|sun|overheat*|humid*|degrees|sweating)',
    '(stopped|stop|not|no longer|quit|isnt) ~1 sweating|no (more )?sweat (any ?more|at all|left)|(skin|body|forehead) ~5 (hot and dry|dry and hot|burning hot|hot dry)|(hot and dry|hot dry|dry hot) skin|(collapse*|fainted|passed out|vomit*) ~7 (heat|the sun)',
    'hitzschlag|sonnenstich|hitzekollaps|hitzeerschopfung|(verwirrt|desorientiert|orientierungslos|wirres zeug|halluzin*) && (hitze|heiss*|sonne|grad|schwitz*)|(schwitze|geschwitzt|schwitzen) ~3 (nicht mehr|aufgehort)|(nicht mehr|kein bisschen mehr|aufgehort ~1 zu) ~2 (schwitz*|geschwitzt)|haut ~5 (heiss und trocken|trocken und heiss|gluhend*)',
    'coup de (chaleur|soleil sur la tete|chaud grave)|insolation|(confus|confuse|desoriente*|delire|delirais|divague*|hallucin*) && (chaleur|chaud|soleil|canicule|degres)|(transpire|transpirais|suais|sue) ~2 plus|peau ~4 (brulante|chaude et seche|seche et chaude)',
    'golpe de calor|insolacion|agotamiento por calor|(confus*|desorientad*|delir*|alucin*) && (calor|sol|grados)|(deje de|ya no|dejado de|dejo de) ~1 sud*|piel ~4 (caliente y seca|seca y caliente|ardiendo)',
    'colpo di (calore|sole)|insolazione|(confus*|disorientat*|delir*|allucin*) && (caldo|sole|afa|gradi)|smesso di sudare|non sud\\w* piu|pelle ~4 (calda e secca|secca e calda|bollente)',
    'insolacao|golpe de calor|intermacao|exaustao pelo calor|(confus*|desorientad*|delir*|alucin*) && (calor|sol|quente|graus)|(parei de|deixei de|ja nao|nao estou mais) ~1 (suar|transpirar|suo|transpiro|suando)|pele ~4 (quente e seca|seca e quente|a ferver)',
    'hitteberoerte|zonnesteek|hitteslag|hitte ?uitputting|(verward|gedesorienteerd|in de war|wartaal|hallucin*) && (hitte|warm\\w*|zon|heet|graden)|(zweet|zweette|zweten) ~3 niet meer|(gestopt met|niet meer) ~2 (zweten|zweet)|huid ~5 (heet en droog|droog en heet|gloeiend*)',
  ]),
];
