/** Long, unmistakable words of the rules; short ones have too many innocent neighbours (`fainted`, `painted`). */
const KEYWORDS = (
  'palpitations breathless unconscious heartbeat suicidal pregnant pregnancy anorexia anorexic laxatives myocarditis pneumonia ' +
  'bronchitis ibuprofen metoprolol bisoprolol heatstroke disoriented postpartum breastfeeding naproxen anticoagulants ' +
  'brustschmerzen schmerzen ohnmachtig bewusstlos herzrasen herzinfarkt hitzschlag sonnenstich schwanger selbstmord umbringen ' +
  'lungenentzundung ermudungsbruch betablocker magersuchtig essstorung minderjahrig kaiserschnitt ' +
  'poitrine palpitations insolation enceinte grossesse suicidaire anorexique accouchement ' +
  'palpitaciones insolacion embarazada embarazo suicidio antiinflamatorio ' +
  'palpitazioni insolazione gravidanza suicidarmi minorenne ' +
  'palpitacoes gravidez amamentando ' +
  'hartkloppingen flauwgevallen zonnesteek zwangerschap zelfmoord bloedverdunners minderjarig stressfractuur'
).split(' ');

const KNOWN = new Set(KEYWORDS);

/** One letter added, dropped, changed, or two neighbours swapped. */
function isOneSlipAway(word: string, keyword: string): boolean {
  if (Math.abs(word.length - keyword.length) > 1) return false;
  let start = 0;
  while (start < word.length && word[start] === keyword[start]) start++;
  const [rest, expected] = [word.slice(start), keyword.slice(start)];
  if (rest.slice(1) === expected.slice(1)) return true;
  if (rest.slice(1) === expected || rest === expected.slice(1)) return true;
  const swapped = `${rest[1] ?? ''}${rest[0] ?? ''}${rest.slice(2)}`;
  return rest.length >= 2 && swapped === expected;
}

/** Puts right single slips in long words that matter, so that `palpitaions` is not missed. First letters must agree. */
export function correctTypos(text: string): string {
  return text.replace(/[a-z]{7,}/g, (word) => {
    if (KNOWN.has(word)) return word;
    return (
      KEYWORDS.find((keyword) => keyword[0] === word[0] && isOneSlipAway(word, keyword)) ?? word
    );
  });
}
