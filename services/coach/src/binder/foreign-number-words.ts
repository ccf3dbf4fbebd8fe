/**
 * Numbers in words of the other languages that questions are answered in. A model is told to name facts instead; here
 * none of its words is turned into one, so what is written like this is struck. Words that mean something else as well
 * are left out: "once" and "seize", "due" and "sei", "dos", "cent", "sept".
 */
const words = new Set(
  (
    'zwei drei vier funf sechs sieben neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn hundert tausend dutzend ' +
    'deux trois quatre cinq huit neuf dix onze douze treize quatorze quinze vingt vingts trente quarante cinquante soixante septante huitante nonante mille vingtaine dizaine douzaine ' +
    'tres cuatro cinco seis siete ocho nueve diez doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien ciento doscientos ' +
    'quattro cinque sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove cento duecento ' +
    'dois duas quatro sete oito dez doze treze dezasseis dezesseis dezassete dezessete dezoito dezanove dezenove vinte trinta quarenta cinquenta sessenta setenta oitenta cem duzentos ' +
    'twee drie vijf zes zeven negen tien twaalf dertien veertien vijftien zestien zeventien achttien negentien honderd duizend'
  ).split(' '),
);

const COMPOSED = new RegExp(
  [
    // Vierundzwanzig, zwanzig, zweihundert.
    '(?:(?:ein|zwei|drei|vier|funf|sechs|sieben|acht|neun)und)?(?:zwanzig|drei(?:ss|ß)ig|vierzig|funfzig|sechzig|siebzig|achtzig|neunzig)',
    '(?:ein|zwei|drei|vier|funf|sechs|sieben|acht|neun)(?:hundert|tausend)\\p{L}*',
    // Vierentwintig, twintig, tweehonderd.
    '(?:(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen)en)?(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)',
    '(?:twee|drie|vier|vijf|zes|zeven|acht|negen)(?:honderd|duizend)\\p{L}*',
    // Ventiquattro, quarantuno, trecento.
    '(?:vent|trent|quarant|cinquant|sessant|settant|ottant|novant)(?:[ia]|[ia]?(?:uno|due|tre|quattro|cinque|sei|sette|otto|nove))',
    '(?:tre|quattro|cinque|sei|sette|otto|nove)(?:cento|mila)\\p{L}*',
    'veinti(?:un[oa]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve)',
    '(?:tres|cuatro|quinientos|seis|sete|ocho|nove)cientos',
  ].join('|'),
  'u',
);
const whole = new RegExp(`^(?:${COMPOSED.source})$`, 'u');

export function isForeignNumberWord(word: string): boolean {
  const plain = word.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
  return words.has(plain) || whole.test(plain);
}
