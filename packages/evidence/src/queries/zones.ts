import type { FactQueryArgs, FactSheet } from '@evensplit/contracts';
import type { Subject } from '../athlete.ts';
import { addDays } from '../civil-day.ts';
import { derivableLanes, lanesOf } from '../lanes.ts';
import { openSheet, type Sheet } from '../sheet.ts';
import { noRunsGap } from './no-runs.ts';
import { addZoneLimits } from './zone-limits.ts';

const SHOWN = 12;

/** Time in heart-rate zones over the last days, and where the athlete's zones begin and end. */
export async function zones(subject: Subject, args: FactQueryArgs['zones']): Promise<FactSheet> {
  const sheet = openSheet('zones');
  const rows = await zoneRows(subject, args.days);
  await addTimes(subject, sheet, rows, args.days);
  await addZoneLimits(subject, sheet);
  return sheet.done();
}

type Row = {
  id: string;
  lane: string;
  method: string | null;
  zones: { zone: string; label: string; seconds: number }[] | null;
};

async function zoneRows(subject: Subject, days: number): Promise<Row[]> {
  return subject.db.$queryRaw<Row[]>`
    SELECT a.id::text AS id, s.lane, m.method, m.extra -> 'zones' AS zones
    FROM "Activity" a
    JOIN "ActivitySource" s ON s."activityId" = a.id AND s."primary"
    LEFT JOIN "ActivityMetric" m ON m."activityId" = a.id AND m.metric = 'activity.heart_rate_zones'
      AND m.value IS NOT NULL AND jsonb_typeof(m.extra -> 'zones') = 'array'
    WHERE a."athleteId" = ${subject.athleteId}::uuid AND a.sport = 'run'
      AND a."localDate" > ${addDays(subject.today, -days)}::date AND a."localDate" <= ${subject.today}::date
      AND s.lane = ANY(${[...derivableLanes]}::text[])
    ORDER BY m.value DESC NULLS LAST, a.id`;
}

async function addTimes(subject: Subject, sheet: Sheet, rows: Row[], days: number): Promise<void> {
  if (rows.length === 0) {
    if (
      (await subject.db.activity.count({ where: { athleteId: subject.athleteId, sport: 'run' } })) >
      0
    )
      sheet.gap('zones.time', 'not_done', `No run is recorded in the last ${days} days.`);
    else await noRunsGap(subject, sheet, 'zones.time');
    return;
  }
  const known = rows.filter((row) => row.zones !== null && row.method !== null);
  // Zones by threshold and zones by maximum are different zones: only runs of one method may be added up.
  const method = known[0]?.method ?? null;
  const alike = known.filter((row) => row.method === method);
  if (alike.length < rows.length)
    sheet.gap(
      'zones.time',
      'missing',
      `${rows.length - alike.length} of ${rows.length} runs have no time in these zones, mostly for want of heart rate.`,
    );
  if (method === null) return;
  const seconds = new Map<string, { label: string; parts: number[]; seconds: number }>();
  for (const { zone, label, seconds: more } of alike.flatMap((row) => row.zones ?? [])) {
    const parts = [...(seconds.get(zone)?.parts ?? []), more];
    seconds.set(zone, { label, parts, seconds: parts.reduce((sum, one) => sum + one, 0) });
  }
  const total = [...seconds.values()].reduce((sum, one) => sum + one.seconds, 0);
  if (!(total > 0)) return;
  const shared = {
    quality: 'estimated',
    method,
    from: alike.slice(0, SHOWN).map(({ id }) => ({ activityId: id })),
    lanes: lanesOf(alike.map(({ lane }) => lane)),
    n: alike.length,
  } as const;
  const window = `days:${days} day:${subject.today}`;
  sheet.add({
    ...shared,
    metric: 'zones.covered',
    subject: window,
    value: total,
    workings: { op: 'sum', of: [...seconds.values()].map((one) => one.seconds) },
  });
  for (const [zone, one] of [...seconds].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const about = { ...shared, subject: `zone:${zone} ${window}` };
    const label = `Zone ${zone}, ${one.label}`;
    sheet.add({
      ...about,
      metric: 'zones.time',
      label,
      value: one.seconds,
      workings: { op: 'sum', of: inFew(one.parts) },
    });
    sheet.add({
      ...about,
      metric: 'zones.share',
      label: `${label}, share`,
      value: (one.seconds / total) * 100,
      workings: { op: 'share', of: [one.seconds, total] },
      arithmetic: `${Math.round(one.seconds)} s ÷ ${Math.round(total)} s`,
    });
  }
}

/** Ten years of runs would make a receipt of thousands of numbers: so many neighbours are added up first. */
function inFew(parts: readonly number[]): number[] {
  const together = Math.ceil(parts.length / 60);
  const few: number[] = [];
  for (let at = 0; at < parts.length; at += together)
    few.push(parts.slice(at, at + together).reduce((sum, one) => sum + one, 0));
  return few;
}
