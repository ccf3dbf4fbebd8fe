import { zoneOf, type Intensity, type Prescription } from './intensity.ts';
import type { PlannedSession } from './plan.ts';
import type { HardZone, Segment, Step, ZoneLoad } from './step.ts';
import { PURPOSES, type QualityWorkout, type WorkTemplate } from './workout-library.ts';

/** Work of a quality session before warm-up and cool-down are added. */
export type Work = { segment: Segment; metres: number; zones: ZoneLoad };

const STRIDE_S = 20;
const STRIDE_JOG_S = 60;
/** Run seconds of each rung of the walk-run ladder, always with a minute of walking (policy). */
const LADDER_RUN_S = [60, 120, 180, 300, 480];

/** The walk-run ladder doubles a run's time at worst, and its whole metres lose up to 2 %; whoever limits sessions by time must allow for it. */
export const LADDER_TIME_FACTOR = 2.05;

export function noLoad(): ZoneLoad {
  const none = () => ({ metres: 0, seconds: 0 });
  return { E: none(), M: none(), T: none(), I: none(), R: none() };
}

/** One size of a template as a segment: `times` repeats of `length` seconds or metres, each followed by its jog. */
export function workOf(
  template: WorkTemplate,
  times: number,
  length: number,
  prescription: Prescription,
): Work {
  const { intensity, length: extent, jogS } = template;
  const run =
    extent.by === 'time'
      ? timed('run', intensity, length, prescription)
      : measured('run', intensity, length, prescription);
  const jog = timed('recovery', 'E', jogS, prescription);
  const steps = jogS > 0 ? [run, jog] : [run];
  const segment: Segment =
    times === 1 && steps.length === 1 ? { kind: 'step', ...run } : { kind: 'repeat', times, steps };
  const zones = zonesOf([segment]);
  return { segment, metres: metresOf(zones), zones };
}

/** What one size of a template comes to at most, before rounding and without laying it out: its hard zone, and all metres with the jogs. */
export function sizeOfWork(
  template: WorkTemplate,
  times: number,
  length: number,
  prescription: Prescription,
): { zone: HardZone; zoneM: number; zoneS: number; metres: number } {
  const pace = prescription.pace[template.intensity];
  const byTime = template.length.by === 'time';
  const runM = byTime ? (length * 1000) / pace + 1 : length;
  const runS = byTime ? length : (length * pace) / 1000;
  const jogM = (template.jogS * 1000) / prescription.pace.E + 1;
  const zone = zoneOf(template.intensity);
  return { zone, zoneM: times * runM, zoneS: times * runS, metres: times * (runM + jogM) };
}

/** A quality session of exactly `metres`: the work between a warm-up (60 % of the rest) and a cool-down. */
export function qualitySession(
  date: string,
  workout: QualityWorkout,
  work: Work,
  metres: number,
  prescription: Prescription,
): PlannedSession {
  const rest = metres - work.metres;
  const warmUp = Math.round(rest * 0.6);
  return session({
    date,
    slot: 'quality',
    workout: workout.id,
    purpose: workout.purpose,
    hard: true,
    segments: [
      { kind: 'step', ...measured('warm-up', 'E', warmUp, prescription) },
      work.segment,
      { kind: 'step', ...measured('cool-down', 'E', rest - warmUp, prescription) },
    ],
  });
}

export function easySession(
  date: string,
  metres: number,
  workout: 'easy' | 'recovery',
  prescription: Prescription,
): PlannedSession {
  return session({
    date,
    slot: 'easy',
    workout,
    purpose: PURPOSES[workout],
    hard: false,
    segments: [{ kind: 'step', ...measured('run', 'E', metres, prescription) }],
  });
}

/** Strides come near the end of an easy run and replace part of it: the distance stays the same. */
export function stridesSession(
  date: string,
  metres: number,
  times: number,
  prescription: Prescription,
): PlannedSession {
  const strides = stridesWork(times, prescription);
  return session({
    date,
    slot: 'easy',
    workout: 'easy-strides',
    purpose: PURPOSES['easy-strides'],
    hard: false,
    segments: [
      { kind: 'step', ...measured('run', 'E', metres - strides.metres, prescription) },
      strides.segment,
    ],
  });
}

export function stridesWork(times: number, prescription: Prescription): Work {
  const template: WorkTemplate = {
    intensity: 'R',
    repeats: [times, times],
    length: { by: 'time', least: STRIDE_S, most: STRIDE_S, step: STRIDE_S },
    jogS: STRIDE_JOG_S,
  };
  return workOf(template, times, STRIDE_S, prescription);
}

/** A rung of the walk-run ladder, 0–4. Metres are the running metres; walking adds time only. */
export function walkRunSession(
  date: string,
  metres: number,
  rung: number,
  prescription: Prescription,
): PlannedSession {
  const run = timed('run', 'E', LADDER_RUN_S[rung] ?? 60, prescription);
  const walk: Step = {
    ...run,
    role: 'walk',
    metres: 0,
    seconds: 60,
    target: { by: 'effort', low: 1, high: 2 },
  };
  const times = Math.floor(metres / run.metres);
  const rest = metres - times * run.metres;
  const segments: Segment[] = times > 0 ? [{ kind: 'repeat', times, steps: [run, walk] }] : [];
  if (rest > 0) segments.push({ kind: 'step', ...measured('run', 'E', rest, prescription) });
  return session({
    date,
    slot: 'easy',
    workout: 'walk-run',
    purpose: PURPOSES['walk-run'],
    hard: false,
    segments,
  });
}

/** A long run of exactly `metres`, the last part but a cool-down of 10 % at marathon pace when `marathonM` > 0. */
export function longSession(
  date: string,
  metres: number,
  marathonM: number,
  hardFromS: number,
  prescription: Prescription,
): PlannedSession {
  const workout = marathonM > 0 ? 'long-marathon-pace' : 'long';
  const easyM = metres - marathonM;
  const endM = marathonM > 0 ? Math.round(easyM * 0.1) : 0;
  const segments: Segment[] = [
    { kind: 'step', ...measured('run', 'E', easyM - endM, prescription) },
  ];
  if (marathonM > 0) {
    segments.push({ kind: 'step', ...measured('run', 'M', marathonM, prescription) });
    segments.push({ kind: 'step', ...measured('cool-down', 'E', endM, prescription) });
  }
  const draft = session({
    date,
    slot: 'long',
    workout,
    purpose: PURPOSES[workout],
    hard: marathonM > 0,
    segments,
  });
  return { ...draft, hard: draft.hard || draft.seconds > hardFromS };
}

export function raceSession(
  date: string,
  metres: number,
  intensity: Intensity,
  prescription: Prescription,
): PlannedSession {
  return session({
    date,
    slot: 'race',
    workout: 'race',
    purpose: PURPOSES.race,
    hard: true,
    segments: [{ kind: 'step', ...measured('run', intensity, metres, prescription) }],
  });
}

function session(
  draft: Pick<PlannedSession, 'date' | 'slot' | 'workout' | 'purpose' | 'hard' | 'segments'>,
): PlannedSession {
  const segments = draft.segments.filter(
    (segment) => segment.kind === 'repeat' || segment.seconds > 0 || segment.metres > 0,
  );
  const zones = zonesOf(segments);
  const seconds = Object.values(zones).reduce((sum, zone) => sum + zone.seconds, 0);
  return { ...draft, segments, metres: metresOf(zones), seconds, zones, movedFrom: null };
}

function timed(
  role: Step['role'],
  intensity: Intensity,
  seconds: number,
  prescription: Prescription,
): Step {
  const exact = (seconds * 1000) / prescription.pace[intensity];
  // Steps at easy pace round up: a session must never last longer than its distance at easy pace, which is what time limits are checked with.
  const isEasyPaced = prescription.pace[intensity] >= prescription.pace.E;
  const metres = isEasyPaced ? Math.ceil(exact) : Math.floor(exact);
  return step(role, 'time', intensity, metres, seconds, prescription);
}

function measured(
  role: Step['role'],
  intensity: Intensity,
  metres: number,
  prescription: Prescription,
): Step {
  // Rounded down: sums of rounded-up seconds would creep past a weekly limit of minutes.
  const seconds = Math.floor((metres * prescription.pace[intensity]) / 1000);
  return step(role, 'distance', intensity, metres, seconds, prescription);
}

function step(
  role: Step['role'],
  by: Step['by'],
  intensity: Intensity,
  metres: number,
  seconds: number,
  prescription: Prescription,
): Step {
  const target = prescription.target[intensity];
  return { role, by, metres, seconds, zone: intensity === 'E' ? 'E' : zoneOf(intensity), target };
}

function zonesOf(segments: readonly Segment[]): ZoneLoad {
  const load = noLoad();
  for (const segment of segments) {
    const [times, steps] =
      segment.kind === 'repeat' ? [segment.times, segment.steps] : [1, [segment]];
    for (const { zone, metres, seconds } of steps) {
      load[zone].metres += times * metres;
      load[zone].seconds += times * seconds;
    }
  }
  return load;
}

function metresOf(zones: ZoneLoad): number {
  return Object.values(zones).reduce((sum, zone) => sum + zone.metres, 0);
}
