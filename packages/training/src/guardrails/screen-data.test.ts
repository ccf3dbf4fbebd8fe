import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { screenData, type GuardrailData } from './screen-data.ts';

function rules(data: GuardrailData): string[] {
  return screenData(data).map(({ trigger, rule }) => `${trigger} ${rule}`);
}

const quietPain = {
  level: 2,
  changesGait: false,
  atNightOrRest: false,
  focalOnBone: false,
  site: 'other',
} as const;

describe('guardrails over data', () => {
  it.each<[GuardrailData, string[]]>([
    [{}, []],
    [{ symptoms: ['chest_pain'] }, ['emergency chest_pain']],
    [{ symptoms: ['fever', 'fever'] }, ['illness fever']],
    [{ symptoms: ['confusion_in_heat'] }, ['heat_illness confusion_in_heat']],
    [{ symptoms: ['self_harm'] }, ['self_harm self_harm']],
    [{ pain: quietPain }, []],
    [{ pain: { ...quietPain, level: 4 } }, ['bone_or_gait_pain pain_above_3']],
    [{ pain: { ...quietPain, changesGait: true } }, ['bone_or_gait_pain gait_changed']],
    [{ pain: { ...quietPain, site: 'groin' } }, ['bone_or_gait_pain groin_or_hip']],
    [{ heightM: 1.7, weights: [{ day: 1, kg: 53 }] }, ['low_energy bmi_below_18_5']],
    [{ heightM: 1.7, weights: [{ day: 1, kg: 54 }] }, []],
    [
      {
        weights: [
          { day: 31, kg: 66 },
          { day: 1, kg: 70 },
        ],
      },
      ['low_energy rapid_weight_loss'],
    ],
    [
      {
        weights: [
          { day: 1, kg: 70 },
          { day: 60, kg: 66 },
        ],
      },
      [],
    ],
    [{ monthsWithoutPeriod: 3 }, ['low_energy periods_missed']],
    [{ monthsWithoutPeriod: 5, pregnant: true }, ['pregnancy pregnant']],
    [{ boneStressInjuries: [{ site: 'other' }] }, []],
    [{ boneStressInjuries: [{ site: 'sacrum' }] }, ['low_energy bone_stress_injuries']],
    [{ ageYears: 17.9 }, ['minor under_18']],
    [{ ageYears: 18 }, []],
    [{ weeksPostpartum: 11 }, ['pregnancy postpartum']],
    [{ weeksPostpartum: 12 }, []],
    [{ drugs: ['nsaid', 'beta_blocker'] }, ['medication beta_blocker', 'medication nsaid']],
    [{ wbgtC: 32.2 }, []],
    [{ wbgtC: 32.3 }, ['heat_illness wbgt_cancel']],
    [
      {
        trend: {
          weeksOfFallingPerformance: 2,
          moodOrSleepWorse: true,
          restingHeartRateChanged: true,
        },
      },
      ['overreaching falling_performance'],
    ],
    [
      {
        trend: {
          weeksOfFallingPerformance: 4,
          moodOrSleepWorse: true,
          restingHeartRateChanged: false,
        },
      },
      [],
    ],
  ])('on %j', (data, expected) => {
    expect(rules(data)).toEqual(expected);
  });
  it('concludes nothing from numbers that cannot be', () => {
    const number = fc.constantFrom(NaN, Infinity, -Infinity, -5, 1e300);
    fc.assert(
      fc.property(number, number, number, (a, b, c) => {
        expect(
          rules({
            ageYears: a,
            heightM: b,
            weights: [{ day: c, kg: a }],
            weeksPostpartum: a < 0 ? a : NaN,
            wbgtC: b,
            pain: { ...quietPain, level: c },
          }),
        ).toEqual([]);
      }),
    );
  });
  it('lets no unknown word into a finding', () => {
    expect(rules({ drugs: ['my secret'] as never, symptoms: ['my secret'] as never })).toEqual([]);
  });
});
