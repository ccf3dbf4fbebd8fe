import { occurrences, phrasePattern } from './phrase-pattern.ts';

/** Who and when a phrase is about; a negated phrase is no finding at all. */
export type Reading = 'negated' | 'other_person' | 'long_ago' | 'general' | 'self_now';

/** Fillers a negation may reach across, `no fever cough or chest pain`; anything else ends its reach. */
const FILLER =
  '(?:a|an|any|the|my|more|real|single|sign|signs|of|or|nor|and|any|kind|longer|currently|at|all|symptom|symptoms|sort|form|even|actually|really|been|ever|feeling|feel|felt|having|have|had|get|got|getting|' +
  'fever|cough|pain|pains|ache|dizziness|dizzy|nausea|swelling|palpitations|breathlessness|chest|breath|shortness|fainting|flu|cold|injury|injuries|medication|night|bone|thoughts|covid|' +
  'oder|und|auch|mehr|irgendwelche|zurzeit|aktuell|anzeichen|fieber|husten|schmerzen|schwindel|' +
  'de|d|du|des|la|le|les|l|ni|ou|et|plus|aucune|aucun|douleur|douleurs|fievre|toux|signe|' +
  'el|los|las|ningun|ninguna|un|una|o|y|mas|dolor|fiebre|tos|sintomas|' +
  'il|lo|gli|alcun|alcuna|ne|e|piu|piu|dolore|febbre|tosse|sintomi|' +
  'nem|ou|nenhum|nenhuma|dor|febre|tosse|sintomas|mais|' +
  'of|en|meer|een|de|het|koorts|hoest|pijn|last|van)';

const NEGATORS =
  '(?:no|not|without|never|neither|nor|zero|isnt|arent|wasnt|dont have|do not have|didnt have|havent had|have not had|never had|dont feel|do not feel|doesnt have|dont take|do not take|not taking|dont use|not on|free of|negative for|rule out|ruled out|instead of|' +
  'kein|keine|keinen|keinerlei|ohne|nie|niemals|nicht|habe nie|weder|' +
  'pas de|pas d|(?:suis|ai|est|etait|avais) pas|pas eu|pas encore|sans|aucun|aucune|jamais|jamais eu|ni|' +
  'no tengo|no tuve|no he tenido|sin|nunca|ni|no estoy|no soy|no tomo|' +
  'non ho|non ho avuto|senza|niente|mai avuto|mai preso|non (?:ho )?mai|nessun|nessuna|nessuno|non sono|non prendo|' +
  'nao tenho|nao tive|sem|nunca|nem|nao estou|nao sou|nao tomo|' +
  'geen|zonder|nooit|niet)';

const NEGATED_BEFORE = new RegExp(`(?<!\\w)${NEGATORS}(?: ${FILLER}){0,6} $`);
/** Double negations and refusals that only look like one: `not only chest pain`, `I will not mention my chest pain`. */
const NEGATED_AFTER =
  /^ (?:is |has |are |have )?(?:all |completely |totally )?(?:gone|resolved|healed|cleared up|ruled out|is over|weg|vorbei|verheilt|ausgeheilt|passe|disparu|desaparecio|curado|passato|guarito|passou|curada|over|verdwenen|genezen)(?!\w)/;

const OTHER_PERSON = new RegExp(
  '(?<!\\w)(?:(?:my|a|an|our|his|her|their|the|another|one of my) (?:\\w+ ){0,2}?(?:wife|husband|dad|father|mum|mom|mother|friend|friends|buddy|mate|son|daughter|kid|child|brother|sister|partner|girlfriend|boyfriend|coworker|colleague|teammate|neighbour|neighbor|uncle|aunt|cousin|grandfather|grandmother|client|athlete|guy|man|woman|runner|girl|boy|stranger|participant)s?|someone|somebody|he(?= (?:has|had|is|was|says|said|got|gets|feels|felt|cant|couldnt|collapsed|fainted|passed|wants|keeps|just|takes|suddenly))|she|they|' +
    '(?:mein|meine|meiner|ein|eine|unser|unsere) (?:frau|mann|vater|mutter|freund|freundin|sohn|tochter|bruder|schwester|partner|partnerin|kollege|kollegin|nachbar|kumpel|onkel|tante|opa|oma|laufer|lauferin)|jemand|' +
    '(?:mon|ma|mes|un|une|notre) (?:femme|mari|pere|mere|ami|amie|fils|fille|frere|soeur|copain|copine|collegue|voisin|oncle|tante|cousin|coureur|coureuse|conjoint|compagne)|quelqu un|elle|' +
    '(?:mi|un|una|nuestro) (?:mujer|esposa|marido|esposo|padre|madre|amigo|amiga|hijo|hija|hermano|hermana|novio|novia|companero|companera|vecino|tio|tia|corredor|corredora|pareja)|alguien|' +
    '(?:mio|mia|un|una|il mio|la mia) (?:moglie|marito|padre|madre|amico|amica|figlio|figlia|fratello|sorella|ragazzo|ragazza|collega|vicino|zio|zia|compagno|compagna|corridore)|qualcuno|lui|lei|' +
    '(?:meu|minha|um|uma|o meu|a minha) (?:esposa|mulher|marido|pai|mae|amigo|amiga|filho|filha|irmao|irma|namorado|namorada|colega|vizinho|tio|tia|corredor|corredora)|alguem|ele|ela|' +
    '(?:mijn|een|onze) (?:vrouw|man|vader|moeder|vriend|vriendin|zoon|dochter|broer|zus|partner|collega|buurman|oom|tante|loper|loopmaatje)|iemand|hij|zij) ',
  'g',
);

/** First person between the other person and the phrase makes it the athlete's again: `my wife says my chest pain is nothing`. */
const FIRST_PERSON =
  /(?<!\w)(?:i|im|ive|id|ill|me|my|mine|myself|ich|mir|mich|mein\w*|j|je|m|mon|ma|mes|moi|yo|mi|mis|tengo|estoy|soy|tuve|he|io|mio|mia|ho|sono|eu|meu|minha|tenho|estou|sou|ik|mijn|mij|heb|ben)(?!\w)/;

const LONG_AGO = phrasePattern(
  '(years|year|decade|decades) (ago|back|earlier)|last year|in (19|20)\\d\\d|back in (19|20)\\d\\d|as a (kid|child|teen|teenager|student)|when i was (younger|young|a kid|a child|a teen\\w*|little|at school|in (high school|college))|back in (high school|college|school|the day)|(i|we) used to|in my (teens|twenties|thirties|youth|childhood)|' +
    'vor ~2 (jahr|jahren|jahrzehnten)|letztes jahr|fruher (hatte|war|bin|habe|litt)|als (kind|jugendliche\\w*|teenager)|als ich (kind|jung|klein|in der schule|schuler\\w*)|(in der|meiner) (jugend|schulzeit)|damals|' +
    'il y a ~2 (an|ans|annees)|l (an dernier|annee derniere)|autrefois|quand j etais (jeune|petit\\w*|enfant|ado\\w*|au (lycee|college))|dans ma jeunesse|' +
    'hace ~2 (ano|anos)|el ano pasado|cuando (era (nin\\w*|joven|adolescente|pequen\\w*)|iba al (instituto|colegio))|de (nino|nina|joven)|' +
    '(anno|anni) fa|l anno scorso|da (bambin\\w|ragazz\\w|giovane)|in passato|' +
    '(ha|faz) ~2 (ano|anos)|(ano|anos) atras|ano passado|quando er[ao] (crianca|jovem|adolescente|miud\\w|giovane|piccol\\w|bambin\\w|ragazz\\w)|no passado|' +
    'jaar geleden|jaren geleden|vorig jaar|vroeger (had|was|heb)|als (kind|tiener)|toen ik (jong|klein|kind)',
);

/** `I used to be fine but now`: the past is only the contrast. */
const STILL_NOW = phrasePattern(
  'as a (teen|teenager|student) ~2 (can|should|may|how|what|is|am)|now|again|since|still|anymore|these days|jetzt|wieder|seit|immer noch|maintenant|encore|depuis|de nouveau|ahora|todavia|desde|otra vez|adesso|ancora|di nuovo|agora|ainda|outra vez|de novo|nu|weer|sinds|nog steeds',
);

const GENERAL = phrasePattern(
  '(if|when|unless|in case|should) you ~9 HIT|(wenn|falls|sobald) du ~9 HIT|(wenn|falls|sobald) sie ~9 HIT|si (tu|vous|tienes|notas|sientes|usted|aparece) ~9 HIT|se (hai|senti|avverti|tiver|sentir|voce|tens|notar) ~9 HIT|als je ~9 HIT|HIT ~1 (risk|risks|prevention|awareness)|' +
    '(avoid|avoiding|prevent|preventing|prevention of|risk of|risks of|risk factors|reduce the risk|warning signs|early signs|symptoms of|signs of|(what is|what are|whats)(?! (?:this|these|that|the|wrong|it|causing|up))|how common|how likely|difference between|recognise|recognize|spot|article|podcast|read about|learn about|explain|definition|meaning of|statistics|study|studies|research) ~6 HIT|' +
    '(vermeiden|vorbeugen|verhindern|symptome (von|eines|einer)|anzeichen (von|eines|einer|fur)|was ist|risiko (fur|von|eines|einer)|unterschied zwischen|erkenn\\w*) ~6 HIT|HIT ~3 (vermeiden|vorbeugen|verhindern|erkennen)|' +
    '(eviter|prevenir|symptomes (de|d|du)|signes (de|d|du)|qu est ce que|c est quoi|risque (de|d)|difference entre|reconnaitre) ~6 HIT|' +
    '(evitar|prevenir|sintomas (de|del)|signos (de|del)|que es|riesgo de|risco de|diferencia entre|diferenca entre|reconocer|reconhecer|o que e|sinais de) ~6 HIT|' +
    '(evitare|prevenire|sintomi (di|del|della)|segni (di|del)|cos e|che cos e|rischio di|differenza tra|riconoscere) ~6 HIT|' +
    '(voorkomen|symptomen van|tekenen van|wat is|risico op|verschil tussen|herkennen) ~6 HIT|HIT ~3 (voorkomen|herkennen)',
);
const CLAIMS_IT =
  /(?<!\w)(?:i have|i had|ive|ive got|i got|i get|i keep|i felt|im|i am|i was|i cant|i just|im having|i think i|i feel|i am having|do i have|could i have|i show|i might|my|ich habe|ich hatte|habe ich|j ai|ai je|tengo|tuve|ho|tenho|tive|ik heb|heb ik) /;

/** `never had chest pain like this` is the opposite of a negation. */
const UNTIL_NOW =
  /^ (?:like (?:this|that)|this bad|so bad|before|until (?:now|today)|wie (?:heute|jetzt|diese\w*)|so stark|vorher|comme (?:ca|cela|aujourd)|avant|asi|como (?:esta|este|hoy)|antes|cosi|come (?:questo|oggi)|prima|assim|como (?:esta|este|hoje)|zoals (?:nu|dit|vandaag)|eerder)(?!\w)/;

/** No sentence needs more context; without a bound a text of one endless sentence would cost its length squared. */
const FARTHEST = 400;

/** The sentence around a place of the text, and what of it stands before and after. */
function clauseAround(text: string, start: number, end: number) {
  const from = Math.max(text.lastIndexOf('|', start) + 1, start - FARTHEST);
  const stop = text.indexOf('|', end);
  const to = Math.min(stop === -1 ? text.length : stop, end + FARTHEST);
  return {
    clause: text.slice(from, to),
    before: text.slice(from, start),
    after: text.slice(end, to),
  };
}

function isOther(before: string): boolean {
  const people = [...before.matchAll(OTHER_PERSON)];
  const last = people.at(-1);
  return last !== undefined && !FIRST_PERSON.test(before.slice(last.index + last[0].length));
}

/** How a phrase at this place is meant. In doubt it is the athlete, now: a missed alarm costs more than a needless one. */
export function readingOf(text: string, start: number, end: number): Reading {
  const { clause, before, after } = clauseAround(text, start, end);
  if (NEGATED_BEFORE.test(before) && !UNTIL_NOW.test(after)) return 'negated';
  if (NEGATED_AFTER.test(after)) return 'negated';
  if (isOther(before) && !FIRST_PERSON.test(text.slice(start, end))) return 'other_person';
  if (occurrences(LONG_AGO, clause).length > 0 && occurrences(STILL_NOW, clause).length === 0)
    return 'long_ago';
  const marked = `${before}HIT${after}`;
  const claimed =
    FIRST_PERSON.test(text.slice(start, end)) ||
    CLAIMS_IT.test(before.replace(/.*(?:avoid|prevent) /, ''));
  if (!claimed && occurrences(GENERAL, marked).length > 0) return 'general';
  return 'self_now';
}
