import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { repairClock } from './repair-clock.ts';

const NOON = Date.UTC(2024, 4, 1, 12);

function repair(seconds: number[], elapsedS: number | null = null) {
  const { times, flags, move } = repairClock(
    Float64Array.from(seconds, (s) => NOON + s * 1000),
    elapsedS,
  );
  return {
    seconds: [...times].map((ms) => (ms - NOON) / 1000),
    flags,
    move: (s: number) => (move(NOON + s * 1000) - NOON) / 1000,
  };
}

describe('repairing a clock', () => {
  it('leaves good times alone', () => {
    expect(repair([0, 1, 5, 6])).toMatchObject({ seconds: [0, 1, 5, 6], flags: [] });
  });

  it('closes small steps back', () => {
    expect(repair([0, 1, 2, 1, 3])).toMatchObject({
      seconds: [0, 1, 2, 2, 3],
      flags: ['small_steps_back'],
    });
  });

  it('puts stray times back, early or late', () => {
    expect(repair([0, 1, 9999, 2, 3])).toMatchObject({
      seconds: [0, 1, 1, 2, 3],
      flags: ['stray_times'],
    });
    expect(repair([100, 101, 3, 102])).toMatchObject({
      seconds: [100, 101, 101, 102],
      flags: ['stray_times'],
    });
  });

  it('appends what follows a long step back, one second later', () => {
    expect(repair([0, 100, 101, 102, 10, 20, 30])).toMatchObject({
      seconds: [0, 100, 101, 102, 103, 113, 123],
      flags: ['long_step_back'],
    });
  });

  it('moves what came before the clock was set, when the stopwatch knows better', () => {
    const { seconds, flags, move } = repair([0, 10, 500_010, 500_020], 30);
    expect(seconds).toEqual([499_990, 500_000, 500_010, 500_020]);
    expect(flags).toEqual(['clock_set_during_activity']);
    expect([move(5), move(500_015)]).toEqual([499_995, 500_015]);
  });

  it('keeps a long rest that the stopwatch saw too', () => {
    expect(repair([0, 10, 500_010, 500_020], 500_020)).toMatchObject({
      seconds: [0, 10, 500_010, 500_020],
      flags: ['left_open'],
    });
  });

  it('always answers ascending, finite times of the same number', () => {
    const time = fc.oneof(
      fc.integer({ min: -100, max: 5000 }),
      fc.integer({ min: -1e9, max: 1e9 }),
    );
    fc.assert(
      fc.property(fc.array(time, { maxLength: 60 }), fc.option(fc.nat(1e7)), (seconds, elapsed) => {
        const fixed = repair(seconds, elapsed).seconds;
        expect(fixed).toHaveLength(seconds.length);
        expect(fixed.every(Number.isFinite)).toBe(true);
        expect(fixed.every((value, i) => i === 0 || value >= fixed[i - 1]!)).toBe(true);
      }),
    );
  });
});
