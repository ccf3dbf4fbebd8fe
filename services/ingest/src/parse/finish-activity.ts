import { cleanText, NAME_LENGTH, NOTES_LENGTH } from './clean-text.ts';
import type { DraftActivity, DraftLap } from './draft-activity.ts';
import { mergeInstants } from './merge-instants.ts';
import { isOnFoot } from './name-sport.ts';
import type {
  ParsedActivity,
  ParsedLap,
  Pause,
  Provenance,
  SampleColumns,
} from './parsed-activity.ts';
import { type RepairedClock, repairClock } from './repair-clock.ts';
import { strideFactor } from './steps-per-minute.ts';
import { timeWeightedMean } from './time-weighted-mean.ts';
import { straightenDistance } from './straighten-distance.ts';
import { traceDistance } from './trace-distance.ts';

const LONGEST_ACTIVITY_S = 400 * 86_400;
const IMPLAUSIBLE_MEAN_HR = 220;
const RESTING_LIMIT_HR = 25;
/** How far a declared start may lie before the first sample (a swim's first length is written at its end). */
const EARLY_START_MS = 3_600_000;

export function finishActivity(draft: DraftActivity, part: ParsedActivity['part']): ParsedActivity {
  const clock = repairClock(draft.samples.time, draft.elapsedS);
  const startedAt = chooseStart(draft, clock);
  const distanceSource = settleDistance(draft, clock.times);
  const samples = mergeInstants(draft.samples, clock.times, startedAt);
  const cadence = settleCadence(draft, samples);

  const lastT = samples.t.at(-1) ?? 0;
  const pauses = settlePauses(draft, clock, startedAt);
  const restedS = pauses.reduce((sum, [from, to]) => sum + to - from, 0);
  const declaredTimer = inRange(draft.timerS, 0, LONGEST_ACTIVITY_S);
  const spanS = inRange(draft.elapsedS, 0, LONGEST_ACTIVITY_S) ?? lastT;
  const elapsedS = Math.max(spanS, declaredTimer ?? 0);
  const timerS = declaredTimer ?? Math.max(0, elapsedS - restedS);

  const seenHr = (value: number) => value >= RESTING_LIMIT_HR;
  const meanHr = samples.hr === undefined ? null : timeWeightedMean(samples.t, samples.hr, seenHr);
  const avgHr = inRange(draft.avgHr, RESTING_LIMIT_HR, 250) ?? meanHr;
  const maxHr = inRange(draft.maxHr, RESTING_LIMIT_HR, 250) ?? highest(samples.hr);
  const moving = inRange(draft.movingS, 0, timerS);

  return {
    format: draft.format,
    sport: draft.sport,
    sportRaw: cleanText(draft.sportRaw, NAME_LENGTH),
    subSport: draft.subSport,
    subSportRaw: cleanText(draft.subSportRaw, NAME_LENGTH),
    startedAt,
    elapsedS,
    timerS,
    movingS: moving,
    distanceM: totalDistance(draft, samples, distanceSource),
    ascentM: inRange(draft.ascentM, 0, 50_000),
    avgHr,
    maxHr: maxHr === null || avgHr === null ? maxHr : Math.max(maxHr, Math.floor(avgHr)),
    avgCadenceSpm: cadence.mean,
    manufacturer: cleanText(draft.manufacturer, NAME_LENGTH),
    deviceName: cleanText(draft.deviceName, NAME_LENGTH),
    name: cleanText(draft.name, NAME_LENGTH),
    notes: cleanText(draft.notes, NOTES_LENGTH),
    part,
    recordCount: draft.recordCount,
    laps: draft.laps.map((lap) => finishLap(lap, clock, startedAt)),
    pauses,
    samples,
    provenance: {
      distanceSource,
      timerSource: declaredTimer === null ? 'samples' : 'device',
      clockFlags:
        elapsedS > 86_400 && !clock.flags.includes('left_open')
          ? [...clock.flags, 'left_open']
          : clock.flags,
      cadenceUnit: cadence.unit,
      heartRate: heartRateSource(draft, avgHr),
      powerSource: samples.power === undefined ? 'none' : draft.powerSource,
    },
  };
}

function chooseStart(draft: DraftActivity, clock: RepairedClock): number {
  const first = clock.times[0];
  const declared = draft.startMs === null ? null : clock.move(draft.startMs);
  if (first === undefined) return declared ?? 0;
  if (declared === null || declared > first || declared < first - EARLY_START_MS) return first;
  return declared;
}

function settleDistance(draft: DraftActivity, times: Float64Array): Provenance['distanceSource'] {
  const { samples } = draft;
  const traced = traceDistance(samples.lat, samples.lon, times, draft.segmentStarts);
  const tracedM = lastReading(traced) ?? 0;
  const read = samples.d.some((value) => value > 0);
  if (read) straightenDistance(samples.d, times, draft.distanceM);
  // Some GPX writers put the step from point to point where others put the running distance.
  const perPoint = draft.format === 'gpx' && (lastReading(samples.d) ?? 0) < tracedM / 2;
  if ((read && !perPoint) || (draft.distanceM ?? 0) > 0) return 'device';
  if (tracedM === 0) return 'none';
  samples.d = traced;
  return 'gps';
}

function totalDistance(
  draft: DraftActivity,
  samples: SampleColumns,
  source: Provenance['distanceSource'],
): number {
  const declared = source === 'device' ? inRange(draft.distanceM, 0, 5_000_000) : null;
  if (declared !== null && declared > 0) return declared;
  return lastReading(samples.d) ?? 0;
}

function settleCadence(
  draft: DraftActivity,
  samples: SampleColumns,
): { unit: Provenance['cadenceUnit']; mean: number | null } {
  const column = samples.cadence;
  if (column === undefined && draft.avgCadence === null) return { unit: 'none', mean: null };
  if (!isOnFoot(draft.sport)) return { unit: 'cycles', mean: null };
  const factor = strideFactor(draft.sport, column ?? Float32Array.of(draft.avgCadence ?? 0));
  column?.forEach((value, i) => (column[i] = value * factor));
  const computed =
    column === undefined ? null : timeWeightedMean(samples.t, column, (value) => value > 0);
  const declared = inRange(draft.avgCadence, 1, 300);
  return { unit: 'steps', mean: declared === null ? computed : declared * factor };
}

function settlePauses(draft: DraftActivity, clock: RepairedClock, startedAt: number): Pause[] {
  const pauses: Pause[] = [];
  for (const [from, to] of draft.pausesMs.toSorted((a, b) => a[0] - b[0])) {
    const start = Math.max((clock.move(from) - startedAt) / 1000, pauses.at(-1)?.[1] ?? 0);
    const end = (clock.move(to) - startedAt) / 1000;
    if (end > start) pauses.push([start, end]);
  }
  return pauses;
}

function finishLap(lap: DraftLap, clock: RepairedClock, startedAt: number): ParsedLap {
  const timerS = inRange(lap.timerS, 0, LONGEST_ACTIVITY_S);
  const elapsedS = inRange(lap.elapsedS, 0, LONGEST_ACTIVITY_S) ?? timerS ?? 0;
  return {
    startS: Math.max(0, (clock.move(lap.startMs) - startedAt) / 1000),
    elapsedS: Math.max(elapsedS, timerS ?? 0),
    timerS: timerS ?? elapsedS,
    distanceM: inRange(lap.distanceM, 0, 5_000_000) ?? 0,
    avgHr: inRange(lap.avgHr, RESTING_LIMIT_HR, 250),
    maxHr: inRange(lap.maxHr, RESTING_LIMIT_HR, 250),
    ...withText('intensity', lap.intensity),
    ...withText('trigger', lap.trigger),
  };
}

function withText<K extends 'intensity' | 'trigger'>(key: K, text: string | null) {
  const cleaned = cleanText(text, 40)?.toLowerCase();
  return cleaned === undefined ? {} : { [key]: cleaned };
}

function heartRateSource(draft: DraftActivity, avgHr: number | null): Provenance['heartRate'] {
  if (avgHr === null) return 'none';
  return avgHr > IMPLAUSIBLE_MEAN_HR ? 'implausible' : draft.heartRate;
}

function lastReading(column: Float64Array | undefined): number | undefined {
  return column?.findLast((value) => !Number.isNaN(value));
}

function highest(column: Float32Array | undefined): number | null {
  let top: number | null = null;
  for (const value of column ?? []) if (!Number.isNaN(value)) top = Math.max(top ?? value, value);
  return top;
}

function inRange(value: number | null, low: number, high: number): number | null {
  return value !== null && value >= low && value <= high ? value : null;
}
