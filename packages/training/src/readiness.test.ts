import { describe, expect, it } from '@jest/globals';

import { checkInSignal, type CheckIn } from './check-in.ts';
import { dayNumber } from './civil-date.ts';
import { civilDate } from './plan/calendar-day.ts';
import { hrvSignal, restingHeartRateSignal, sleepSignal, type Night } from './readiness-signals.ts';
import { readiness, type Readiness, type ReadinessInput } from './readiness.ts';

const ON = '2026-05-20';
const TODAY = dayNumber(ON) ?? NaN;

function dateAgo(days: number): string {
  return civilDate(TODAY - days);
}

/** 60 ordinary nights with the last `recent` of them as given. */
function nights(recent: Partial<Night>[] = []): Night[] {
  return Array.from({ length: 60 }, (_, ago) => ({
    date: dateAgo(ago),
    rmssdMs: 50 + (ago % 5),
    restingHeartRate: 48 + (ago % 3),
    sleepS: 7.5 * 3600 + (ago % 4) * 600,
    device: 'strap',
    ...recent[ago],
  }));
}

const fine = { sleep: 4, soreness: 4, mood: 4, stress: 4, motivation: 4 };

function checkIns(today: Partial<CheckIn> = {}): CheckIn[] {
  return Array.from({ length: 20 }, (_, ago) => ({
    date: dateAgo(ago),
    ...fine,
    ...(ago === 0 ? today : {}),
  }));
}

function ready(over: Partial<ReadinessInput> = {}): Readiness {
  const input = { checkIns: checkIns(), nights: nights(), redFlag: false, illnessOrPain: false };
  const result = readiness({ ...input, ...over }, ON);
  if (result.state === null) throw new Error(result.detail);
  return result;
}

const badSleep = Array.from({ length: 8 }, () => ({ sleepS: 5 * 3600 }));
const badSleepAndPulse = badSleep.map((night) => ({ ...night, restingHeartRate: 60 }));

describe('signals', () => {
  it('call HRV above the band unusual, never better', () => {
    const low = Array.from({ length: 7 }, () => ({ rmssdMs: 30 }));
    const high = Array.from({ length: 7 }, () => ({ rmssdMs: 90 }));
    expect(hrvSignal(nights(), ON).state).toBe('usual');
    expect(hrvSignal(nights(low), ON)).toMatchObject({ state: 'worse', flags: ['below-band'] });
    expect(hrvSignal(nights(high), ON)).toMatchObject({ state: 'worse', flags: ['above-band'] });
  });
  it('start again with a new device', () => {
    const changed = Array.from({ length: 10 }, () => ({ device: 'watch', rmssdMs: 20 }));
    expect(hrvSignal(nights(changed), ON)).toMatchObject({ state: 'unknown', baselineN: 3 });
  });
  it('need three nights of seven and tell the age of the data', () => {
    const old = nights().slice(5);
    expect(hrvSignal(old, ON)).toMatchObject({ state: 'unknown', ageDays: 5, n: 2 });
    expect(hrvSignal(nights().slice(4), ON)).toMatchObject({ state: 'usual', ageDays: 4, n: 3 });
    expect(hrvSignal([], ON)).toMatchObject({ state: 'unknown', ageDays: null });
  });
  it('give a resting pulse at least 2 bpm of room', () => {
    const up = (bpm: number) =>
      nights(Array.from({ length: 7 }, () => ({ restingHeartRate: bpm })));
    expect(restingHeartRateSignal(up(51), ON).state).toBe('usual');
    expect(restingHeartRateSignal(up(52), ON).state).toBe('worse');
    expect(restingHeartRateSignal(up(46), ON).state).toBe('better');
    expect(restingHeartRateSignal(up(300), ON).state).toBe('unknown');
  });
  it('take three short nights as worse', () => {
    expect(sleepSignal(nights(), ON).state).toBe('usual');
    const three = [0, 1, 2].map(() => ({ sleepS: 5.5 * 3600 }));
    expect(sleepSignal(nights(three), ON)).toMatchObject({
      flags: ['short-nights'],
      state: 'worse',
    });
  });
  it('let only a fresh check-in speak', () => {
    expect(checkInSignal(checkIns(), ON).state).toBe('usual');
    expect(checkInSignal(checkIns({ mood: 2, stress: 2 }), ON).state).toBe('worse');
    expect(checkInSignal(checkIns({ soreness: 1 }), ON).state).toBe('worse');
    expect(checkInSignal(checkIns({ sleep: 5, soreness: 5, mood: 5, stress: 5 }), ON).state).toBe(
      'better',
    );
    expect(checkInSignal(checkIns().slice(2), ON)).toMatchObject({ state: 'unknown', ageDays: 2 });
    expect(checkInSignal(checkIns({ mood: NaN }), ON)).toMatchObject({ ageDays: 1 });
  });
});

describe('readiness', () => {
  it('goes through its rules in order', () => {
    expect(ready()).toMatchObject({ state: 'as_planned', rule: 'nothing-unusual' });
    expect(ready({ nights: nights(badSleep) })).toMatchObject({ state: 'note', rule: 'one-worse' });
    expect(ready({ nights: nights(badSleepAndPulse) })).toMatchObject({
      state: 'swap',
      rule: 'two-objective-worse-on-two-days',
    });
    expect(ready({ nights: nights(badSleep), checkIns: checkIns({ mood: 1 }) })).toMatchObject({
      state: 'swap',
      rule: 'check-in-and-objective-worse',
    });
    expect(ready({ nights: [], checkIns: [] })).toMatchObject({ state: 'unknown' });
    expect(ready({ illnessOrPain: true })).toMatchObject({ state: 'protocol' });
    expect(ready({ redFlag: true, illnessOrPain: true })).toMatchObject({ state: 'stop' });
  });
  it('needs both bad days before two devices alone swap a session', () => {
    const sinceToday = nights([
      { restingHeartRate: 60, sleepS: 3 * 3600 },
      { restingHeartRate: 60, sleepS: 5 * 3600 },
      { restingHeartRate: 60, sleepS: 5 * 3600 },
      { restingHeartRate: 60 },
    ]);
    expect(ready({ nights: sinceToday })).toMatchObject({ state: 'note' });
  });
  it('shows four lines of evidence, no score, and what would change the state', () => {
    const result = ready({ nights: nights(badSleep) });
    expect(result.signals.map(({ signal }) => signal)).toEqual([
      'check_in',
      'hrv',
      'resting_heart_rate',
      'sleep',
    ]);
    expect(result.wouldChange).toContainEqual({ signal: 'check_in', reads: 'worse', to: 'swap' });
    expect(result.wouldChange).toContainEqual({
      signal: 'sleep',
      reads: 'usual',
      to: 'as_planned',
    });
    expect(JSON.stringify(result)).not.toContain('score');
  });
  it('never improves because data went missing while something is worse', () => {
    const result = ready({ nights: nights(badSleep), checkIns: [] });
    expect(result.state).toBe('note');
  });
  it('does not depend on the order of the lists and refuses a bad date', () => {
    const input = { nights: nights(badSleep), checkIns: checkIns({ mood: 1 }) };
    const turned = { nights: input.nights.toReversed(), checkIns: input.checkIns.toReversed() };
    expect(ready(turned)).toEqual(ready(input));
    const bad = { ...input, redFlag: false, illnessOrPain: false };
    expect(readiness(bad, 'today')).toMatchObject({ state: null, reason: 'INVALID_INPUT' });
  });
});
