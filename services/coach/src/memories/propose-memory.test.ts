import { NewMemory } from '@evensplit/contracts';
import { cpuMs } from '@evensplit/testkit/cpu-ms';
import { describe, expect, it } from '@jest/globals';
import { byTopic, phrasings } from '../../test/phrasings.ts';
import { proposeMemory } from './propose-memory.ts';

/** A Friday. */
const TODAY = '2026-11-20';
const injury = (topic: string, since: string | null = null, until: string | null = null) => ({
  kind: 'injury',
  topic,
  status: 'active',
  since,
  until,
});
const event = (topic: string, since: string | null, until: string | null = null) => ({
  kind: 'event',
  topic,
  status: null,
  since,
  until,
});
const preference = { kind: 'preference', topic: null, status: null, since: null, until: null };
const phase = (topic: string, since: string | null = null, until: string | null = null) => ({
  kind: 'phase',
  topic,
  status: null,
  since,
  until,
});

const said: [string, object][] = [
  ['Remember that my left achilles hurts', injury('left achilles')],
  ['my left achilles hurts since Monday', injury('left achilles', '2026-11-16')],
  ['please remember my right knee is sore after long runs', injury('right knee')],
  ['Note that I have shin splints since 1 November', injury('shin splints', '2026-11-01')],
  ['I strained my calf yesterday', injury('calf', '2026-11-19')],
  ['Can you remember that I have plantar fasciitis?', injury('plantar fasciitis')],
  ['I prefer long runs on Saturday', preference],
  ['Note: no track on Tuesdays', preference],
  ['Keep in mind that I only have 45 minutes on weekdays', preference],
  ['I can only run in the mornings', preference],
  ["I don't like treadmills", preference],
  ['Please remember: long run on Sunday, mornings.', preference],
  ['I am travelling until Friday', event('travel', TODAY, '2026-11-27')],
  [
    "I'll be on a business trip from Monday to Thursday",
    event('travel', '2026-11-23', '2026-11-26'),
  ],
  ["I'm travelling next week", event('travel', '2026-11-23', '2026-11-29')],
  ["don't forget I'm on holiday until 5 January", event('holiday', TODAY, '2027-01-05')],
  ['I am ill since Wednesday', event('illness', '2026-11-18')],
  [
    'Remember that work is stressful until the end of the month',
    event('stress', TODAY, '2026-11-30'),
  ],
  ["remember I'm at altitude until 2026-12-10", event('altitude', TODAY, '2026-12-10')],
  ['I am in my base phase until 20 December', phase('base', null, '2026-12-20')],
  ['remember that I am tapering', phase('taper')],
  ['note that it is off season until next Sunday', phase('off_season', null, '2026-11-29')],
];

/** Questions, other people, the past, and what must not be filed. */
const notOffered = [
  'Do you remember my last run?',
  'remember when I ran a marathon',
  'Note the pace of my last run',
  'why does my achilles hurt?',
  'should I run with a sore knee?',
  'What do you remember about me?',
  'Remember',
  'remember this',
  'The weather is hot',
  'I ran ten kilometres yesterday',
  'My knee does not hurt any more',
  'Can I do intervals on Saturday?',
  'I want to know my easy pace',
  'remember that I have chest pain when I run',
  'remember that I want to kill myself',
  'note that I make myself throw up after eating',
  'remember that I take 400 mg ibuprofen before races',
  `Remember that ${'x'.repeat(300)}`,
  '',
];

describe('what a question asks to be remembered', () => {
  it.each(said)('%s', (question, memory) => {
    const proposed = proposeMemory(question, TODAY);
    expect(proposed).toMatchObject(memory);
    expect(NewMemory.safeParse(proposed).error).toBeUndefined();
    // In the athlete's own words, whatever was understood of them.
    expect(question.toLowerCase()).toContain(proposed?.text.toLowerCase());
  });

  it.each(notOffered)('offers nothing for: %s', (question) => {
    expect(proposeMemory(question, TODAY)).toBeNull();
  });

  it('offers nothing for any of the questions that the baseline is tried with', () => {
    const questions = [...phrasings, ...byTopic].flatMap(([, texts]) => texts);
    const offered = questions.filter((text) => proposeMemory(text, TODAY) !== null);
    expect(questions.length).toBeGreaterThan(400);
    expect(offered).toEqual([]);
  });

  it('survives any text quickly', () => {
    for (const text of [
      'remember '.repeat(900),
      'a'.repeat(8000),
      'note that '.repeat(30),
      '🏃'.repeat(99),
    ]) {
      expect(cpuMs(() => proposeMemory(text, TODAY))).toBeLessThan(100);
    }
  });
});
