import type { Fact, RunRef } from '@evensplit/contracts';
import { bindStream } from '../src/binder/bind-stream.ts';
import type { EvidenceSource } from '../src/binder/gather-evidence.ts';
import type { BoundPiece } from '../src/binder/piece.ts';

const RUN_ID = '00000000-0000-7000-8000-00000000000a';
const today = '2026-11-20';

function aFact(
  id: string,
  metric: string,
  unit: Fact['unit'],
  value: number,
  more: Partial<Fact> = {},
): Fact {
  return {
    id,
    metric,
    subject: `activity:${RUN_ID}`,
    label: metric.split('.')[1]?.replaceAll('_', ' ') ?? metric,
    value,
    unit,
    quality: 'measured',
    method: 'test/1',
    from: [{ activityId: RUN_ID }],
    lanes: ['file'],
    flags: [],
    ...more,
  };
}

const week = { subject: 'week:2026-11-09' };

/** A turn's facts; values and ids are invented and no two of a kind are close to each other. */
export const turnFacts: ReadonlyMap<string, Fact> = new Map(
  [
    aFact('dist', 'activity.distance', 'm', 12_380),
    aFact('moving', 'activity.moving_time', 's', 3725),
    aFact('elapsed', 'activity.elapsed_time', 's', 3910),
    aFact('pace', 'activity.pace', 's/km', 300.9),
    aFact('hr', 'activity.avg_heart_rate', 'bpm', 151.6, { label: 'Average heart rate' }),
    aFact('hrmax', 'activity.max_heart_rate', 'bpm', 176, { label: 'Highest heart rate' }),
    aFact('cad', 'activity.cadence', 'spm', 182),
    aFact('climb', 'activity.ascent', 'm', 124),
    aFact('power', 'activity.power', 'W', 287),
    aFact('temp', 'weather.temperature', '°C', 17.2),
    aFact('load', 'activity.load', 'load', 71, { label: 'Run load' }),
    aFact('eff', 'activity.efficiency', 'm/beat', 1.34),
    aFact('drift', 'activity.heart_rate_drift', 'bpm/h', 5.5),
    aFact('dec', 'activity.decoupling', '%', 6.4),
    aFact('split', 'activity.split_difference', '%', -2.3),
    aFact('dur', 'activity.durability', '1', 0.94),
    aFact('lap3', 'lap.pace', 's/km', 288, { from: [{ activityId: RUN_ID, lap: 2 }] }),
    aFact('wdist', 'week.distance', 'm', 42_300, week),
    aFact('wruns', 'week.runs', 'runs', 4, week),
    aFact('wtime', 'week.moving_time', 's', 13_920, week),
    aFact('wlong', 'week.longest_run', 'm', 16_100, week),
    aFact('wload', 'week.load', 'load', 260, { ...week, label: 'Run load of the week' }),
    aFact('wmean', 'week.distance_vs_mean', '%', 12.4, {
      ...week,
      label: 'Against the four weeks before',
    }),
    aFact('lt', 'load.long_term', 'load', 48.2, {
      label: 'Long-term load',
      arithmetic: 'average daily run load, weighted over about 42 days',
    }),
    aFact('bal', 'load.balance', 'load', -13.6, { label: 'Balance' }),
    aFact('p5', 'prediction.time', 's', 1265, {
      subject: 'distance:5000',
      range: [1240, 1290],
      label: 'Predicted 5 km',
    }),
    aFact('p10', 'prediction.time', 's', 2630, {
      subject: 'distance:10000',
      range: [2570, 2690],
      label: 'Predicted 10 km',
    }),
    aFact('index', 'index.pace', 'index', 46.1, { label: 'Pace index' }),
    aFact('since', 'today.days_since_run', 'days', 3, { subject: `day:${today}` }),
    aFact('streak', 'today.streak_days', 'days', 6, { subject: `day:${today}` }),
    aFact('hard', 'today.hard_in_7', 'runs', 2, { label: 'Hard runs in the last seven days' }),
    aFact('tdist', 'today.distance', 'm', 9000, { range: [8000, 10_000] }),
    aFact('ttime', 'today.duration', 's', 2880, { range: [2560, 3200] }),
    aFact('long30', 'today.longest_30d', 'm', 18_200, {
      label: 'Longest run of the last 30 days',
    }),
    aFact('year', 'year.runs', 'runs', 121, { subject: 'year:2025' }),
  ].map((fact) => [fact.id, fact]),
);

const turnRuns: RunRef[] = [
  ['2026-11-17', 'interval'],
  ['2026-10-31', 'long'],
  ['2025-06-08', 'race'],
].map(([localDate = '', kind = '']) => ({
  activityId: RUN_ID,
  name: 'A run',
  kind,
  localDate,
  startedAt: `${localDate}T06:00:00Z`,
}));

export function aTurn(more: Partial<EvidenceSource> = {}): EvidenceSource {
  return {
    facts: () => turnFacts,
    runs: () => turnRuns,
    units: 'km',
    question: 'How was my running lately?',
    today,
    ...more,
  };
}

/** Facts as ‹id›, ranges as ‹id…›. */
export function show(pieces: readonly BoundPiece[]): string {
  return pieces
    .map((piece) =>
      piece.t === 'text' ? piece.text : `‹${piece.fact.id}${piece.as === 'range' ? '…' : ''}›`,
    )
    .join('');
}

export function bindWhole(text: string, source = aTurn()) {
  const binder = bindStream(source, { mostStrikes: Number.POSITIVE_INFINITY });
  const pieces = [...binder.push(text), ...binder.end()];
  return { pieces, shown: show(pieces), struck: binder.struck.map(({ raw }) => raw) };
}
