import { dayNumber } from './civil-time.ts';
import type { PlannedRun } from './planned-run.ts';
import type { Random } from './random.ts';
import { daysFromMidwinter } from './season.ts';
import { shortRun } from './sessions.ts';
import { whenOnClock } from './when-on-clock.ts';

const NO_STRAP = 0.05;
const STOPS = 0.06;
const HOT_RUNS = 3;
/** Days from 15 January: the ten weeks around mid July. */
const MIDSUMMER = 147;

/**
 * The things that go wrong or differ in any real history. Some happen by chance; each is also placed once where it is
 * certain to be found, mostly in the last weeks, because that is what a visitor looks at.
 */
export function markOccasions(
  random: Random,
  runs: readonly PlannedRun[],
  today: number,
): PlannedRun[] {
  const marked = runs.map((run) => ({ ...run }));
  for (const run of marked) {
    if (run.kind !== 'race' && random.chance(NO_STRAP)) run.heartRate = 'absent';
    if (isOutdoors(run) && isPlain(run) && random.chance(STOPS)) addStop(random, run);
  }
  const easy = marked.filter((run) => run.kind === 'easy' && run.title !== 'Warm-up');
  const recentEasy = (daysAgo: number) =>
    easy.findLast((run) => today - dayNumber(run.localDate) >= daysAgo);

  for (const run of warmest(marked, today)) makeHot(random, run);
  change(recentEasy(4), (run) => (run.heartRate = 'absent'));
  change(recentEasy(9), (run) => (run.alsoExportedAs = ['copy', 'tcx']));
  change(recentEasy(16), (run) => addStop(random, run));
  change(recentEasy(30), (run) => (run.heartRate = 'cadence-lock'));
  change(recentEasy(50), (run) => addStop(random, run));
  change(recentEasy(62), (run) => {
    const { title, kind, steps } = shortRun(run.thresholdMps);
    const id = run.id.replace(/[a-z]+$/, kind);
    Object.assign(run, { title, kind, steps, id, pauses: [], perceivedEffort: null });
  });
  return marked;
}

function change(run: PlannedRun | undefined, edit: (run: PlannedRun) => void): void {
  if (run) edit(run);
}

function isPlain(run: PlannedRun): boolean {
  return run.kind === 'easy' || run.kind === 'long';
}

function isOutdoors(run: PlannedRun): boolean {
  return run.route.length > 0;
}

function addStop(random: Random, run: PlannedRun): void {
  const distanceM = plannedDistanceM(run);
  run.pauses = [
    { atDistanceM: distanceM * random.between(0.3, 0.6), durationS: random.whole(25, 190) },
  ];
}

/** Long enough for heart rate to drift, in the latest high summer; none in a history without one. */
function warmest(runs: readonly PlannedRun[], today: number): PlannedRun[] {
  return runs
    .filter((run) => isPlain(run) && isOutdoors(run) && plannedDistanceM(run) > 9_000)
    .filter((run) => today - dayNumber(run.localDate) <= 365 && summerliness(run) > MIDSUMMER)
    .toSorted((a, b) => summerliness(b) - summerliness(a))
    .slice(0, HOT_RUNS);
}

function summerliness(run: PlannedRun): number {
  return daysFromMidwinter(dayNumber(run.localDate));
}

/** Moved into the afternoon, when such days are at their worst. */
function makeHot(random: Random, run: PlannedRun): void {
  const afternoon = Math.round(3600 * random.between(15.5, 17));
  Object.assign(run, whenOnClock(dayNumber(run.localDate), afternoon, run.kind));
  run.isHot = true;
  run.airTemperatureC = random.between(28.5, 31.5);
  run.heartRate = 'recorded';
  run.pauses = [];
}

function plannedDistanceM(run: PlannedRun): number {
  return run.steps.reduce(
    (sum, { until, speedMps }) =>
      sum + ('distanceM' in until ? until.distanceM : until.durationS * speedMps),
    0,
  );
}
