import { cpuMs } from '@evensplit/testkit/cpu-ms';
import { describe, expect, it } from '@jest/globals';
import { ORDINARY_QUESTIONS } from '../../../../packages/training/test/guardrail-phrases/ordinary-questions.ts';
import { FIRST_SIGHT_ORDINARY } from '../../../../packages/training/test/guardrail-phrases/held-out.ts';
import { TEMPTING_ORDINARY } from '../../../../packages/training/test/guardrail-phrases/tempting-ordinary.ts';
import { asksForPlan } from './asks-for-plan.ts';
import { isComplaint } from './complaint.ts';
import { guessLanguage, type Language } from './guess-language.ts';
import { isMinor } from './is-minor.ts';
import { screenAnswer } from './screen-answer.ts';
import { screenQuestion } from './screen-question.ts';
import { wordsIn } from './words.ts';
import type { Concern } from './words/guardrail-words.ts';

const rule = (text: string, earlier: { question: string; answer: string }[] = []) =>
  screenQuestion({ text, earlier, isMinor: false });

describe('a question that touches health', () => {
  it.each<[string, Language, Concern]>([
    ['I have chest pain when I run, should I go today?', 'en', 'emergency'],
    ['My heart was racing irregularly and I fainted', 'en', 'emergency'],
    ['Ich habe Brustschmerzen beim Laufen, was soll ich tun?', 'de', 'emergency'],
    ["J'ai une douleur à la poitrine quand je cours", 'fr', 'emergency'],
    ['Tengo dolor en el pecho cuando corro, ¿qué hago hoy?', 'es', 'emergency'],
    ['I want to kill myself', 'en', 'self_harm'],
    ['Ich will nicht mehr leben', 'de', 'self_harm'],
    ["J'ai envie de mourir", 'fr', 'self_harm'],
    ['Quiero morir, no puedo más', 'es', 'self_harm'],
    ['I have a fever of 39, can I do my intervals?', 'en', 'illness'],
    ['Ich habe Fieber, darf ich heute laufen?', 'de', 'illness'],
    ["J'ai de la fièvre, je peux courir ?", 'fr', 'illness'],
    ['Tengo fiebre, ¿puedo correr hoy?', 'es', 'illness'],
    ['My shin hurts at night, how long should my long run be?', 'en', 'bone_or_gait_pain'],
    ['I got dizzy and confused in the heat today', 'en', 'heat_illness'],
    ['I throw up after eating to stay light for the marathon', 'en', 'low_energy'],
    ['I am 15, make me a marathon plan', 'en', 'minor'],
    ['I am pregnant, what pace should I run?', 'en', 'pregnancy'],
    ['Ich bin schwanger, wie schnell soll ich laufen?', 'de', 'pregnancy'],
    ['Should I take ibuprofen before my race?', 'en', 'medication'],
    ['I take beta blockers, what are my zones?', 'en', 'medication'],
    ['My knee hurts, should I run today?', 'en', 'complaint'],
    ['I feel sick', 'en', 'complaint'],
    ['Mein Knie tut weh, was soll ich heute laufen?', 'de', 'complaint'],
    ["J'ai mal au genou, je peux courir ?", 'fr', 'complaint'],
    ['Me duele la rodilla, ¿puedo correr?', 'es', 'complaint'],
    ['Ho la febbre, posso correre oggi?', 'it', 'illness'],
    ['Mi fa male il ginocchio, posso correre?', 'it', 'complaint'],
    ['Estou com febre, posso correr hoje?', 'pt', 'illness'],
    ['Ik heb pijn op de borst bij het hardlopen', 'nl', 'emergency'],
    ['Mijn knie doet pijn, moet ik vandaag lopen?', 'nl', 'complaint'],
  ])('is answered with the fixed text alone: %s', (text, language, concern) => {
    const ruling = rule(text);
    expect(ruling).toMatchObject({
      verdict: 'refuse',
      concerns: expect.arrayContaining([concern]),
    });
    if (ruling.verdict !== 'refuse' || concern === 'overreaching') throw new Error('no refusal');
    expect(ruling.text).toContain(wordsIn[language].answer[concern].join('\n\n'));
  });

  it.each([
    'Analyse my last run',
    'How was last week?',
    'What could I run for 10 km?',
    'Can I run hard today?',
    'What is decoupling?',
    'Am I overtraining?',
    'Am I tired?',
    'What are my heart rate zones?',
    'What was my maximum heart rate on Tuesday?',
    'My legs are sore after yesterday, what should I do today?',
    'I ran without pain, how was it?',
    'That last kilometre hurt! How was my race?',
    'I am sick of easy runs, what else?',
    'Wie war meine letzte Woche?',
    'Comment était ma dernière sortie ?',
    'Compare my last two runs',
    'How do I avoid going out too fast?',
    'How were my back to back long runs?',
    'I have a cold start problem with my watch, is the pace right?',
    'My wife injured her knee, can I still run today?',
    'I was injured two years ago, how am I trending?',
    'Mein Lauf war schmerzhaft langsam, wie war der Puls?',
  ])('is left alone when it does not: %s', (text) => {
    expect(rule(text)).toEqual({ verdict: 'answer' });
  });

  it('gets a remark before the answer where it is general or about somebody else', () => {
    expect(rule('What are the signs of a stress fracture?')).toEqual({
      verdict: 'remark',
      concerns: ['bone_or_gait_pain'],
      text: wordsIn.en.remark.bone_or_gait_pain,
    });
    expect(rule('My father has chest pain when he runs')).toMatchObject({
      verdict: 'remark',
      text: wordsIn.en.remark.emergency,
    });
  });

  it('says two urgent things together', () => {
    const ruling = rule('I have chest pain and I want to die');
    expect(ruling).toMatchObject({
      verdict: 'refuse',
      text: [...wordsIn.en.answer.emergency, ...wordsIn.en.answer.self_harm].join('\n\n'),
    });
  });

  it('still stands at the next question, however far back it was', () => {
    const first = rule('I have chest pain when I run');
    const answer = first.verdict === 'refuse' ? first.text : '';
    const second = rule('What should I do today?', [
      { question: 'I have chest pain when I run', answer },
    ]);
    expect(second).toMatchObject({ verdict: 'refuse', concerns: ['emergency'] });
    const repeated = second.verdict === 'refuse' ? second.text : '';
    expect(repeated.startsWith(wordsIn.en.stands)).toBe(true);
    // The question itself is out of sight by now.
    expect(rule('And tomorrow?', [{ question: 'And today?', answer: repeated }])).toMatchObject({
      verdict: 'refuse',
      concerns: ['emergency'],
    });
  });

  it('is remembered as a remark where training is not stopped', () => {
    const earlier = [{ question: 'I am pregnant, what pace should I run?', answer: '' }];
    expect(rule('How was last week?', earlier)).toEqual({
      verdict: 'remark',
      concerns: ['pregnancy'],
      text: wordsIn.en.remark.pregnancy,
    });
  });

  it('is screened on the way out as well', () => {
    expect(screenAnswer('Your long run covered a good distance at an even pace.')).toEqual({
      allowed: true,
    });
    expect(screenAnswer('You have chest pain, so run slowly. Take two ibuprofen.')).toEqual({
      allowed: false,
      triggers: ['emergency', 'medication'],
    });
  });

  it('stays quick on a long text', () => {
    const spent = cpuMs(() => {
      rule('my knee my left my right mal au me fait '.repeat(200));
      isComplaint('the a my '.repeat(900));
    });
    expect(spent).toBeLessThan(500);
  });
});

describe('ordinary questions', () => {
  const share = (part: readonly string[], whole: readonly string[]) => {
    const percent = (100 * part.length) / whole.length;
    console.log(`${part.length} of ${whole.length} refused, ${percent.toFixed(2)} %`);
    return percent;
  };
  const refused = (questions: readonly string[]) =>
    questions.filter((question) => rule(question).verdict === 'refuse');

  it('are refused, complaints included, in at most 1 % of more than 500', () => {
    const ordinary = [...ORDINARY_QUESTIONS, ...FIRST_SIGHT_ORDINARY];
    expect(ordinary.length).toBeGreaterThan(500);
    expect(share(refused(ordinary), ordinary)).toBeLessThanOrEqual(1);
  });

  it('are refused in at most 5 % even where they use the very words of the rules', () => {
    expect(share(refused(TEMPTING_ORDINARY), TEMPTING_ORDINARY)).toBeLessThanOrEqual(5);
  });
});

describe('under eighteen by the profile', () => {
  const young = (text: string, earlier: { question: string; answer: string }[] = []) =>
    screenQuestion({ text, earlier, isMinor: true });

  it.each<[string, Language]>([
    ['Make me a plan for the half marathon', 'en'],
    ['What should I weigh to race well?', 'en'],
    ['How can I lose weight for the season?', 'en'],
    ['Mach mir einen Trainingsplan für den Marathon', 'de'],
    ['Wie kann ich abnehmen, um schneller zu laufen?', 'de'],
    ["Fais-moi un programme d'entraînement pour mon 10 km", 'fr'],
    ['Je veux perdre du poids pour courir plus vite', 'fr'],
    ['Quiero un plan de entrenamiento para la maratón', 'es'],
    ['Vorrei un piano di allenamento per la mezza', 'it'],
    ['Quero um plano de treino para a minha corrida', 'pt'],
    ['Ik wil een trainingsschema voor de marathon', 'nl'],
  ])('no plan and nothing about weight: %s', (text, language) => {
    expect(young(text)).toEqual({
      verdict: 'refuse',
      concerns: ['minor'],
      text: wordsIn[language].answer.minor.join('\n\n'),
    });
    expect(rule(text)).toEqual({ verdict: 'answer' });
  });

  it.each([
    'How was my last run?',
    'I plan to run tomorrow, is that fine?',
    'Is weight training useful?',
    'Was my heart rate high on Tuesday?',
  ])('is answered after a remark: %s', (text) => {
    expect(young(text)).toEqual({
      verdict: 'remark',
      concerns: ['minor'],
      text: wordsIn.en.remark.minor,
    });
  });

  it('hears the remark once in a conversation', () => {
    const answer = `${wordsIn.de.remark.minor}\n\nGut gelaufen.`;
    expect(young('How was last week?', [{ question: 'Wie war es?', answer }])).toEqual({
      verdict: 'answer',
    });
  });

  it('does not come before what cannot wait', () => {
    expect(young('Make me a plan, I have chest pain when I run')).toMatchObject({
      verdict: 'refuse',
      concerns: ['emergency'],
    });
  });

  it('is asked for a plan by few ordinary questions', () => {
    const asking = ORDINARY_QUESTIONS.filter(asksForPlan);
    console.log(`${asking.length} of ${ORDINARY_QUESTIONS.length} ask for a plan or about weight`);
    expect(asking.length / ORDINARY_QUESTIONS.length).toBeLessThanOrEqual(0.05);
  });

  it('is read from the year of birth, on the careful side', () => {
    const now = new Date('2026-11-20T12:00:00Z');
    const years = [2030, 2012, 2009, 2008, 2007, 1990];
    expect(years.map((year) => isMinor(year, now))).toEqual([true, true, true, true, false, false]);
    expect(isMinor(null, now)).toBe(false);
  });
});

describe('the fixed texts', () => {
  const languages = Object.entries(wordsIn);

  it.each(languages)(
    'are whole, without digits, and offer help that exists: %s',
    (_code, words) => {
      const all = [
        ...Object.values(words.answer).flat(),
        ...Object.values(words.remark),
        words.stands,
      ];
      for (const text of all) {
        expect(text.length).toBeGreaterThan(30);
        expect(text).not.toMatch(/\d|[ ]{2}/);
      }
      for (const concern of ['self_harm', 'low_energy'] as const)
        expect(words.answer[concern].join(' ')).toContain('findahelpline.com');
      expect(new Set(all).size).toBe(all.length);
    },
  );

  it('speak their own language', () => {
    for (const [code, words] of languages)
      for (const text of Object.values(words.answer))
        expect(guessLanguage(text.join(' '))).toBe(code);
  });
});
