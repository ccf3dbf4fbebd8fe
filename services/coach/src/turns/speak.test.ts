import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { TurnLog } from '../log/open-turn-log.ts';
import { productTimings } from '../timings.ts';
import { createSpeech } from './speak.ts';

/** Half of the shortest distance between two events. */
const TICK_MS = 25;

function listenIn() {
  const told: string[] = [];
  const log: TurnLog = {
    say: (words) => void told.push(words),
    push: (type) => void told.push(`(${type})`),
    text: () => told.join(''),
    seq: () => told.length,
    settle: async () => undefined,
    end: async () => undefined,
  };
  return { told, speech: createSpeech({ log, timings: productTimings }, 'km') };
}

describe('words on their way into the log', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('go out at the next tick after a silence, and then 50 ms or 512 bytes apart', () => {
    const { told, speech } = listenIn();
    speech.say('You ');
    jest.advanceTimersByTime(TICK_MS);
    expect(told).toEqual(['You ']);
    speech.say('ran ');
    jest.advanceTimersByTime(24);
    speech.say('well.');
    expect(told).toEqual(['You ']);
    jest.advanceTimersByTime(1 + TICK_MS);
    expect(told).toEqual(['You ', 'ran well.']);
    speech.say('é'.repeat(256));
    expect(told).toHaveLength(3);
  });

  it('of many turns go out together', () => {
    const turns = Array.from({ length: 20 }, () => listenIn());
    for (const { speech } of turns) {
      speech.say('run');
      jest.advanceTimersByTime(1);
    }
    jest.advanceTimersByTime(TICK_MS);
    const sizes = new Set<number>();
    for (const { speech } of turns) speech.say('on');
    for (let ms = 0; ms < 3 * TICK_MS; ms += 1) {
      sizes.add(turns.filter(({ told }) => told.length === 2).length);
      jest.advanceTimersByTime(1);
    }
    expect(turns.every(({ told }) => told.length === 2)).toBe(true);
    // None, then all, or two crowds where a tick fell in between.
    expect(sizes.size).toBeLessThanOrEqual(3);
  });

  it('never end in half a character', () => {
    const { told, speech } = listenIn();
    speech.say('run \uD83C');
    jest.advanceTimersByTime(50);
    speech.say('\uDFC3');
    speech.flush();
    expect(told).toEqual(['run ', '🏃']);
  });

  it('wait for what is said besides', () => {
    const { told, speech } = listenIn();
    speech.say('Let me look. ');
    speech.status('tools');
    expect(told).toEqual(['Let me look. ', '(status)']);
  });

  it.each([
    [16_000, 50],
    [17_000, 100],
    [33_000, 200],
    [60_000, 200],
  ])('after %d bytes are collected for %d ms', (before, ms) => {
    const { told, speech } = listenIn();
    speech.say('x'.repeat(before));
    speech.say('on');
    jest.advanceTimersByTime(ms - 1);
    expect(told).toHaveLength(1);
    jest.advanceTimersByTime(1 + TICK_MS);
    expect(told).toHaveLength(2);
  });

  it('end at 64 KB', () => {
    const { speech } = listenIn();
    speech.say('x'.repeat(65_536));
    expect(() => speech.say('x')).toThrow('too long');
  });
});
