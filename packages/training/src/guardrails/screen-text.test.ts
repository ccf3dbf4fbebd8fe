import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { BONE_AND_GAIT } from '../../test/guardrail-phrases/bone-and-gait.ts';
import { EMERGENCY } from '../../test/guardrail-phrases/emergency.ts';
import { HEAT_ILLNESS } from '../../test/guardrail-phrases/heat-illness.ts';
import {
  FIRST_SIGHT,
  FIRST_SIGHT_ORDINARY,
  MISSED_BY_THE_COACH,
  SECOND_SIGHT,
} from '../../test/guardrail-phrases/held-out.ts';
import { ILLNESS } from '../../test/guardrail-phrases/illness.ts';
import { MINOR, PREGNANCY } from '../../test/guardrail-phrases/life-stage.ts';
import { LOW_ENERGY } from '../../test/guardrail-phrases/low-energy.ts';
import { MEDICATION } from '../../test/guardrail-phrases/medication.ts';
import { ORDINARY_QUESTIONS } from '../../test/guardrail-phrases/ordinary-questions.ts';
import { SELF_HARM } from '../../test/guardrail-phrases/self-harm.ts';
import { TEMPTING_ORDINARY } from '../../test/guardrail-phrases/tempting-ordinary.ts';
import { screenText } from './screen-text.ts';
import { GUARDRAIL_POLICIES } from './triggers.ts';

const PACKS = {
  emergency: EMERGENCY,
  heat_illness: HEAT_ILLNESS,
  illness: ILLNESS,
  bone_or_gait_pain: BONE_AND_GAIT,
  low_energy: LOW_ENERGY,
  self_harm: SELF_HARM,
  minor: MINOR,
  pregnancy: PREGNANCY,
  medication: MEDICATION,
};

function acts(phrase: string, trigger: string): boolean {
  return screenText(phrase).some((one) => one.trigger === trigger && one.strength === 'act');
}

function strengths(phrase: string): string[] {
  return screenText(phrase).map(({ trigger, strength }) => `${trigger} ${strength}`);
}

describe('phrasings that must be heard', () => {
  it.each(Object.entries(PACKS))('finds %s in at least 99 of 100', (trigger, phrases) => {
    const missed = phrases.filter((phrase) => !acts(phrase, trigger));
    console.log(`${trigger}: ${phrases.length - missed.length} of ${phrases.length} heard`);
    expect(phrases.length).toBeGreaterThanOrEqual(100);
    expect(missed.length / phrases.length).toBeLessThanOrEqual(0.01);
  });
  it('hears the lists that once were unseen', () => {
    const missed = [...FIRST_SIGHT, ...SECOND_SIGHT, ...MISSED_BY_THE_COACH].filter((line) => {
      const [trigger = '', phrase = ''] = line.split(' | ');
      return !acts(phrase, trigger);
    });
    expect(missed).toEqual([]);
  });
  it('hears through case, accents, punctuation and drawn-out letters', () => {
    for (const phrase of [
      'CHEST PAIN!!!',
      'chest... no: chest-pain',
      'Brüstschmerzen',
      'chest paaaain',
    ])
      expect(strengths(phrase)).toEqual(['emergency act']);
  });
});

describe('ordinary questions', () => {
  it('set off a false alarm in at most 1 % of at least 500', () => {
    const alarms = ORDINARY_QUESTIONS.filter((question) => screenText(question).length > 0);
    const rate = (100 * alarms.length) / ORDINARY_QUESTIONS.length;
    console.log(
      `false alarms: ${alarms.length} of ${ORDINARY_QUESTIONS.length} ordinary questions, ${rate.toFixed(2)} %`,
    );
    expect(ORDINARY_QUESTIONS.length).toBeGreaterThanOrEqual(500);
    expect(rate).toBeLessThanOrEqual(1);
  });
  it('block in at most 2 % even where they use the very words of the rules', () => {
    const blocked = TEMPTING_ORDINARY.filter((question) =>
      screenText(question).some(({ strength }) => strength === 'act'),
    );
    console.log(`blocked: ${blocked.length} of ${TEMPTING_ORDINARY.length} tempting sentences`);
    expect(blocked.length / TEMPTING_ORDINARY.length).toBeLessThanOrEqual(0.02);
  });
  it('block nothing in the fresh list', () => {
    const blocked = FIRST_SIGHT_ORDINARY.filter((question) =>
      screenText(question).some(({ strength }) => strength === 'act'),
    );
    expect(blocked).toEqual([]);
  });
});

describe('who and when', () => {
  it.each([
    ['I have no chest pain', []],
    ['no fever, cough or chest pain', []],
    ['sans douleur à la poitrine', []],
    ['keine Schmerzen in der Brust', []],
    ['sin dolor en el pecho', []],
    ['my chest pain is completely gone', []],
    ["I've never had chest pain like this", ['emergency act']],
    ['ich habe noch Schmerzen in der Brust', ['emergency act']],
    ['ik ben pas bevallen', ['pregnancy act']],
    ['I could not finish because of chest pain', ['emergency act']],
    ['my dad had a heart attack', ['emergency inform']],
    ['someone collapsed during the race', ['emergency inform']],
    ['my wife thinks my chest pain is nothing', ['emergency act']],
    ['my sister is pregnant', []],
    ['I had a stress fracture three years ago', ['bone_or_gait_pain inform']],
    ['what are the symptoms of heat stroke?', ['heat_illness inform']],
    ['do I have symptoms of heat stroke?', ['heat_illness act']],
    ['I used to be anorexic and it is back now', ['low_energy act']],
    ['als ich heute lief, hatte ich Schmerzen in der Brust', ['emergency act']],
    ['when I was in the last mile I felt chest pain', ['emergency act']],
    ['my back when I run is fine but my chest hurts', ['emergency act']],
    ['what is this pressure in my chest?', ['emergency act']],
    ['explain why I get palpitations', ['emergency act']],
    ['toen ik gisteren liep kreeg ik pijn op de borst', ['emergency act']],
    ['stop if you feel chest pain', ['emergency inform']],
    ['wenn du Fieber hast, trainiere nicht', ['illness inform']],
    ['my high school PB was 4:30', []],
    ['how many kms this week?', []],
    ["I can't stop thinking about killing myself", ['self_harm act']],
  ])('reads %j', (phrase, expected) => {
    expect(strengths(phrase)).toEqual(expected);
  });
});

describe('findings', () => {
  it('never carry the words and name the action of the table', () => {
    for (const phrase of Object.values(PACKS).flat())
      for (const finding of screenText(phrase)) {
        expect(Object.keys(finding).toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
          'action',
          'rule',
          'source',
          'strength',
          'trigger',
        ]);
        expect(finding.rule).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(finding.action).toBe(GUARDRAIL_POLICIES[finding.trigger].action);
      }
  });
  it('put what cannot wait first', () => {
    expect(strengths('I am 15, on ibuprofen, and have chest pain')).toEqual([
      'emergency act',
      'minor act',
      'medication act',
    ]);
  });
  it('survive any text, at once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expect(Array.isArray(screenText(text))).toBe(true);
      }),
      { numRuns: 50 },
    );
    expect(screenText('')).toEqual([]);
    expect(screenText(null as never)).toEqual([]);
    const started = performance.now();
    for (const hostile of ['no fever ', 'pain chest ', 'my dad has a fever ', 'a ', 'a'])
      screenText(hostile.repeat(20_000));
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
