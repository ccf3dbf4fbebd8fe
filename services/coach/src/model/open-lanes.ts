import { SourceLane, type Fact, type FactSheet } from '@evensplit/contracts';
import type { CoachDb } from '@evensplit/db';

/**
 * Whose data a model may see once the athlete agreed (the lane table of the data rights). Garmin's API waits for a
 * published transparency statement, its personal API for clear terms, and Strava's terms forbid it.
 */
const openToModels: Record<SourceLane, boolean> = {
  file: true,
  strava_file: true,
  manual: true,
  weather: true,
  garmin: false,
  garmin_personal: false,
  strava: false,
};

const openLanes: readonly string[] = SourceLane.options.filter((lane) => openToModels[lane]);

/** Runs that no model may hear of. */
export type ClosedRuns = ReadonlySet<string>;

export async function readClosedRuns(
  db: Pick<CoachDb, 'activitySource'>,
  athleteId: string,
): Promise<ClosedRuns> {
  const rows = await db.activitySource.findMany({
    // What nobody has named is closed.
    where: { athleteId, primary: true, lane: { notIn: [...openLanes] } },
    select: { activityId: true },
  });
  return new Set(rows.map(({ activityId }) => activityId));
}

export function mayReachModel(fact: Pick<Fact, 'lanes' | 'from'>, closed: ClosedRuns): boolean {
  if (!fact.lanes.every((lane) => openToModels[lane])) return false;
  if (fact.from.some(({ activityId }) => closed.has(activityId))) return false;
  // What names no lane may rest on anything the athlete has.
  return fact.lanes.length > 0 || closed.size === 0;
}

/**
 * What is left of a sheet for a model. Decisions and gaps do not say what they rest on, so they only pass while the
 * athlete has nothing closed at all.
 */
export function openSheet(sheet: FactSheet, closed: ClosedRuns): FactSheet {
  const isOpen = closed.size === 0 && sheet.lanes.every((lane) => openToModels[lane]);
  return {
    ...sheet,
    facts: sheet.facts.filter((fact) => mayReachModel(fact, closed)),
    runs: sheet.runs.filter(({ activityId }) => !closed.has(activityId)),
    decisions: isOpen ? sheet.decisions : [],
    gaps: isOpen ? sheet.gaps : [],
    lanes: sheet.lanes.filter((lane) => openToModels[lane]),
  };
}
