import { describe, expect, it } from '@jest/globals';

import { aStream } from '../test/a-stream.ts';
import { sensorChecks, type SensorChecks } from './sensor-checks.ts';
import type { Stream } from './stream.ts';

function livelyRun(seconds: number): Stream {
  const stream = aStream([{ seconds, speed: 3, hr: 140 }]);
  stream.hr?.forEach((_, i, hr) => {
    hr[i] = 140 + (i % 5);
  });
  return stream;
}

function checks(stream: Stream): SensorChecks {
  const result = sensorChecks(stream);
  if ('reason' in result) throw new Error(result.reason);
  return result;
}

const marked = (result: SensorChecks) => result.invalid.reduce((sum, x) => sum + x, 0);

describe('sensor checks', () => {
  it('leave a living signal alone', () => {
    expect(marked(checks(livelyRun(1200)))).toBe(0);
  });
  it('mark a heart rate that follows the feet for more than a minute', () => {
    const stream = livelyRun(600);
    const cadence = new Float64Array(stream.t.length).fill(172);
    for (let i = 100; i < 200; i++) stream.hr![i] = 171 + (i % 3);
    const result = checks({ ...stream, cadence });
    expect(result.cadenceLockS).toBeGreaterThan(95);
    expect(result.invalid[150]).toBe(1);
    expect(result.invalid[300]).toBe(0);
    const brief = livelyRun(600);
    for (let i = 100; i < 150; i++) brief.hr![i] = 172 - (i % 2);
    expect(checks({ ...brief, cadence }).cadenceLockS).toBe(0);
  });
  it('mark a frozen value, a jump at flat speed and zeros', () => {
    const frozen = livelyRun(600);
    frozen.hr!.fill(150, 200, 330);
    expect(checks(frozen)).toMatchObject({ frozenS: 129 });
    const jump = livelyRun(600);
    jump.hr!.fill(185, 300, 320);
    const result = checks(jump);
    expect(result.invalid.subarray(300, 320).every((x) => x === 1)).toBe(true);
    expect(result.stepS).toBeLessThan(65);
    const zeros = livelyRun(600);
    zeros.hr!.fill(0, 10, 30);
    expect(checks(zeros)).toMatchObject({ zeroS: 20 });
  });
  it('believe a jump that comes with a change of pace', () => {
    const stream = aStream([
      { seconds: 300, speed: 2, hr: 120 },
      { seconds: 300, speed: 4.5, hr: 150 },
    ]);
    stream.hr?.forEach((bpm, i, hr) => {
      hr[i] = bpm + (i % 3);
    });
    expect(checks(stream).stepS).toBe(0);
  });
});
