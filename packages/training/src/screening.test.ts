import { describe, expect, it } from '@jest/globals';

import { screenBeforeTraining, type ScreeningAnswers } from './screening.ts';

function answers(over: Partial<ScreeningAnswers> = {}): ScreeningAnswers {
  return {
    regularlyActive: true,
    knownDisease: { heart: false, metabolic: false, kidney: false },
    signsOrSymptoms: false,
    supervisedOnly: false,
    intendedIntensity: 'vigorous',
    cleared: false,
    ...over,
  };
}

describe('screening before training', () => {
  it('lets a healthy active athlete do what is intended', () => {
    expect(screenBeforeTraining(answers())).toMatchObject({
      decision: 'no_clearance_needed',
      highestIntensity: 'vigorous',
      repeatAfterDays: 182,
    });
  });
  it.each([
    [{ signsOrSymptoms: true }, 'symptoms'],
    [{ knownDisease: { heart: true, metabolic: false, kidney: false } }, 'known_disease'],
    [{ knownDisease: { heart: false, metabolic: true, kidney: false } }, 'known_disease'],
    [{ knownDisease: { heart: false, metabolic: false, kidney: true } }, 'known_disease'],
    [{ supervisedOnly: true }, 'supervised_only'],
  ])('asks for clearance and nothing above easy with %j', (over, because) => {
    expect(screenBeforeTraining(answers(over))).toMatchObject({
      decision: 'clearance_first',
      highestIntensity: 'light',
      because: [because],
    });
    expect(screenBeforeTraining(answers({ ...over, cleared: true }))).toMatchObject({
      decision: 'no_clearance_needed',
      because: [because, 'cleared'],
    });
  });
  it('starts who is new to it at moderate at most', () => {
    expect(screenBeforeTraining(answers({ regularlyActive: false }))).toMatchObject({
      decision: 'no_clearance_needed',
      highestIntensity: 'moderate',
    });
  });
  it('decides nothing on half a questionnaire', () => {
    expect(screenBeforeTraining({ regularlyActive: true } as ScreeningAnswers)).toMatchObject({
      decision: null,
      reason: 'INVALID_INPUT',
    });
  });
});
