import { createSampleBuffer, type SampleBuffer } from '../sample-buffer.ts';
import { DEVELOPER_MARK } from './decode-piece.ts';
import { numberOf, timeOf, wordOf, type FitFields } from './fit-fields.ts';
import { createBeatReader, type HeartBeats } from './merge-heart-rate.ts';
import { sessionAt, type FitSession } from './split-sessions.ts';
import { createSpeedDistanceReader } from './unpack-speed-distance.ts';

export type SessionSamples = {
  buffer: SampleBuffer;
  recordCount: number;
  powerFromDeveloper: boolean;
  heartRateMerged: boolean;
};

export type SampleSources = {
  sessions: readonly FitSession[];
  beats: HeartBeats;
  /** The decoded name of a developer field that means power, used where the native field is silent. */
  developerPower: string | null;
};

export function fillSamples(
  records: readonly FitFields[],
  { sessions, beats, developerPower }: SampleSources,
): SessionSamples[] {
  const parts = sessions.map(() => ({
    buffer: createSampleBuffer(),
    recordCount: 0,
    powerFromDeveloper: false,
    heartRateMerged: false,
  }));
  const packed = createSpeedDistanceReader();
  const beatAt = createBeatReader(beats);

  for (const record of records) {
    const time = timeOf(record, 'timestamp');
    const steps = packed(record);
    const part = parts[time === null ? 0 : sessionAt(sessions, time)]!;
    part.recordCount += 1;
    if (time === null) continue;
    const { buffer } = part;
    buffer.push(time);
    buffer.set('d', numberOf(record, 'distance') ?? steps?.distance);
    buffer.set('speed', numberOf(record, 'enhanced_speed', 'speed') ?? steps?.speed);
    buffer.set('altitude', numberOf(record, 'enhanced_altitude', 'altitude'));
    buffer.set('temperature', numberOf(record, 'temperature'));
    buffer.set('hr', numberOf(record, 'heart_rate'));
    buffer.set('power', numberOf(record, 'power'));
    buffer.setFix(numberOf(record, 'position_lat'), numberOf(record, 'position_long'));
    const strides = numberOf(record, 'cadence256', 'cadence');
    const fraction = numberOf(record, 'fractional_cadence') ?? 0;
    if (strides !== null) buffer.set('cadence', strides + fraction);

    if (developerPower !== null && !buffer.has('power')) {
      buffer.set('power', numberOf(record, developerPower));
      part.powerFromDeveloper ||= buffer.has('power');
    }
    if (beats.time.length > 0 && !buffer.has('hr')) {
      buffer.set('hr', beatAt(time));
      part.heartRateMerged ||= buffer.has('hr');
    }
  }
  return parts;
}

/**
 * Running power came to older watches as a developer field. A description may point at the native field
 * (record 20, power 7) or only carry a name: "Power" (Stryd), "RP_Power" (Garmin); the first letter is masked.
 */
export function findDeveloperPower(descriptions: readonly FitFields[]): string | null {
  for (const description of descriptions) {
    const name = wordOf(description, 'field_name');
    if (name === null || !name.startsWith(DEVELOPER_MARK)) continue;
    const message = wordOf(description, 'native_mesg_num');
    const pointsAtPower =
      (message === 'record' || message === '20') && numberOf(description, 'native_field_num') === 7;
    if (pointsAtPower || /^(?:ower|P_Power)$/u.test(name.slice(1))) return name;
  }
  return null;
}
