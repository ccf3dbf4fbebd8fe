import type { FactSheet } from '@evensplit/contracts';
import { suggestToday, type RecentRun, type TodaySuggestion } from '@evensplit/training';
import { addDays } from '../civil-day.ts';
import type { Subject } from '../athlete.ts';
import { derivableLanes, lanesOf } from '../lanes.ts';
import { openSheet, type Sheet } from '../sheet.ts';
import { loadDays } from './load.ts';
import { addHealthNote } from './memories.ts';
import { addRuns } from './name-runs.ts';
import { noRunsGap } from './no-runs.ts';
import { toRunClass } from './run-class.ts';

/** Which fact stands for each number that the rules give as their reason. */
const factOfReason: Record<string, string> = {
  daysSinceRun: 'today.days_since_run',
  daysSinceHard: 'today.days_since_hard',
  daysSinceLong: 'today.days_since_long',
  daysSinceReturn: 'today.days_since_return',
  missedDays: 'today.missed_days',
  streakDays: 'today.streak_days',
  daysRunIn7: 'today.days_run_in_7',
  usualDaysPerWeek: 'today.usual_days_per_week',
  hardIn7Days: 'today.hard_in_7',
  longest30: 'today.longest_30d',
  usualDistance: 'today.usual_distance',
  volume6Days: 'today.last_6_days',
  recentToLongTermLoad: 'today.load_ratio',
};

/** Rules that fire because of what the athlete noted. */
const rulesOfHealth = new Set(['noted-injury-or-illness', 'easy-while-recovering']);

type RunRow = RecentRun & { id: string; lane: string };

/** What to do today and why: one decision, its limits, and the facts the rule looked at. */
export async function today(subject: Subject): Promise<FactSheet> {
  const sheet = openSheet('today');
  const runs = await recentRuns(subject);
  const note = await addHealthNote(subject, sheet);
  const suggestion = suggestToday({
    today: subject.today,
    runs,
    load: await currentLoad(subject),
    age: await ageOf(subject),
    health: note?.health ?? null,
  });
  if ('reason' in suggestion) {
    if (runs.length === 0) await noRunsGap(subject, sheet, 'today.session');
    else sheet.gap('today.session', 'missing', 'The last run is more than a year ago.');
    return sheet.done();
  }
  const noted = note && rulesOfHealth.has(suggestion.rule) ? [note.fact.id] : [];
  await addSuggestion(subject, sheet, { suggestion, runs, noted });
  return sheet.done();
}

async function addSuggestion(
  subject: Subject,
  sheet: Sheet,
  found: { suggestion: TodaySuggestion; runs: RunRow[]; noted: string[] },
): Promise<void> {
  const { suggestion, runs, noted } = found;
  const telling = runs.slice(0, 12);
  const shared = {
    subject: `day:${subject.today}`,
    method: suggestion.method,
    from: telling.map((run) => ({ activityId: run.id })),
    lanes: lanesOf(telling.map((run) => run.lane)),
    n: runs.length,
  };
  const because = suggestion.because.flatMap(({ metric, value }) => {
    const name = factOfReason[metric];
    return name ? [sheet.add({ ...shared, metric: name, value, quality: 'measured' }).id] : [];
  });
  for (const [metric, range] of [
    ['today.distance', suggestion.distanceM],
    ['today.duration', suggestion.durationS],
  ] as const) {
    if (!range) continue;
    const value = (range[0] + range[1]) / 2;
    sheet.add({
      ...shared,
      metric,
      value,
      range,
      quality: 'estimated',
      workings: { op: 'middle', of: [...range] },
    });
  }
  sheet.decide({
    metric: 'today.session',
    subject: shared.subject,
    choice: suggestion.session,
    rule: `${suggestion.method}:${suggestion.rule}`,
    because: [...noted, ...because],
  });
  await addRuns(
    subject,
    sheet,
    telling.map((run) => run.id),
  );
}

/** Runs of the last year, newest first. */
async function recentRuns(subject: Subject): Promise<RunRow[]> {
  const rows = await subject.db.$queryRaw<(Omit<RunRow, 'class'> & { kind: string })[]>`
    SELECT a.id::text AS id, to_char(a."localDate", 'YYYY-MM-DD') AS date, COALESCE(a."distanceM", 0) AS "distanceM",
           COALESCE(a."movingS", a."elapsedS") AS "movingS", a.kind, a.hard, s.lane
    FROM "Activity" a
    JOIN "ActivitySource" s ON s."activityId" = a.id AND s."primary"
    WHERE a."athleteId" = ${subject.athleteId}::uuid AND a.sport = 'run'
      AND a."localDate" > ${addDays(subject.today, -366)}::date AND a."localDate" <= ${subject.today}::date
      AND s.lane = ANY(${[...derivableLanes]}::text[])
    ORDER BY a."startedAt" DESC`;
  return rows.map(({ kind, ...row }) => ({ ...row, class: toRunClass(kind) }));
}

async function currentLoad(subject: Subject) {
  const day = (await loadDays(subject, 1)).at(-1);
  if (!day) return null;
  const estimate = (value: number) =>
    ({
      value,
      unit: 'load/day',
      range: null,
      quality: 'estimated',
      method: 'load-ewma/1',
      flags: [],
    }) as const;
  return {
    longTerm: { ...estimate(day.longTerm), flags: [] },
    recent: { ...estimate(day.recent), flags: [] },
  };
}

async function ageOf(subject: Subject): Promise<number | null> {
  const athlete = await subject.db.athlete.findUniqueOrThrow({
    where: { id: subject.athleteId },
    select: { birthYear: true },
  });
  return athlete.birthYear === null ? null : Number(subject.today.slice(0, 4)) - athlete.birthYear;
}
