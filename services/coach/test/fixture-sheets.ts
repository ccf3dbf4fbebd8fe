import type { Fact, FactSheet, Gap, RunRef } from '@evensplit/contracts';

const RUN_ID = '00000000-0000-7000-8000-00000000000a';

/** A sheet as the registry would give it; ids and values are invented. */
export function sheet(
  query: string,
  facts: [metric: string, unit: Fact['unit'], value: number, more?: Partial<Fact>][],
  more: Partial<FactSheet> = {},
): FactSheet {
  return {
    query,
    facts: facts.map(([metric, unit, value, extra], i) => ({
      id: `fact${i}`,
      metric,
      subject: `activity:${RUN_ID}`,
      label: metric,
      value,
      unit,
      quality: 'measured',
      method: 'test/1',
      from: [{ activityId: RUN_ID }],
      lanes: ['file'],
      flags: [],
      ...extra,
    })),
    decisions: [],
    gaps: [],
    runs: [],
    lanes: ['file'],
    ...more,
  };
}

function aRun(fields: Partial<RunRef> = {}): RunRef {
  return {
    activityId: RUN_ID,
    name: 'Morning 10K [5 × 1000](http://evil.test)',
    kind: 'interval',
    localDate: '2026-11-17',
    startedAt: '2026-11-17T06:00:00Z',
    ...fields,
  };
}

export function gap(metric: string, why: string, state: Gap['state'] = 'missing'): Gap {
  return { metric, state, why };
}

export const fullRun = sheet(
  'activity',
  [
    ['activity.distance', 'm', 10_240],
    ['activity.moving_time', 's', 3012],
    ['activity.elapsed_time', 's', 3180],
    ['activity.pace', 's/km', 294],
    ['activity.grade_adjusted_pace', 's/km', 288],
    ['activity.avg_heart_rate', 'bpm', 152],
    ['activity.max_heart_rate', 'bpm', 176],
    ['activity.cadence', 'spm', 178],
    ['activity.ascent', 'm', 124],
    ['activity.load', 'load', 71],
    ['activity.efficiency', 'm/beat', 1.34],
    ['activity.decoupling', '%', 6.4],
    ['activity.split_difference', '%', -2.3],
  ],
  { runs: [aRun()] },
);

export const bareRun = sheet('activity', [['activity.distance', 'm', 8000]], {
  runs: [aRun({ kind: 'treadmill', localDate: '2026-11-20' })],
  gaps: [
    gap('activity.avg_heart_rate', 'This run was recorded without heart rate.'),
    gap('activity.load', 'There is not enough data yet: 3 of 14 runs had heart rate.'),
    gap('activity.decoupling', 'The run is too short for it: under 20 minutes.'),
  ],
});

const lastMonday = { subject: 'week:2026-11-09' };
export const fullWeek = sheet(
  'week',
  [
    ['week.distance', 'm', 42_300, lastMonday],
    ['week.runs', 'runs', 4, lastMonday],
    ['week.moving_time', 's', 13_920, lastMonday],
    ['week.longest_run', 'm', 16_100, lastMonday],
    ['week.load', 'load', 260, lastMonday],
    ['week.distance_vs_mean', '%', 12.4, lastMonday],
  ],
  { runs: [aRun({ localDate: '2026-11-10' }), aRun({ localDate: '2026-11-15' })] },
);
const monday = { subject: 'week:2026-11-02' };
export const thinWeek = sheet(
  'week',
  [
    ['week.distance', 'm', 18_000, monday],
    ['week.runs', 'runs', 1, monday],
    ['week.moving_time', 's', 6000, monday],
    ['week.longest_run', 'm', 18_000, monday],
  ],
  { gaps: [gap('week.load', '1 of 1 runs had no heart rate.')] },
);
export const emptyWeeks = (['not_done', 'not_synced', 'missing'] as const).map((state) =>
  sheet('week', [], {
    gaps: [gap('week.distance', 'Nothing since 2026-11-01, week of 2026-11-09.', state)],
  }),
);

export function streak(days: number, since: number): FactSheet {
  return sheet(
    'last-run',
    [
      ['today.days_since_run', 'days', since],
      ['today.streak_days', 'days', days],
    ],
    { runs: [aRun()] },
  );
}

export const load = sheet('load', [
  ['load.long_term', 'load', 48.2, { flags: ['less than six weeks of history: still settling'] }],
  ['load.recent', 'load', 61.7],
  ['load.balance', 'load', -12.1],
  ['load.ramp', 'load', 2.2],
]);

const distances = [400, 5000, 10_000, 12_345, 21_097.5, 42_195];
export const predictions = sheet(
  'predictions',
  [
    ...distances.map((metres): [string, Fact['unit'], number, Partial<Fact>] => [
      'prediction.time',
      's',
      metres / 3.6,
      {
        subject: `distance:${metres}`,
        range: [metres / 3.7, metres / 3.5],
        flags: ['probably optimistic', 'older than 12 weeks'],
      },
    ]),
    ['threshold.pace', 's/km', 262],
    ['index.pace', 'index', 48.1],
  ],
  { runs: [aRun({ kind: 'race', localDate: '2025-11-08' })] },
);
export const bests = sheet(
  'bests',
  distances.map((metres) => [
    'effort.time',
    's',
    metres / 4,
    {
      subject: `distance:${metres}`,
      flags: ['the course falls more than a metre per kilometre'],
    },
  ]),
  { runs: [aRun()] },
);

const rules = {
  'already-ran-today': 'rest',
  'return-after-long-break': 'return',
  'return-after-break': 'return',
  'first-week-back': 'return',
  'every-other-day-after-break': 'rest',
  'easy-only-after-break': 'easy',
  'days-in-a-row': 'rest',
  'usual-days-done': 'rest',
  'day-after-hard': 'recovery',
  'long-run-due': 'long',
  'quality-due': 'quality',
  'easy-by-default': 'easy',
  'week-is-full': 'rest',
  'a-rule-of-tomorrow': 'easy',
};
const todayFacts: [string, Fact['unit'], number, Partial<Fact>?][] = [
  ['today.days_since_run', 'days', 2],
  ['today.days_since_hard', 'days', 3],
  ['today.days_since_long', 'days', 8],
  ['today.missed_days', 'days', 9],
  ['today.streak_days', 'days', 6],
  ['today.days_run_in_7', 'days', 5],
  ['today.longest_30d', 'm', 18_200],
  ['today.last_6_days', 'm', 52_000],
  ['today.distance', 'm', 9000, { range: [8000, 10_000] }],
  ['today.duration', 's', 2880, { range: [2560, 3200] }],
];
const NOTE_SUBJECT = 'memory:00000000-0000-7000-8000-00000000000b day:2026-11-01';
const note: Partial<Fact> = {
  subject: NOTE_SUBJECT,
  words: 'Left Achilles, stiff for 3 weeks after 20 km',
  quality: 'stated',
  from: [],
  lanes: ['manual'],
};
export const notes = sheet('memories', [
  ['memory.injury', 'note', 1, note],
  ['memory.days_since', 'days', 19, { subject: NOTE_SUBJECT, from: [], lanes: ['manual'] }],
  ['memory.illness', 'note', 1, { ...note, subject: 'memory:x', words: 'A cold', flags: ['over'] }],
  ['memory.event', 'note', 1, { ...note, subject: 'memory:y', words: 'Away', flags: ['to come'] }],
  ['memory.phase', 'note', 1, { ...note, subject: 'memory:z', words: 'base' }],
  ['memory.preference', 'note', 1, { ...note, subject: 'memory:p', words: 'Long run on Sunday' }],
]);
/** Sheets of somebody who noted an injury. */
export const injuredTodays = ['noted-injury-or-illness', 'easy-while-recovering'].map((rule) =>
  sheet(
    'today',
    [
      ['memory.injury', 'note', 1, note],
      ['today.days_since_run', 'days', 2],
    ],
    {
      decisions: [
        {
          metric: 'today.session',
          subject: 'day:2026-11-20',
          choice: rule === 'easy-while-recovering' ? 'easy' : 'rest',
          rule: `today/1:${rule}`,
          because: ['fact0'],
        },
      ],
    },
  ),
);
export const injuredReadiness = sheet('readiness', [['memory.injury', 'note', 1, note]]);
export const todays = Object.entries(rules).map(([rule, choice]) =>
  sheet('today', todayFacts, {
    decisions: [
      {
        metric: 'today.session',
        subject: 'day:2026-11-20',
        choice,
        rule: `today/1:${rule}`,
        because: ['fact0', 'fact6'],
      },
    ],
  }),
);

const OTHER_ID = '00000000-0000-7000-8000-00000000000b';
export const runIds = { first: RUN_ID, second: OTHER_ID };
const other = {
  subject: `activity:${OTHER_ID}`,
  from: [{ activityId: OTHER_ID }],
};
const anOtherRun = aRun({ activityId: OTHER_ID, kind: 'easy', localDate: '2025-11-10' });
const thisMonth = { subject: 'month:2026-11' };
const lastMonth = { subject: 'month:2026-10' };
const year = { subject: 'year:2026' };

export const fullMonth = sheet(
  'month',
  [
    ['month.distance', 'm', 142_000, thisMonth],
    ['month.runs', 'runs', 14, thisMonth],
    ['month.moving_time', 's', 48_000, thisMonth],
    ['month.longest_run', 'm', 21_100, thisMonth],
    ['month.ascent', 'm', 1240, thisMonth],
    ['month.distance_change', '%', 12.5, thisMonth],
    ['month.distance_same_days', 'm', 126_000, lastMonth],
    ['month.distance', 'm', 180_000, lastMonth],
    ['month.runs', 'runs', 18, lastMonth],
    ['month.moving_time', 's', 60_000, lastMonth],
    ['month.longest_run', 'm', 24_000, lastMonth],
    ['year.distance', 'm', 1_800_000, year],
    ['year.runs', 'runs', 170, year],
    ['year.moving_time', 's', 600_000, year],
    ['year.longest_run', 'm', 32_000, year],
    ['year.ascent', 'm', 9000, year],
  ],
  { runs: [aRun()] },
);
export const emptyMonths = (['not_done', 'not_synced', 'missing'] as const).map((state) =>
  sheet('month', [], { gaps: [gap('month.distance', 'No run is recorded in 2026-11.', state)] }),
);

export const twoRuns = sheet(
  'compare',
  [
    ['activity.distance', 'm', 10_240],
    ['activity.pace', 's/km', 294],
    ['activity.avg_heart_rate', 'bpm', 152],
    ['activity.load', 'load', 71],
    ['activity.distance', 'm', 9000, other],
    ['activity.pace', 's/km', 330, other],
    ['activity.avg_heart_rate', 'bpm', 140, other],
    ['compare.pace', 's/km', -36],
    ['compare.heart_rate', 'bpm', 12],
    ['compare.efficiency', 'm/beat', 0.04],
  ],
  { runs: [aRun(), anOtherRun] },
);
export const twoBareRuns = sheet('compare', [['compare.pace', 's/km', 1]], {
  runs: [aRun(), anOtherRun],
});
export const twoWeeks = sheet('compare', [
  ...fullWeek.facts.map((fact): [string, Fact['unit'], number, Partial<Fact>] => [
    fact.metric,
    fact.unit,
    fact.value,
    { subject: fact.subject },
  ]),
  ...thinWeek.facts.map((fact): [string, Fact['unit'], number, Partial<Fact>] => [
    fact.metric,
    fact.unit,
    fact.value,
    { subject: fact.subject },
  ]),
  ['compare.distance', '%', 135, lastMonday],
  ['week.distance_same_days', 'm', 12_000, monday],
]);

export const similar = sheet(
  'similar-runs',
  [
    ['similar.runs', 'runs', 7],
    ['similar.pace', 's/km', 310],
    ['similar.heart_rate', 'bpm', 148],
    ['similar.pace_difference', 's/km', -16, { range: [-22, -10] }],
    ['similar.efficiency_difference', 'm/beat', 0.05],
    ['activity.pace', 's/km', 294],
    ['activity.avg_heart_rate', 'bpm', 150],
  ],
  { runs: [aRun()] },
);
export const fewSimilar = sheet('similar-runs', [['similar.runs', 'runs', 2]], {
  runs: [aRun()],
  gaps: [gap('similar.pace', 'Known for 2 similar runs; three are needed.')],
});
export const noneSimilar = sheet('similar-runs', [['similar.runs', 'runs', 0]], {
  runs: [aRun()],
});

const zoneNames = ['0', '1', '2', '3', '4', '5'];
export const zones = sheet(
  'zones',
  [
    ['zones.covered', 's', 36_000, { method: 'edwards-zones/1' }],
    ...zoneNames.flatMap((zone): [string, Fact['unit'], number, Partial<Fact>][] => [
      ['zones.time', 's', 6000, { subject: `zone:${zone} days:28`, method: 'edwards-zones/1' }],
      ['zones.share', '%', 16.7, { subject: `zone:${zone} days:28`, method: 'edwards-zones/1' }],
      [
        'zones.heart_rate',
        'bpm',
        123,
        { subject: `zone:${zone}`, range: [114, 132], method: 'edwards-zones/1' },
      ],
    ]),
    ['heart.maximum', 'bpm', 190],
    ['threshold.pace', 's/km', 262],
  ],
  { gaps: [gap('zones.time', '2 of 14 runs have no time in these zones.')] },
);
export const frielZones = sheet('zones', [
  ['heart.threshold', 'bpm', 170],
  ...['1', '2', '3', '4', '5a', '5b', '5c'].map(
    (zone): [string, Fact['unit'], number, Partial<Fact>] => [
      'zones.heart_rate',
      'bpm',
      150,
      { subject: `zone:${zone}`, range: [145, 152], method: 'friel-run-zones/1' },
    ],
  ),
]);
export const paces = sheet(
  'training-paces',
  [
    ['index.pace', 'index', 49.8],
    ...['easy', 'marathon', 'threshold', 'interval', 'repetition'].map(
      (pace, i): [string, Fact['unit'], number, Partial<Fact>] => [
        `pace.${pace}`,
        's/km',
        330 - 30 * i,
        {
          range: [325 - 30 * i, 335 - 30 * i],
          flags: ['probably faster than you can hold', '12 weeks old'],
        },
      ],
    ),
  ],
  { runs: [aRun({ kind: 'race' })] },
);
const silent = ['check_in', 'hrv', 'resting_heart_rate', 'sleep'].map((signal) =>
  gap(`readiness.${signal}`, `No ${signal.replaceAll('_', ' ')} comes in from a device.`),
);
export const readiness = sheet(
  'readiness',
  [
    ['today.days_since_run', 'days', 1],
    ['today.days_since_hard', 'days', 4],
    ['load.balance', 'load', -6],
    ['data.days_since_upload', 'days', 2],
  ],
  { gaps: silent },
);
export const bareReadiness = sheet('readiness', [], {
  gaps: [...silent, gap('today.days_since_hard', 'No run is recorded that was clearly hard.')],
});
export const missing = sheet(
  'missing',
  [
    ['data.runs', 'runs', 34],
    ['data.without_heart_rate', 'runs', 3],
    ['data.without_route', 'runs', 1],
    ['data.without_load', 'runs', 2],
    ['data.days_since_upload', 'days', 2],
  ],
  {
    gaps: [
      gap('profile.maxHeartRate', 'The maximum heart rate is not set.'),
      gap('data.files', '2 uploaded files could not be read; Import says why.'),
    ],
  },
);
export const nothingMissing = sheet('missing', [
  ['data.runs', 'runs', 34],
  ['data.without_heart_rate', 'runs', 0],
  ['data.without_route', 'runs', 0],
  ['data.without_load', 'runs', 0],
]);

const fiveKm = { subject: 'distance:5000' };
const mean = (value: number) => sheet('week', [['week.distance_mean', 'm', value]]);
export const trend = {
  thisWeek: mean(42_000),
  monthAgo: sheet('week', [['week.distance_mean', 'm', 30_000, { id: 'earlier' }]]),
  load,
  recentBests: sheet('bests', [['effort.time', 's', 1300, { ...fiveKm, id: 'recent' }]]),
  yearBests: sheet('bests', [['effort.time', 's', 1250, { ...fiveKm, id: 'year' }]]),
};
