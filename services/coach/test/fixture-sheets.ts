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
export const todays = Object.entries(rules).map(([rule, choice]) =>
  sheet('today', todayFacts, {
    decisions: [
      {
        metric: 'today.session',
        subject: 'day:2026-11-20',
        choice,
        rule: `today/1:${rule}`,
        because: [],
      },
    ],
  }),
);
