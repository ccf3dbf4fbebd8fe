import type { FactQueryArgs, FactSheet } from '@evensplit/contracts';
import type { Subject } from '../athlete.ts';
import { addDays } from '../civil-day.ts';
import { derivableLanes, lanesOf } from '../lanes.ts';
import { openSheet } from '../sheet.ts';
import { addRuns } from './name-runs.ts';
import { noRunsGap } from './no-runs.ts';

type BestRow = {
  activityId: string;
  distanceM: number;
  seconds: number;
  startS: number;
  endS: number;
  method: string;
  netDropM: number | null;
  lane: string;
};

/**
 * The fastest uninterrupted stretch over each standard distance within the last `days` days. A downhill best stays
 * in the list with its flag: it happened, it is only no basis for a prediction.
 */
export async function bests(subject: Subject, args: FactQueryArgs['bests']): Promise<FactSheet> {
  const sheet = openSheet('bests');
  const rows = await subject.db.$queryRaw<BestRow[]>`
    SELECT DISTINCT ON (e."distanceM") e."activityId"::text AS "activityId", e."distanceM", e.seconds, e."startS",
           e."endS", e.method, e."netDropM", s.lane
    FROM "BestEffort" e
    JOIN "Activity" a ON a.id = e."activityId"
    JOIN "ActivitySource" s ON s."activityId" = a.id AND s."primary"
    WHERE e."athleteId" = ${subject.athleteId}::uuid AND a.sport = 'run' AND NOT e.interrupted
      AND e."localDate" > ${addDays(subject.today, -args.days)}::date AND e."localDate" <= ${subject.today}::date
      AND s.lane = ANY(${[...derivableLanes]}::text[])
    ORDER BY e."distanceM", e.seconds, e."localDate"`;
  for (const row of rows)
    sheet.add({
      metric: 'effort.time',
      subject: `distance:${row.distanceM}`,
      value: row.seconds,
      quality: 'measured',
      method: row.method,
      from: [{ activityId: row.activityId, window: [row.startS, row.endS] }],
      lanes: lanesOf([row.lane]),
      flags:
        row.netDropM !== null && row.netDropM > row.distanceM / 1000
          ? ['the course falls more than a metre per kilometre']
          : [],
    });
  if (rows.length === 0) await noRunsGap(subject, sheet, 'effort.time');
  else await addRuns(subject, sheet, [...new Set(rows.map((row) => row.activityId))]);
  return sheet.done();
}
