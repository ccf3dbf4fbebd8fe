import { chooseRoute } from './choose-route.ts';
import { civilDate, dayNumber, isoWeekday } from './civil-time.ts';
import { markOccasions } from './mark-occasions.ts';
import type { PlannedRun } from './planned-run.ts';
import { createRandom, deriveSeed, type Random } from './random.ts';
import type { LoopName } from './routes.ts';
import { thresholdSpeed, usualTemperatureC } from './season.ts';
import { planSeason, type SeasonPlan } from './season-plan.ts';
import {
  easyRun,
  intervalRun,
  longRun,
  race,
  raceWarmUp,
  type Session,
  tempoRun,
  trailRun,
  treadmillRun,
} from './sessions.ts';
import { type DayPlan, planWeek } from './week-plan.ts';
import { whenOnClock } from './when-on-clock.ts';

export type HistoryRequest = {
  seed: number;
  /** The athlete's civil date; the history ends the day before at the latest. */
  today: string;
  months?: number;
};

const INDOOR_C = 21;
const HOUR_S = 3600;
/** The first weeks were recorded by an older watch, which saved memory; the last half year never is. */
const OLD_WATCH_WEEKS = 9;
const NEW_WATCH_WEEKS = 26;

/** Every run of the demo athlete, oldest first. The same request gives the same plan. */
export function planHistory({ seed, today, months = 18 }: HistoryRequest): PlannedRun[] {
  const end = dayNumber(today);
  const start = monthsBefore(end, months);
  const monday = end - (isoWeekday(end) - 1);
  const weeks = Math.ceil((monday - start) / 7) + 1;
  const season = planSeason(monday, weeks);
  const random = createRandom(deriveSeed(seed, 0));

  const runs: PlannedRun[] = [];
  for (let weeksAgo = weeks - 1; weeksAgo >= 0; weeksAgo--) {
    for (const plan of planWeek(random, season, weeksAgo)) {
      const day = monday - 7 * weeksAgo + plan.weekday - 1;
      const thresholdMps = thresholdSpeed({
        daysSinceStart: day - start,
        totalDays: end - start,
        daysSinceIllness: daysSinceIllness(season, weeksAgo, plan.weekday),
      });
      const run = planRun(random, seed, day, plan, thresholdMps);
      if (weeksAgo >= Math.max(NEW_WATCH_WEEKS, weeks - OLD_WATCH_WEEKS)) run.recording = 'smart';
      if (day >= start && day < end) runs.push(run);
    }
  }
  runs.sort((a, b) => a.startedAt.getTime() - b.startedAt.getTime());
  return markOccasions(createRandom(deriveSeed(seed, 1)), runs, end);
}

function planRun(
  random: Random,
  seed: number,
  day: number,
  plan: DayPlan,
  thresholdMps: number,
): PlannedRun {
  const { session, route } = fillDay(random, plan, thresholdMps);
  const secondOfDay = Math.round(startOf(random, plan));
  const isIndoors = session.place === 'indoors';
  const surface = surfaceOf(session);
  const temperature = usualTemperatureC(day, secondOfDay) + random.normal(0, 2.4);
  return {
    ...whenOnClock(day, secondOfDay, session.kind),
    title: session.title,
    kind: session.kind,
    surface,
    profileName: session.kind === 'race' ? 'Race' : PROFILE_NAMES[surface],
    route,
    steps: session.steps,
    laps: session.laps,
    thresholdMps,
    airTemperatureC: isIndoors ? INDOOR_C : Math.min(25, temperature),
    isHot: false,
    heartRate: 'recorded',
    recording: 'every-second',
    pauses: [],
    perceivedEffort: random.chance(0.75) ? session.perceivedEffort : null,
    raceDistanceM: session.raceDistanceM,
    alsoExportedAs: [],
    seed: deriveSeed(seed, day * 100_000 + secondOfDay),
  };
}

function fillDay(
  random: Random,
  plan: DayPlan,
  thresholdMps: number,
): { session: Session; route: LoopName[] } {
  switch (plan.task) {
    case 'easy':
    case 'long': {
      const { loops, lengthM } = chooseRoute(random, plan.aimM);
      const distanceM = lengthM + random.between(-30, 60);
      const make = plan.task === 'long' ? longRun : easyRun;
      return { session: make(random, thresholdMps, distanceM), route: loops };
    }
    case 'trail': {
      const [loop, distanceM] = random.pick([
        ['hill', 6_330],
        ['ridge', 11_890],
      ] as const);
      return { session: trailRun(random, thresholdMps, distanceM), route: [loop] };
    }
    case 'indoors':
      return { session: treadmillRun(random, thresholdMps, plan.aimM), route: [] };
    case 'tempo':
      return { session: tempoRun(random, thresholdMps), route: ['forest'] };
    case 'intervals': {
      const session = intervalRun(random, thresholdMps, plan.which);
      return { session, route: [session.place === 'track' ? 'track' : 'meadow'] };
    }
    case 'warmup':
      return { session: raceWarmUp(thresholdMps, random.between(1_800, 2_300)), route: ['meadow'] };
    case 'race':
      return {
        session: race(random, thresholdMps, plan.distance),
        route: [plan.distance === 5000 ? 'village' : 'forest'],
      };
  }
}

const PROFILE_NAMES = {
  road: 'Run',
  track: 'Track Run',
  trail: 'Trail Run',
  treadmill: 'Treadmill',
} as const;

function surfaceOf({ place }: Session): PlannedRun['surface'] {
  switch (place) {
    case 'home':
    case 'flat':
      return 'road';
    case 'track':
      return 'track';
    case 'hill':
      return 'trail';
    case 'indoors':
      return 'treadmill';
  }
}

/** Before or after work on weekdays, a morning at the weekend, the gun at ten. */
function startOf(random: Random, plan: DayPlan): number {
  const jitter = (minutes: number) => Math.round(random.between(-minutes, minutes) * 60);
  if (plan.task === 'race') return 10 * HOUR_S + random.whole(2, 90);
  if (plan.task === 'warmup') return 9.2 * HOUR_S + jitter(4);
  if (plan.weekday >= 6) return 9 * HOUR_S + jitter(50);
  const isEarly = plan.weekday === 3 || plan.weekday === 5;
  return isEarly ? 6.6 * HOUR_S + jitter(15) : 18.1 * HOUR_S + jitter(35);
}

function daysSinceIllness(season: SeasonPlan, weeksAgo: number, weekday: number): number | null {
  for (let week = weeksAgo + 1; week < season.weeks; week++) {
    if (season.isIll(week)) return 7 * (week - weeksAgo - 1) + weekday;
  }
  return null;
}

function monthsBefore(day: number, months: number): number {
  const date = new Date(`${civilDate(day)}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() - months);
  return dayNumber(date.toISOString().slice(0, 10));
}
