import { describe, expect, it } from '@jest/globals';
import { nameSport, nameSubSport } from './name-sport.ts';
import { strideFactor } from './steps-per-minute.ts';

describe('the names of sports', () => {
  it.each([
    ['running', null, 'run', null],
    ['running', 'treadmill', 'run', 'treadmill'],
    ['running', 'trail', 'run', 'trail'],
    ['Running', null, 'run', null],
    ['trail_running', null, 'run', 'trail'],
    ['TreadmillRunning', null, 'run', 'treadmill'],
    ['VirtualRun', null, 'run', 'virtual'],
    ['Biking', null, 'ride', null],
    ['cycling', 'indoor_cycling', 'ride', 'indoor'],
    ['swimming', 'open_water', 'swim', 'open_water'],
    ['swimming', 'lap_swimming', 'swim', 'pool'],
    ['fitness_equipment', 'indoor_rowing', 'row', 'indoor'],
    ['fitness_equipment', 'treadmill', 'run', 'treadmill'],
    ['fitness_equipment', 'elliptical', 'fitness', 'other'],
    ['training', 'strength_training', 'strength', 'other'],
    ['training', 'yoga', 'fitness', 'yoga'],
    ['generic', 'generic', 'unknown', null],
    ['transition', null, 'transition', null],
    ['9', null, 'run', null],
    ['77', null, 'unknown', null],
    ['Other', null, 'other', null],
    ['kite_surfing', null, 'other', null],
    [null, null, 'unknown', null],
  ])('%s / %s is %s / %s', (sport, subSport, named, subNamed) => {
    expect([nameSport(sport, subSport), nameSubSport(sport, subSport)]).toEqual([named, subNamed]);
  });
});

describe('steps from strides', () => {
  it('double what a runner or walker cannot step', () => {
    expect(strideFactor('run', Float32Array.of(0, 84, 85, 86))).toBe(2);
    expect(strideFactor('run', Float32Array.of(0, 168, 170, 172))).toBe(1);
    expect(strideFactor('walk', Float32Array.of(55, 56))).toBe(2);
    expect(strideFactor('walk', Float32Array.of(110, 112))).toBe(1);
    expect(strideFactor('run', Float32Array.of(Number.NaN, 0))).toBe(2);
  });

  it('leave wheels and oars alone', () => {
    expect(strideFactor('ride', Float32Array.of(85))).toBe(1);
    expect(strideFactor('unknown', Float32Array.of(85))).toBe(1);
  });
});
