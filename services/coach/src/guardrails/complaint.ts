import { plainText } from './plain-text.ts';

const JOINT = 'knees?|shins?|foot|feet|ankles?|hips?|achilles|heels?|groin|back|toes?|arch';
const MUSCLE = 'calf|calves|hamstrings?|quads?|legs?|thighs?|glutes?';

/** Somebody says that something hurts or that they are ill, in the words of seven languages. */
const complaints = new RegExp(
  [
    `\\b(my|the|left|right|both) ([a-z]+ ){0,2}(${JOINT}|${MUSCLE}|stomach|head|neck|shoulder)( [a-z]+){0,3} (hurts?|hurting|aches?|aching|painful|swollen)\\b`,
    `\\b(my|left|right|both) (${JOINT})( [a-z]+){0,3} (sore|stiff)\\b`,
    `\\b(sore|painful|swollen|aching) (left |right )?(${JOINT})\\b`,
    `\\b(${JOINT}|${MUSCLE}|stomach) (pain|ache)\\b|\\bpains? (in|on|at|under|around|above|below) (my|the|one|both|left|right)\\b|\\bin pain\\b|\\b(some|a|bad|sharp|dull) pain\\b|\\bhurts? (when|if|to|while) \\w+|\\bsomething (hurts|aches)\\b|\\bit (hurts|aches)\\b`,
    "\\b(i am|i'm|im|i've|ive|i got|i have|have|had|with) (been |got |a |an |the )*([a-z]+ )?injur(y|ed|ies)\\b|\\bmy ([a-z]+ )?injury\\b|\\b(pulled|strained|tore|torn|twisted|sprained) (my|a|an)\\b",
    "\\b(i am|i'm|im|i feel|i've been|feel|feeling) (really |very |a bit |so |quite |still )*(sick|ill|unwell|feverish|nauseous|dizzy|light-?headed)\\b(?! of)|\\bi have (a |the )?(bad |slight |head )?(cold|flu|sore throat)\\b(?! (start|shower|bath|run|day|morning|weather|spell))",
    '\\b(tut|tun) ([a-z]+ ){0,4}weh\\b|\\bschmerz(t|en)\\b|(knie|fuss|schienbein|hueft|huft|rucken|waden|fersen|achilles)schmerz|\\b(bin|habe mich|mich) ([a-z]+ )?(verletzt|krank|erkaltet)\\b|\\bfuhle mich ([a-z]+ )?(krank|schlecht|unwohl|elend)\\b',
    "\\bmal (au|a la|aux|a l')|\\b(me|ca|il|elle) (fait|font) ([a-z]+ )?mal\\b|\\bje (suis|me suis|me sens) ([a-z]+ )?(blesse|malade|mal)e?\\b|\\bj'ai une blessure\\b",
    '\\bme duelen?\\b|\\bdolor (de|en|al)\\b|\\b(estoy|me he|me siento) ([a-z]+ )?(lesionad|enferm|mal|maread)',
    '\\bmi (fa|fanno) ([a-z]+ )?male\\b|\\bdolore (al|alla|ai|alle|a)\\b|\\b(sono|mi sento|mi sono) ([a-z]+ )?(malat|infortunat|male)',
    '\\b(me doi|doi|doem)\\b|\\bdor (no|na|nos|nas|de)\\b|\\b(estou|me sinto|me) ([a-z]+ )?(doente|machuc|lesionad|mal)',
    '\\b(doet|doen) ([a-z]+ ){0,3}(pijn|zeer)\\b|\\bpijn (in|aan|op)\\b|\\b(ben|voel me) ([a-z]+ )?(geblesseerd|ziek|niet lekker|beroerd)',
  ].join('|'),
);

/** "No pain", "pain-free", and what is over. */
const denied =
  /\b(no|not|without|zero|never|any|any ?more|keine?|ohne|sans|sin|senza|sem|geen|zonder) ([a-z]+ )?(pain|hurts?|injur\w+|schmerz\w*|douleur|dolor|dolore|dor|pijn)\b|\bpain[- ]free\b|\b(ago|last year|used to|doesn'?t hurt|gone|healed)\b/;

/**
 * The table of triggers leaves plain complaints alone ("my knee hurts"), but a coach who answers them with a session
 * has not listened. Somebody else's knee is no complaint.
 */
export function isComplaint(text: string): boolean {
  const plain = plainText(text.slice(0, 8000)).replaceAll(/\s+/g, ' ');
  return complaints.test(plain) && !denied.test(plain);
}
