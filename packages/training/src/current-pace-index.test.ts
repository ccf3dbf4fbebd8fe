import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { currentPaceIndex } from './current-pace-index.ts';
import { effortRefusal, type RaceEffort } from './race-effort.ts';

function anEffort(over: Partial<RaceEffort> = {}): RaceEffort {
  return {
    distanceM: 5000,
    timeS: 1200,
    date: '2026-03-01',
    kind: 'race',
    interrupted: false,
    netDropMPerKm: 0,
    distanceFrom: 'course',
    ...over,
  };
}

describe('which runs count', () => {
  it('takes races, time trials and all-out runs of 1500 m or more', () => {
    expect(effortRefusal(anEffort())).toBeNull();
    expect(effortRefusal(anEffort({ kind: 'all-out' }))).toBeNull();
    expect(effortRefusal(anEffort({ kind: 'training' }))?.reason).toBe('NOT_APPLICABLE');
    expect(effortRefusal(anEffort({ interrupted: true }))?.reason).toBe('NOT_APPLICABLE');
    expect(effortRefusal(anEffort({ netDropMPerKm: 1.01 }))?.reason).toBe('NOT_APPLICABLE');
    expect(effortRefusal(anEffort({ netDropMPerKm: 1 }))).toBeNull();
    expect(effortRefusal(anEffort({ distanceM: 1499 }))?.reason).toBe('TOO_SHORT');
    expect(effortRefusal(anEffort({ date: '2026-02-30' }))?.reason).toBe('INVALID_INPUT');
  });
});

describe('current pace index', () => {
  it('is the highest of the last twelve weeks', () => {
    const efforts = [anEffort({ timeS: 1300, date: '2026-05-01' }), anEffort({ timeS: 1250 })];
    expect(currentPaceIndex(efforts, '2026-05-24')).toMatchObject({
      ageDays: 84,
      effort: { timeS: 1250 },
      quality: 'estimated',
      n: 2,
    });
    expect(currentPaceIndex(efforts, '2026-05-25')).toMatchObject({ effort: { timeS: 1300 } });
  });
  it('goes stale after twelve weeks and disappears after twenty-six', () => {
    expect(currentPaceIndex([anEffort()], '2026-05-25')).toMatchObject({
      quality: 'extrapolated',
      flags: ['stale'],
    });
    expect(currentPaceIndex([anEffort()], '2026-08-30')).toMatchObject({ ageDays: 182 });
    expect(currentPaceIndex([anEffort()], '2026-08-31')).toMatchObject({ reason: 'TOO_OLD' });
  });
  it('ignores the future and says when nothing counts', () => {
    expect(currentPaceIndex([anEffort()], '2026-02-28')).toMatchObject({ reason: 'TOO_FEW' });
    expect(currentPaceIndex([], '2026-02-28')).toMatchObject({ reason: 'TOO_FEW' });
    expect(currentPaceIndex([anEffort()], 'soon')).toMatchObject({ reason: 'INVALID_INPUT' });
  });
  it('tells about a distance that only GPS measured', () => {
    const gps = anEffort({ distanceFrom: 'gps', netDropMPerKm: null });
    expect(currentPaceIndex([gps], '2026-03-02')).toMatchObject({
      flags: ['gps-distance', 'net-drop-unknown'],
    });
  });
  it('does not depend on the order of the list', () => {
    const efforts = [1200, 1200, 1250, 1190, 1300].map((timeS, i) =>
      anEffort({ timeS, date: `2026-03-0${i + 1}`, distanceM: 5000 + (i % 2) }),
    );
    const expected = currentPaceIndex(efforts, '2026-03-09');
    fc.assert(
      fc.property(fc.shuffledSubarray(efforts, { minLength: efforts.length }), (shuffled) => {
        expect(currentPaceIndex(shuffled, '2026-03-09')).toEqual(expected);
      }),
    );
  });
});
