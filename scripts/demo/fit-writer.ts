import { ActivityWriteError } from './activity-write-error.ts';
import {
  createFitEncoder,
  type FitEncoder,
  type FitMessage,
  type FitValues,
} from './fit-encoder.ts';
import {
  ACTIVITY,
  DEVICE_INFO,
  EVENT,
  FILE_CREATOR,
  FILE_ID,
  fitTime,
  LAP,
  RECORD,
  SESSION,
} from './fit-messages.ts';
import type { RecordedLap, RecordedRun, Sample, Totals } from './recorded-run.ts';

const LOCAL = { head: 0, event: 1, record: 2, lap: 3, session: 4, activity: 5 } as const;
const RECORD_BYTES = 30;

const FILE_TYPE_ACTIVITY = 4;
/** The number the profile reserves for makers without one: the file never claims to come from a real watch. */
const MANUFACTURER_DEVELOPMENT = 255;
const PRODUCT = 1;
const SERIAL_NUMBER = 20_250_001;
const SOFTWARE_VERSION = 1;
const SOURCE_LOCAL = 5;
const SOURCE_ANT_PLUS = 1;
const DEVICE_HEART_RATE = 120;

const EVENT_TIMER = 0;
const EVENT_SESSION = 8;
const EVENT_LAP = 9;
const EVENT_ACTIVITY = 26;
const TYPE_START = 0;
const TYPE_STOP = 1;
const TYPE_STOP_ALL = 4;

const SPORT_RUNNING = 1;
const SUB_SPORT = { road: 0, treadmill: 1, trail: 3, track: 4 } as const;
const INTENSITY = { active: 0, rest: 1, warmup: 2, cooldown: 3 } as const;
const LAP_TRIGGER = { button: 0, distance: 2, finish: 7 } as const;

/** An activity file as a watch writes it: records as they come, timer events at pauses, each lap when it closes. */
export function writeFit(run: RecordedRun): Uint8Array {
  const first = run.samples[0];
  const last = run.samples.at(-1);
  if (!first || !last) throw new ActivityWriteError('empty', 'samples', 'A run needs samples');
  const at = (elapsedS: number) => fitTime(run.startedAt.getTime() + elapsedS * 1000);
  const encoder = createFitEncoder(run.samples.length * RECORD_BYTES + 4096);

  writeHead(encoder, run, at(0));
  encoder.define(LOCAL.event, EVENT);
  encoder.define(LOCAL.record, withoutEmptyColumns(RECORD, run.samples));
  encoder.define(LOCAL.lap, LAP);
  writeTimerEvent(encoder, at(0), TYPE_START);

  let pause = 0;
  let lap = 0;
  for (const sample of run.samples) {
    for (; lap < run.laps.length - 1 && lapEndS(run.laps[lap]) < sample.elapsedS; lap++) {
      encoder.write(LOCAL.lap, lapValues(run, lap));
    }
    const stop = run.pauses[pause];
    if (stop && sample.elapsedS >= stop.toS) {
      writeTimerEvent(encoder, at(stop.fromS), TYPE_STOP_ALL);
      writeTimerEvent(encoder, at(stop.toS), TYPE_START);
      pause++;
    }
    encoder.write(LOCAL.record, recordValues(sample, at(sample.elapsedS)));
  }
  writeTimerEvent(encoder, at(last.elapsedS), TYPE_STOP_ALL);
  for (; lap < run.laps.length; lap++) encoder.write(LOCAL.lap, lapValues(run, lap));

  encoder.define(LOCAL.session, SESSION);
  encoder.write(LOCAL.session, sessionValues(run, first, at(last.elapsedS)));
  encoder.define(LOCAL.activity, ACTIVITY);
  encoder.write(LOCAL.activity, {
    timestamp: at(last.elapsedS),
    localTimestamp: at(last.elapsedS) + run.utcOffsetS,
    timerS: run.totals.timerMs / 1000,
    sessionCount: 1,
    type: 0,
    event: EVENT_ACTIVITY,
    eventType: TYPE_STOP,
  });
  return encoder.finish();
}

function writeHead(encoder: FitEncoder, run: RecordedRun, start: number): void {
  const maker = {
    manufacturer: MANUFACTURER_DEVELOPMENT,
    product: PRODUCT,
    serialNumber: SERIAL_NUMBER,
  };
  encoder.define(LOCAL.head, FILE_ID);
  encoder.write(LOCAL.head, {
    ...maker,
    type: FILE_TYPE_ACTIVITY,
    timeCreated: start,
    productName: 'Evensplit demo',
  });
  encoder.define(LOCAL.head, FILE_CREATOR);
  encoder.write(LOCAL.head, { softwareVersion: SOFTWARE_VERSION * 100 });
  encoder.define(LOCAL.head, DEVICE_INFO);
  encoder.write(LOCAL.head, {
    ...maker,
    timestamp: start,
    softwareVersion: SOFTWARE_VERSION,
    deviceIndex: 0,
    sourceType: SOURCE_LOCAL,
  });
  if (run.totals.avgHeartRateBpm === null) return;
  encoder.write(LOCAL.head, {
    timestamp: start,
    manufacturer: MANUFACTURER_DEVELOPMENT,
    deviceIndex: 1,
    deviceType: DEVICE_HEART_RATE,
    sourceType: SOURCE_ANT_PLUS,
  });
}

function writeTimerEvent(encoder: FitEncoder, timestamp: number, eventType: number): void {
  encoder.write(LOCAL.event, { timestamp, data: 0, event: EVENT_TIMER, eventType, eventGroup: 0 });
}

/** Spelled out rather than spread: this runs once per second of eighteen months. */
function recordValues(sample: Sample, timestamp: number): FitValues {
  const strides = sample.cadenceSpm === null ? null : sample.cadenceSpm / 2;
  return {
    timestamp,
    latDeg: sample.latDeg,
    lonDeg: sample.lonDeg,
    distanceM: sample.distanceM,
    speedMps: sample.speedMps,
    altitudeM: sample.altitudeM,
    heartRateBpm: sample.heartRateBpm,
    strideRate: strides === null ? null : Math.floor(strides),
    strideRateFraction: strides === null ? null : strides - Math.floor(strides),
    temperatureC: sample.temperatureC,
  };
}

function lapValues(run: RecordedRun, index: number): FitValues {
  const lap = run.laps[index];
  if (!lap) throw new ActivityWriteError('missing', 'lap', `No lap ${index}`);
  const from = positionAt(run.samples, lap.startMs);
  const to = positionAt(run.samples, lap.startMs + lap.elapsedMs);
  return {
    ...totalsValues(lap),
    timestamp: fitTime(run.startedAt.getTime() + lap.startMs + lap.elapsedMs),
    startTime: fitTime(run.startedAt.getTime() + lap.startMs),
    messageIndex: index,
    startLatDeg: from?.latDeg,
    startLonDeg: from?.lonDeg,
    endLatDeg: to?.latDeg,
    endLonDeg: to?.lonDeg,
    event: EVENT_LAP,
    eventType: TYPE_STOP,
    intensity: INTENSITY[lap.effort],
    lapTrigger: LAP_TRIGGER[lap.endedBy],
    sport: SPORT_RUNNING,
    subSport: SUB_SPORT[run.surface],
  };
}

function sessionValues(run: RecordedRun, first: Sample, end: number): FitValues {
  return {
    ...totalsValues(run.totals),
    timestamp: end,
    startTime: fitTime(run.startedAt.getTime()),
    messageIndex: 0,
    startLatDeg: first.latDeg,
    startLonDeg: first.lonDeg,
    firstLapIndex: 0,
    lapCount: run.laps.length,
    event: EVENT_SESSION,
    eventType: TYPE_STOP,
    trigger: 0,
    sport: SPORT_RUNNING,
    subSport: SUB_SPORT[run.surface],
    perceivedEffort: run.perceivedEffort,
    profileName: run.profileName,
  };
}

function totalsValues(totals: Totals): FitValues {
  return {
    elapsedS: totals.elapsedMs / 1000,
    timerS: totals.timerMs / 1000,
    distanceM: totals.distanceCm / 100,
    strides: totals.strides,
    caloriesKcal: totals.caloriesKcal,
    avgSpeedMps: totals.timerMs > 0 ? (totals.distanceCm * 10) / totals.timerMs : null,
    maxSpeedMps: totals.maxSpeedMps,
    avgHeartRateBpm: totals.avgHeartRateBpm,
    maxHeartRateBpm: totals.maxHeartRateBpm,
    ...strideRate('avgStrideRate', totals.avgCadenceSpm),
    maxStrideRate: totals.maxCadenceSpm === null ? null : Math.floor(totals.maxCadenceSpm / 2),
    ascentM: totals.ascentM,
    descentM: totals.descentM,
    avgTemperatureC: totals.avgTemperatureC,
  };
}

/** Running cadence is stored as strides (two steps) per minute, the half stride in a field of its own. */
function strideRate(name: string, stepsPerMinute: number | null): FitValues {
  if (stepsPerMinute === null) return {};
  const strides = stepsPerMinute / 2;
  const whole = Math.floor(strides);
  return { [name]: whole, [`${name}Fraction`]: strides - whole };
}

/** A watch without a strap or a position does not announce those columns at all. */
function withoutEmptyColumns(message: FitMessage, samples: readonly Sample[]): FitMessage {
  const isUsed = (name: string) =>
    samples.some((sample) => (recordValues(sample, 0)[name] ?? null) !== null);
  return { ...message, fields: message.fields.filter((field) => isUsed(field.name)) };
}

function lapEndS(lap: RecordedLap | undefined): number {
  return lap ? (lap.startMs + lap.elapsedMs) / 1000 : Infinity;
}

function positionAt(samples: readonly Sample[], elapsedMs: number): Sample | undefined {
  return samples.findLast((sample) => sample.elapsedS * 1000 <= elapsedMs);
}
