import { createCadence, createHeart, gapFactor } from './body.ts';
import type { PlannedRun, RunStep } from './planned-run.ts';
import { createDrift, createRandom, deriveSeed, type Random } from './random.ts';
import type { Pause, RecordedRun, Sample } from './recorded-run.ts';
import { recordSmartly } from './record-smartly.ts';
import { layRoute, type Route, shift, type Spot } from './routes.ts';
import { type LapMark, summariseRun } from './summarise-run.ts';

// Once per second of the history: see random.ts.
const { exp, max, round } = Math;

const AUTO_LAP_M = 1000;
/** Runners hold back on a climb, though not quite as much as even effort would ask. */
const HILL_HONESTY = 0.85;
const REACTION_S = 4;
const SPEED_NOISE_MPS = 0.06;
const INDOOR_C = 21;

/**
 * The recording of a planned run, second by second. Pure: all chance comes from the plan's own seed, so a run stays
 * the same whatever is added before or after it.
 */
export function simulateRun(plan: PlannedRun): RecordedRun {
  const { samples, pauses, marks } = runThrough(plan);
  const { totals, laps } = summariseRun(samples, pauses, marks);
  const kept =
    plan.recording === 'smart'
      ? recordSmartly(samples, new Set(pauses.flatMap((pause) => [pause.fromS, pause.toS])))
      : samples;
  return {
    title: plan.title,
    startedAt: plan.startedAt,
    utcOffsetS: plan.utcOffsetS,
    surface: plan.surface,
    profileName: plan.profileName,
    perceivedEffort: plan.perceivedEffort,
    samples: kept,
    pauses,
    laps,
    totals,
  };
}

type Track = { samples: Sample[]; pauses: Pause[]; marks: LapMark[] };

function runThrough(plan: PlannedRun): Track {
  const part = (index: number) => createRandom(deriveSeed(plan.seed, index));
  const route = plan.route.length > 0 ? layRoute(plan.route) : null;
  const readSensors = createSensors(plan, route, part);
  const wobble = createDrift(part(0), 0.014, 12);
  const mood = createDrift(part(1), plan.kind === 'race' ? 0.006 : 0.014, 240);
  const stops = plan.pauses.map((pause) => ({ ...pause }));
  const track: Track = { samples: [], pauses: [], marks: [] };
  const spotAt = (distanceM: number) => route?.at(distanceM) ?? null;

  let clock = 0;
  let distance = 0;
  let speed = 0;
  let nextKilometre = AUTO_LAP_M;
  track.samples.push(readSensors(0, 0, 0, spotAt(0)));

  for (const [index, step] of plan.steps.entries()) {
    const stepStart = { clock, distance };
    const isLast = index === plan.steps.length - 1;
    for (let isDone = false; !isDone;) {
      const stop = stops[0];
      if (stop && distance >= stop.atDistanceM) {
        stops.shift();
        track.pauses.push({ fromS: clock, toS: clock + stop.durationS });
        for (let waited = 1; waited <= stop.durationS; waited++) {
          const standing = readSensors(clock + waited, distance, 0, spotAt(distance));
          if (waited === stop.durationS) track.samples.push(standing);
        }
        clock += stop.durationS;
        speed = 0;
      }
      const spot = spotAt(distance);
      const cost = gapFactor(spot?.grade ?? 0);
      const wanted =
        (step.speedMps * (1 + mood() + (plan.surface === 'treadmill' ? 0 : wobble()))) /
        cost ** HILL_HONESTY;
      speed += (wanted - speed) / REACTION_S;
      const before = distance;
      clock += 1;
      distance += speed;
      track.samples.push(readSensors(clock, distance, speed, spot));

      if (plan.laps === 'each-kilometre' && distance >= nextKilometre) {
        track.marks.push({
          elapsedMs: crossingMs(clock, before, distance, nextKilometre),
          distanceCm: nextKilometre * 100,
          effort: 'active',
          endedBy: 'distance',
        });
        nextKilometre += AUTO_LAP_M;
      }
      isDone = isOver(step, clock - stepStart.clock, distance - stepStart.distance);
      if (isDone && plan.laps === 'each-step' && !isLast) {
        track.marks.push(buttonMark(step, stepStart.distance, clock, before, distance));
      }
    }
  }
  finish(track, plan);
  return track;
}

function isOver(step: RunStep, seconds: number, metres: number): boolean {
  return 'distanceM' in step.until
    ? metres >= step.until.distanceM
    : seconds >= step.until.durationS;
}

/** A repetition ends on its line, which lies between two samples. */
function buttonMark(
  step: RunStep,
  startM: number,
  clock: number,
  before: number,
  after: number,
): LapMark {
  const line = 'distanceM' in step.until ? startM + step.until.distanceM : after;
  return {
    elapsedMs: crossingMs(clock, before, after, line),
    distanceCm: round(line * 100),
    effort: step.effort,
    endedBy: 'button',
  };
}

function crossingMs(clock: number, before: number, after: number, line: number): number {
  const share = after > before ? (line - before) / (after - before) : 1;
  return round((clock - 1 + share) * 1000);
}

/** The last lap closes with the session; one that would be empty is the previous one. */
function finish({ samples, marks }: Track, plan: PlannedRun): void {
  const last = samples.at(-1);
  const closed = marks.at(-1);
  if (!last) return;
  const end = { elapsedMs: last.elapsedS * 1000, distanceCm: round(last.distanceM * 100) };
  if (closed && closed.distanceCm >= end.distanceCm) marks.pop();
  const effort = plan.laps === 'each-step' ? (plan.steps.at(-1)?.effort ?? 'active') : 'active';
  marks.push({ ...end, effort, endedBy: 'finish' });
}

type ReadSensors = (
  elapsedS: number,
  distanceM: number,
  speedMps: number,
  spot: Spot | null,
) => Sample;

/** What the watch writes down: rounded to its own resolution, with each sensor's noise. */
function createSensors(
  plan: PlannedRun,
  route: Route | null,
  part: (index: number) => Random,
): ReadSensors {
  const heart = createHeart(part(2), plan.airTemperatureC);
  const cadence = createCadence(part(3));
  const east = createDrift(part(4), 1.8, 120);
  const north = createDrift(part(5), 1.8, 120);
  const pressure = createDrift(part(6), 0.7, 400);
  const lock = plan.heartRate === 'cadence-lock' ? { fromS: 420, toS: 780 } : null;
  const speedNoise = createDrift(part(7), SPEED_NOISE_MPS, 5);

  return (elapsedS, distanceM, speedMps, spot) => {
    const steps = speedMps > 0 ? cadence(speedMps) : null;
    const beat = heart({
      speedMps,
      gapFactor: gapFactor(spot?.grade ?? 0),
      thresholdMps: plan.thresholdMps,
    });
    const isLocked = lock !== null && elapsedS >= lock.fromS && elapsedS < lock.toS;
    const fix = spot && route ? shift(spot, east(), north()) : null;
    const shownSpeed = speedMps > 0 ? max(0, speedMps + speedNoise()) : 0;
    const ambient = route ? plan.airTemperatureC + 1.5 : INDOOR_C + 3;
    return {
      elapsedS,
      distanceM: round(distanceM * 100) / 100,
      speedMps: round(shownSpeed * 1000) / 1000,
      latDeg: fix ? round7(fix.latDeg) : null,
      lonDeg: fix ? round7(fix.lonDeg) : null,
      altitudeM: spot ? round((spot.altitudeM + pressure()) * 5) / 5 : null,
      heartRateBpm: plan.heartRate === 'absent' ? null : isLocked && steps ? steps : beat,
      cadenceSpm: steps,
      // The watch leaves a warm sleeve or room and needs minutes to feel the air.
      temperatureC: round(ambient + (24 - ambient) * exp(-elapsedS / 240)),
    };
  };
}

function round7(degrees: number): number {
  return round(degrees * 1e7) / 1e7;
}
