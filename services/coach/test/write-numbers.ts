import { renderFact, renderRange, type Fact } from '@evensplit/contracts';

const MILE = 1609.344;
const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'x ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** 0 to 999 in words. */
function inWords(value: number): string {
  if (value < 20) return ONES[value] ?? '';
  if (value < 100) {
    const ones = value % 10;
    return `${TENS[Math.floor(value / 10)]}${ones === 0 ? '' : `-${ONES[ones]}`}`;
  }
  const rest = value % 100;
  return `${ONES[Math.floor(value / 100)]} hundred${rest === 0 ? '' : ` and ${inWords(rest)}`}`;
}

function clock(seconds: number): string {
  const whole = Math.round(seconds);
  const s = String(whole % 60).padStart(2, '0');
  const m = Math.floor(whole / 60);
  if (m < 60) return `${m}:${s}`;
  return `${Math.floor(m / 60)}:${String(m % 60).padStart(2, '0')}:${s}`;
}

type Writer = (value: number) => string;

/** How people and models write a value of each unit; every line is true to its last written place. */
const writers: Record<string, Writer[]> = {
  distance: [
    (m) => `${(m / 1000).toFixed(2)} km`,
    (m) => `${(m / 1000).toFixed(1)} km`,
    (m) => `${(m / 1000).toFixed(1)}km`,
    (m) => `${Math.round(m / 1000)} km`,
    (m) => `${(m / 1000).toFixed(1)} kilometres`,
    (m) => `${(m / 1000).toFixed(1)}k`,
    (m) => `about ${Math.round(m / 1000)} kilometers`,
    (m) => `${(m / MILE).toFixed(1)} miles`,
    (m) => `${(m / MILE).toFixed(2)} mi`,
    (m) => `${Math.round(m).toLocaleString('en-GB')} m`,
    (m) => `${Math.round(m)} metres`,
    (m) => `${inWords(Math.round(m / 1000))} kilometres`,
    (m) => `${(m / 1000).toFixed(1).replace('.', ',')} km`,
    (m) => `**${(m / 1000).toFixed(1)} km**`,
    (m) => `a ${(m / 1000).toFixed(1)} km run`,
    (m) => `a ${Math.round(m / 1000)}-kilometre run`,
  ],
  height: [
    (m) => `${Math.round(m)} m`,
    (m) => `${Math.round(m)} metres`,
    (m) => `${Math.round(m / 0.3048)} ft`,
    (m) => `${Math.round(m)}m`,
    (m) => `${Math.round(m / 0.3048)} feet`,
    (m) => `about ${Math.round(m)} meters of climbing`,
  ],
  s: [
    (s) => clock(s),
    (s) => clock(Math.floor(s)),
    (s) => `${Math.round(s / 60)} minutes`,
    (s) => `${Math.round(s / 60)} min`,
    (s) => `${(s / 60).toFixed(1)} minutes`,
    (s) => `${Math.floor(Math.round(s / 60) / 60)} h ${Math.round(s / 60) % 60} min`,
    (s) =>
      `${Math.floor(Math.round(s / 60) / 60)}h${String(Math.round(s / 60) % 60).padStart(2, '0')}`,
    (s) => `${Math.floor(Math.round(s) / 60)} min ${Math.round(s) % 60} s`,
    (s) => `${Math.floor(Math.round(s) / 60)} minutes and ${Math.round(s) % 60} seconds`,
    (s) => `around ${Math.round(s / 60)} minutes`,
    (s) => `${inWords(Math.round(s / 60))} minutes`,
    (s) => `a total of ${clock(s)}`,
  ],
  's/km': [
    (p) => `${clock(p)}/km`,
    (p) => `${clock(p)} /km`,
    (p) => `${clock(p)} per km`,
    (p) => `${clock(p)} min/km`,
    (p) => `${clock(p)} per kilometre`,
    (p) => `a pace of ${clock(p)}`,
    (p) => `${clock((p * MILE) / 1000)}/mi`,
    (p) => `${clock((p * MILE) / 1000)} per mile`,
    (p) => `${(3600 / p).toFixed(1)} km/h`,
    (p) => `${(3600 / p / (MILE / 1000)).toFixed(1)} mph`,
    (p) => `${(1000 / p).toFixed(2)} m/s`,
    (p) => `${Math.floor(p / 60)}'${String(Math.floor(p) % 60).padStart(2, '0')}"/km`,
    (p) => `${Math.floor(p / 60)} minutes and ${Math.floor(p) % 60} seconds per kilometre`,
    (p) => `${Math.round(p)} s/km`,
  ],
  bpm: [
    (b) => `${Math.round(b)} bpm`,
    (b) => `${Math.floor(b)} bpm`,
    (b) => `${Math.round(b)} beats per minute`,
    (b) => `${Math.round(b)}bpm`,
    (b) => `a heart rate of ${Math.round(b)}`,
    (b) => `an average of ${Math.round(b)}`,
    (b) => `${inWords(Math.round(b))} beats per minute`,
    (b) => `${b.toFixed(1)} bpm`,
  ],
  spm: [
    (c) => `${Math.round(c)} spm`,
    (c) => `${Math.round(c)} steps per minute`,
    (c) => `${Math.round(c)} steps/min`,
    (c) => `a cadence of ${Math.round(c)}`,
  ],
  '%': [
    (v) => `${Math.abs(v).toFixed(1)} %`,
    (v) => `${Math.abs(v).toFixed(1)}%`,
    (v) => `${Math.round(Math.abs(v))} percent`,
    (v) => `${v.toFixed(1).replace('-', '−')} %`,
    (v) => `${v > 0 ? '+' : ''}${v.toFixed(1)}%`,
    (v) => `${inWords(Math.round(Math.abs(v)))} per cent`,
  ],
  load: [
    (v) => `a run load of ${Math.round(v)}`,
    (v) => `a load of ${v.toFixed(1)}`,
    (v) => `load ${Math.round(v)}`,
    (v) => `${Math.round(v)} points of load`,
  ],
  index: [
    (v) => `a pace index of ${v.toFixed(1)}`,
    (v) => v.toFixed(1),
    (v) => `an index of ${Math.round(v)}`,
  ],
  runs: [
    (n) => `${n} runs`,
    (n) => `${inWords(n)} runs`,
    (n) => `${n} sessions`,
    (n) => `${inWords(n)} easy runs`,
    (n) => `${inWords(n)} times`,
  ],
  days: [(n) => `${n} days`, (n) => `${inWords(n)} days`, (n) => `${n} days in a row`],
  '1': [
    (v) => v.toFixed(2),
    (v) => `${Math.round(v * 100)} %`,
    (v) => `a ratio of ${v.toFixed(2)}`,
  ],
  'm/beat': [
    (v) => `${v.toFixed(2)} m/beat`,
    (v) => `${v.toFixed(2)} metres per beat`,
    (v) => v.toFixed(2),
  ],
  '°C': [
    (v) => `${Math.round(v)} °C`,
    (v) => `${Math.round(v)} degrees`,
    (v) => `${Math.round(v)}°C`,
  ],
};

const frames: ((said: string) => string)[] = [
  (said) => `It was ${said}.`,
  (said) => `That day you did ${said}, which is solid.`,
  (said) => `Overall ${said} and then some rest.`,
  (said) => `In numbers: ${said}.`,
  (said) => `- **Summary**: ${said}\n- more`,
  (said) => `You finished with ${said} (not bad).`,
  (said) => `Well done: ${said}; keep it easy tomorrow!`,
  (said) => `This came to ${said} on Tuesday.`,
];

const kinds: [metric: string, unit: Fact['unit'], low: number, high: number, whole: boolean][] = [
  ['activity.distance', 'm', 3000, 42_000, false],
  ['activity.ascent', 'm', 20, 900, false],
  ['activity.moving_time', 's', 900, 14_000, false],
  ['activity.pace', 's/km', 200, 480, false],
  ['activity.avg_heart_rate', 'bpm', 95, 195, false],
  ['activity.cadence', 'spm', 150, 195, false],
  ['activity.split_difference', '%', -15, 25, false],
  ['activity.load', 'load', 5, 300, false],
  ['index.pace', 'index', 25, 75, false],
  ['week.runs', 'runs', 2, 12, true],
  ['today.streak_days', 'days', 2, 30, true],
  ['today.load_ratio', '1', 0.3, 2, false],
  ['activity.efficiency', 'm/beat', 0.7, 1.9, false],
  ['weather.temperature', '°C', 2, 35, false],
];

/** One value and every way to write it, each in some sentence. */
export function writeFact(
  kind: number,
  share: number,
  frame: number,
): { fact: Fact; texts: string[] } {
  const [metric, unit, low, high, whole] = kinds[kind % kinds.length] ?? ['x.y', '1', 0, 1, false];
  const drawn = low + share * (high - low);
  const value = whole ? Math.round(drawn) : drawn;
  const fact: Fact = {
    id: `f${kind}`,
    metric,
    subject: 'day:2026-11-20',
    label: metric.split('.')[1]?.replaceAll('_', ' ') ?? '',
    value,
    unit,
    ...(unit === 's' ? { range: [value * 0.97, value * 1.03] as [number, number] } : {}),
    quality: 'measured',
    method: 'test/1',
    from: [],
    lanes: ['file'],
    flags: [],
  };
  const family = unit === 'm' ? (metric.includes('ascent') ? 'height' : 'distance') : unit;
  const said = (writers[family] ?? []).map((write) => write(value));
  said.push(renderFact(fact, 'km'), renderFact(fact, 'mi'));
  const range = renderRange(fact);
  if (range !== null) said.push(range, `between ${range.replace('–', ' and ')}`);
  const bare = unit === 'load' || unit === 'index' || unit === '1';
  const cue = bare ? (unit === 'load' ? 'load ' : unit === 'index' ? 'index ' : '') : '';
  return {
    fact,
    texts: said.map((one, i) => frames[(frame + i) % frames.length]?.(cue + one) ?? one),
  };
}

export const kindsOfFacts = kinds.length;
