import type { DraftActivity } from '../draft-activity.ts';
import { nameSport, nameSubSport } from '../name-sport.ts';
import type { ActivityFormat } from '../parsed-activity.ts';
import type { SampleBuffer } from '../sample-buffer.ts';

/** The fields that GPX and TCX have no word for stay null; the finishing step computes what samples can tell. */
export function emptyDraft(
  format: ActivityFormat,
  sportRaw: string | null,
  buffer: SampleBuffer,
): DraftActivity {
  return {
    format,
    sport: nameSport(sportRaw),
    sportRaw,
    subSport: nameSubSport(sportRaw, null),
    subSportRaw: null,
    startMs: null,
    elapsedS: null,
    timerS: null,
    movingS: null,
    distanceM: null,
    ascentM: null,
    avgHr: null,
    maxHr: null,
    avgCadence: null,
    manufacturer: null,
    deviceName: null,
    name: null,
    notes: null,
    recordCount: 0,
    samples: buffer.finish(),
    segmentStarts: [],
    laps: [],
    pausesMs: [],
    heartRate: 'device',
    powerSource: 'device',
  };
}
