import { describe, expect, it } from '@jest/globals';

import { aStream } from '../test/a-stream.ts';
import { movingMask, movingTime } from './moving-time.ts';

const stopAndGo = [
  { seconds: 300, speed: 3 },
  { seconds: 60, speed: 0 },
  { seconds: 300, speed: 3 },
];

describe('moving time', () => {
  it('leaves out a stop, to the second', () => {
    expect(movingTime(aStream(stopAndGo))).toMatchObject({ value: 600, method: 'moving-speed/1' });
  });
  it('keeps a stop shorter than ten seconds', () => {
    const short = aStream([
      { seconds: 100, speed: 3 },
      { seconds: 8, speed: 0 },
      { seconds: 100, speed: 3 },
    ]);
    expect(movingTime(short)).toMatchObject({ value: 208 });
  });
  it('treats a hole without distance as standing and one with distance as running', () => {
    const t = Float64Array.of(0, 1, 2, 3, 63, 64, 124, 125);
    const d = Float64Array.of(0, 3, 6, 9, 9, 12, 192, 195);
    expect(movingTime({ t, d })).toMatchObject({ value: 65 });
  });
  it('believes the pauses of the device first', () => {
    const stream = aStream(stopAndGo);
    const moving = new Uint8Array(stream.t.length).fill(1);
    moving.fill(0, 10, 20);
    expect(movingTime({ ...stream, moving })).toMatchObject({
      value: 650,
      method: 'device-pauses/1',
    });
  });
  it('knows only elapsed time where nothing was covered', () => {
    const still = aStream([{ seconds: 100, speed: 0 }]);
    expect(movingTime(still)).toMatchObject({ value: 100, flags: ['elapsed-only'] });
  });
  it('walks slowly, and still moves', () => {
    expect(movingTime(aStream([{ seconds: 100, speed: 0.6 }]))).toMatchObject({ value: 100 });
    expect(movingMask(aStream([{ seconds: 100, speed: 0.6 }]))).toMatchObject({
      rule: 'moving-speed/1',
    });
  });
});
