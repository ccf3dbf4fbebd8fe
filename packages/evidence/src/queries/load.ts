import type { FactQueryArgs, FactSheet } from '@evensplit/contracts';
import { stepLoad } from '@evensplit/training';
import type { Subject } from '../athlete.ts';
import { addDays, daysBetween, storedDay, toStored } from '../civil-day.ts';
import { derivableLanes, lanesOf } from '../lanes.ts';
import { openSheet, type Sheet } from '../sheet.ts';
import { noRunsGap } from './no-runs.ts';

/** One day of the load curve. */
export type LoadDay = {
  day: string;
  load: number;
  longTerm: number;
  recent: number;
  warmingUp: boolean;
  method: string;
};

/** The runs that weigh on today's averages: after six weeks a run counts for less than a third of its load. */
const TELLING_DAYS = 42;

/**
 * The load curve up to and including today. Stored rows end with the last run; the days since are rest days, and
 * a rest day is a step with load 0, not a missing value.
 */
export async function loadDays(subject: Subject, days: number): Promise<LoadDay[]> {
  const rows = await subject.db.dailyLoad.findMany({
    where: { athleteId: subject.athleteId, day: { lte: toStored(subject.today) } },
    orderBy: { day: 'desc' },
    take: days,
  });
  const curve = rows.reverse().map((row) => ({
    day: storedDay(row.day),
    load: row.load,
    longTerm: row.longTerm,
    recent: row.recent,
    warmingUp: row.warmingUp,
    method: row.method,
  }));
  let last = curve.at(-1);
  while (last && last.day < subject.today) {
    const next: LoadDay = {
      ...stepLoad(last, 0),
      day: addDays(last.day, 1),
      load: 0,
      warmingUp: last.warmingUp,
      method: last.method,
    };
    curve.push(next);
    last = next;
  }
  return curve.slice(-days);
}

export async function load(subject: Subject, args: FactQueryArgs['load']): Promise<FactSheet> {
  const sheet = openSheet('load');
  const curve = await loadDays(subject, args.days + 8);
  const today = curve.at(-1);
  if (!today) {
    await noRunsGap(subject, sheet, 'load.long_term');
    return sheet.done();
  }
  const runs = await tellingRuns(subject);
  const from = runs.slice(0, 12).map((run) => ({ activityId: run.id }));
  const shared = {
    quality: 'estimated',
    from,
    n: runs.length,
    lanes: lanesOf(runs.map((run) => run.lane)),
    flags: today.warmingUp ? ['less than six weeks of history: still settling'] : [],
  } as const;
  const onDay = {
    ...shared,
    flags: [...shared.flags],
    subject: `day:${today.day}`,
    method: 'load-ewma/1',
  };
  sheet.add({
    ...onDay,
    metric: 'load.long_term',
    value: today.longTerm,
    arithmetic: 'average daily run load, weighted over about 42 days',
  });
  sheet.add({
    ...onDay,
    metric: 'load.recent',
    value: today.recent,
    arithmetic: 'average daily run load, weighted over about 7 days',
  });
  addBalanceAndRamp(sheet, curve, onDay);
  addWeekEnds(sheet, curve, args.days, shared);
  return sheet.done();
}

type OnDay = Omit<Parameters<Sheet['add']>[0], 'metric' | 'value'>;

function addBalanceAndRamp(sheet: Sheet, curve: LoadDay[], onDay: OnDay): void {
  const yesterday = curve.at(-2);
  if (yesterday)
    sheet.add({
      ...onDay,
      metric: 'load.balance',
      value: yesterday.longTerm - yesterday.recent,
      workings: { op: 'difference', of: [yesterday.longTerm, yesterday.recent] },
      arithmetic: `yesterday's long-term load ${yesterday.longTerm.toFixed(1)} − yesterday's recent load ${yesterday.recent.toFixed(1)}`,
    });
  else
    sheet.gap(
      'load.balance',
      'missing',
      'Balance looks at yesterday, and the history begins today.',
    );
  const today = curve.at(-1);
  const weekAgo = curve.at(-8);
  if (today && weekAgo && daysBetween(weekAgo.day, today.day) === 7)
    sheet.add({
      ...onDay,
      metric: 'load.ramp',
      value: today.longTerm - weekAgo.longTerm,
      workings: { op: 'difference', of: [today.longTerm, weekAgo.longTerm] },
      arithmetic: `${today.longTerm.toFixed(1)} today − ${weekAgo.longTerm.toFixed(1)} seven days ago`,
    });
  else sheet.gap('load.ramp', 'missing', 'A ramp needs eight days of history.');
}

/** Long-term load at the end of each past week, for charts: Sundays, and today stands for the week that runs. */
function addWeekEnds(
  sheet: Sheet,
  curve: LoadDay[],
  days: number,
  shared: Omit<OnDay, 'subject' | 'method' | 'flags'>,
): void {
  for (const one of curve.slice(-days, -1)) {
    if (toStored(one.day).getUTCDay() !== 0) continue;
    sheet.add({
      ...shared,
      from: [],
      metric: 'load.long_term',
      subject: `day:${one.day}`,
      value: one.longTerm,
      method: 'load-ewma/1',
    });
  }
}

type TellingRun = { id: string; lane: string };

/** The heaviest runs first: they explain most of the curve. */
async function tellingRuns(subject: Subject): Promise<TellingRun[]> {
  return subject.db.$queryRaw<TellingRun[]>`
    SELECT a.id::text AS id, s.lane FROM "Activity" a
    JOIN "ActivitySource" s ON s."activityId" = a.id AND s."primary"
    WHERE a."athleteId" = ${subject.athleteId}::uuid AND a.sport = 'run' AND a.load IS NOT NULL
      AND a."localDate" > ${addDays(subject.today, -TELLING_DAYS)}::date AND a."localDate" <= ${subject.today}::date
      AND s.lane = ANY(${[...derivableLanes]}::text[])
    ORDER BY a.load DESC, a.id`;
}
