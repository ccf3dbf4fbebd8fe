/** The words that decide what a question is about. A slip in any other word does no harm. */
const VOCABULARY = new Set(
  (
    'analyse analyze summary summarise compare compared comparison today yesterday tomorrow tonight week weeks weekly month ' +
    'months monthly monday tuesday wednesday thursday friday saturday sunday january february march april june july august ' +
    'september october november december threshold tempo interval intervals marathon parkrun decoupling efficiency ' +
    'efficient cadence elevation ascent climb climbed climbing training treadmill predict predicted prediction predictions ' +
    'fastest longest furthest biggest hilliest quickest similar balance fitness fatigue recovered recovery readiness ' +
    'overtraining overdoing should personal record records distance mileage kilometre kilometres miles previous latest ' +
    'recent workout workouts session sessions explain improving improve progress trending missing average usual usually normal ' +
    'slower faster quicker harder easier heart zone zones pace paces speed should could would running streak shoes sleep ' +
    'weather calories weight capable expect realistic receipt receipts adjusted maximum metres heartbeat hours minutes ' +
    'injuries injury injured remember upload import connect strava garmin schedule workout fresh tired ready strength ' +
    'pushing repeats strides'
  ).split(' '),
);

/** Ordinary words that a slip of the vocabulary could be taken for, and the other way round. */
const ORDINARY = new Set(
  (
    'space spaces place places page pages peace price face faces race races raced racing track tracks trace speech spend ' +
    'speak sleep steep steel sheep mouth mouths moth north worth both weak weaker weekend weekends wheel wheels while ' +
    'height eight weird weigh weighed heat heard hear head heavy heart hearts earth health healthy zoned tone tones zonal done ' +
    'none gone ones lone later letter latter latent lately rather leather feather whether mother father other others ' +
    'longer largest lowest highest hardest slowest finest faster master matter slowed lower flower flowers power easter ' +
    'easily eastern shorter shores shows shown shore shops shoe showed choose chose those these house horse hours hourly ours yours ' +
    'should shoulder shoulders could would world word work works worked worker fork hills hill climbs climber limb ' +
    'milk mild mile miles smile smiles males meals while files piles tiles minute minus mines lines times limes ' +
    'normally formal informal average beverage usually casual causal actually actual mutual ' +
    'tempt temp temps tempos template temple simple sample samples simpler single ' +
    'train trains trained trainer trainers raining draining straining gaining gain again against brain ' +
    'rest rests tests test best bests beat beats beaten boats goals goal coach couch catch watch watches match march marched ' +
    'recently decent resent record recorded recorder recording recover recovers recovering discover covered ' +
    'resume remove removed remover remembered reminder expert export exported exports except expects expected accept ' +
    'improved improves improvement important imports imported improvise approve progressed progressing progression process ' +
    'predicting predictor predictable product production products protection fiction friction ' +
    'compares comparing company complete completed compute computed compere ' +
    'running runnings runner runners cunning rushing pushing punishing finishing cushion push pulled ' +
    'session season seasons seasonal section sections sessional mission ' +
    'interior internal external intervalled interview interviews intense ' +
    'effective effectively effects effect sufficient deficiency deficient ' +
    'cadences decade decades balanced balances balancing ballance valance ' +
    'elevated elevator evaluation elevations relevant accent accents assent ascend ascending recent decent descent ' +
    'calendar calories calorie salaries weighted weights waits freight fright flight bright right light night might tight fight sight ' +
    'tried tires tired trend trends trendy tread trail trails trial trials strain strains train stride strides streak streaks stream streams ' +
    'steak break breaks breakfast speaks peaks peak ready really reads already read reality road ' +
    'fresher freshly flesh refresh french bench fitness witness fitter filter ' +
    'injure inquiry infuse insure measure measured pressure treasure leisure ' +
    'today toddy monday sundry sunny mundane friend friends fridays firmly family ' +
    'connect correct collect contact contract contest content connected uploaded download unload reload overload overloaded ' +
    'similarly familiar simulate missed misses mission passing massing kissing ' +
    'decided decimal december september member number numbers remember ember ' +
    'jelly july jury june tune dune jungle august angst ' +
    'march starch search april apron apply speedy spread speedwork ' +
    'garments garment strata straight sprint sprints spring springs strong stronger longing lungs ' +
    'explained explains explanation complain maintain plain plains ' +
    'recipe recipes receive received receiver deceit decent ' +
    'adjust adjusts adjusting justed maxim maximal minimum maximise ' +
    'sharp shape shapes share shared shore short shorts sport sports support ' +
    'trailing threading repeat repeated harper sweep sweet timed timid norman norms marco ' +
    'fasted fasting feast breath breathe breathing bread trots trot shin shins ' +
    'hospital habits habit having heaving hoping shopping stopping topping'
  ).split(' '),
);

/** Single slips in the words that matter are put right, two in long ones; a word that is one of its own is left alone. */
export function putRight(word: string): string {
  if (word.length < 5 || VOCABULARY.has(word) || ORDINARY.has(word)) return word;
  // Endings are grammar, not slips: "workouts", "climber", "improves".
  const stem = word.replace(/(?:s|ed|er|ers|ing|ly)$/, '');
  if (stem !== word && (VOCABULARY.has(stem) || VOCABULARY.has(`${stem}e`))) return word;
  const most = word.length >= 9 ? 2 : 1;
  let best: string | undefined;
  let least = most + 1;
  for (const known of VOCABULARY) {
    if (known.length < 5 || Math.abs(known.length - word.length) > most) continue;
    // People rarely miss the first letter, and a wrong one makes other words: "power" is not "lower".
    if (known[0] !== word[0]) continue;
    const slips = slipsBetween(word, known, least);
    if (slips < least) [best, least] = [known, slips];
  }
  return best ?? word;
}

/** Letters added, dropped, changed, or swapped with their neighbour (restricted Damerau–Levenshtein); `limit` ends it early. */
function slipsBetween(one: string, other: string, limit: number): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const now = [row];
    for (let column = 1; column <= other.length; column++) {
      const changed = one[row - 1] === other[column - 1] ? 0 : 1;
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (now[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + changed,
      );
      const isSwap =
        row > 1 &&
        column > 1 &&
        one[row - 1] === other[column - 2] &&
        one[row - 2] === other[column - 1];
      if (isSwap) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      now.push(cost);
    }
    if (Math.min(...now) >= limit) return limit;
    [before, last] = [last, now];
  }
  return last[other.length] ?? limit;
}
