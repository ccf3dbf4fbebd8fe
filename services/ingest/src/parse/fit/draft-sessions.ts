import { getFitGarminProductDisplayName } from 'fit-file-parser';
import type { DraftActivity, DraftLap } from '../draft-activity.ts';
import { nameSport, nameSubSport } from '../name-sport.ts';
import type { FitMessages } from './decode-piece.ts';
import { fillSamples, findDeveloperPower } from './fill-samples.ts';
import { numberOf, timeOf, wordOf, type FitFields } from './fit-fields.ts';
import { readHeartBeats } from './merge-heart-rate.ts';
import { sessionAt, sortSessions } from './split-sessions.ts';
import { timerPauses } from './timer-pauses.ts';

export type SessionInputs = {
  messages: FitMessages;
  heartBeats: readonly FitFields[];
  records: readonly FitFields[];
  sessions: readonly FitFields[];
  laps: readonly FitFields[];
};

export function draftSessions(inputs: SessionInputs): DraftActivity[] {
  const { messages, records } = inputs;
  const sessions = sortSessions(inputs.sessions);
  const parts = fillSamples(records, {
    sessions,
    beats: readHeartBeats(inputs.heartBeats),
    developerPower: findDeveloperPower(messages.of('field_description')),
  });
  const laps = inputs.laps.map(readLap).filter((lap) => lap !== null);
  const pauses = timerPauses(messages.of('event'));
  const device = readDevice(messages);

  return sessions.map(({ fields, startMs }, index) => {
    const part = parts[index]!;
    const own = <T>(items: T[], at: (item: T) => number) =>
      items.filter((item) => sessionAt(sessions, at(item)) === index);
    const sportFields = fields ?? messages.of('sport')[0] ?? inputs.laps[0];
    const sportRaw = wordOf(sportFields, 'sport');
    const subSportRaw = wordOf(sportFields, 'sub_sport');
    return {
      format: 'fit',
      sport: nameSport(sportRaw, subSportRaw),
      sportRaw,
      subSport: nameSubSport(sportRaw, subSportRaw),
      subSportRaw,
      startMs,
      elapsedS: numberOf(fields, 'total_elapsed_time'),
      timerS: numberOf(fields, 'total_timer_time'),
      movingS: numberOf(fields, 'total_moving_time'),
      distanceM: numberOf(fields, 'total_distance'),
      ascentM: numberOf(fields, 'total_ascent'),
      avgHr: numberOf(fields, 'avg_heart_rate'),
      maxHr: numberOf(fields, 'max_heart_rate'),
      avgCadence: readMeanCadence(fields),
      ...device,
      name: null,
      notes: null,
      recordCount: part.recordCount,
      samples: part.buffer.finish(),
      segmentStarts: [],
      laps: own(laps, (lap) => lap.startMs),
      pausesMs: own(pauses, ([from]) => from),
      heartRate: part.heartRateMerged ? 'merged' : 'device',
      powerSource: part.powerFromDeveloper ? 'developer_field' : 'device',
    };
  });
}

function readMeanCadence(fields: FitFields | undefined): number | null {
  const mean = numberOf(fields, 'avg_cadence', 'avg_running_cadence');
  return mean === null ? null : mean + (numberOf(fields, 'avg_fractional_cadence') ?? 0);
}

function readLap(fields: FitFields): DraftLap | null {
  const elapsedS = numberOf(fields, 'total_elapsed_time');
  const end = timeOf(fields, 'timestamp');
  const startMs =
    timeOf(fields, 'start_time') ?? (end === null ? null : end - (elapsedS ?? 0) * 1000);
  if (startMs === null) return null;
  return {
    startMs,
    elapsedS,
    timerS: numberOf(fields, 'total_timer_time'),
    distanceM: numberOf(fields, 'total_distance'),
    avgHr: numberOf(fields, 'avg_heart_rate'),
    maxHr: numberOf(fields, 'max_heart_rate'),
    intensity: wordOf(fields, 'intensity'),
    trigger: wordOf(fields, 'lap_trigger'),
  };
}

function readDevice(messages: FitMessages): {
  manufacturer: string | null;
  deviceName: string | null;
} {
  const fileId = messages.of('file_id')[0];
  const creator = messages
    .of('device_info')
    .find((info) => wordOf(info, 'device_index') === 'creator');
  const manufacturer = wordOf(fileId, 'manufacturer') ?? wordOf(creator, 'manufacturer');
  const named = wordOf(fileId, 'product_name') ?? wordOf(creator, 'product_name');
  const product = numberOf(fileId, 'product', 'garmin_product');
  const garmin = manufacturer === 'garmin' && product !== null;
  return {
    manufacturer,
    deviceName: named ?? (garmin ? (getFitGarminProductDisplayName(product) ?? null) : null),
  };
}
