import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask, call, getTurn, readSse } from './clients.ts';
import { setStage, type Replica, type Stage } from './replica.ts';

type Athlete = Awaited<ReturnType<Stage['athlete']>>;

/** A Friday noon in Berlin. */
const NOW = new Date('2026-11-20T11:00:00Z');

describe('the baseline over real rows', () => {
  let stage: Stage;
  let one: Replica;
  let runner: Athlete;
  let newcomer: Athlete;

  beforeAll(async () => {
    stage = await setStage(() => NOW);
    one = await stage.replica();
    [runner, newcomer] = [await stage.athlete({ units: 'mi' }), await stage.athlete()];
    const sha = Buffer.alloc(32, 7);
    await stage.sql(
      `INSERT INTO "RawFile" ("athleteId", sha256, bytes, format) VALUES ($1, $2, 1, 'fit')`,
      [runner.id, sha],
    );
    const runs: [day: string, kind: string, metres: number, hr: number | null][] = [
      ['2026-11-17', 'interval', 10_000, 155],
      ['2026-11-15', 'long', 18_000, null],
      ['2026-11-10', 'easy', 8000, 140],
    ];
    for (const [part, [day, kind, metres, hr]] of runs.entries()) {
      const id = randomUUID();
      await stage.sql(
        `INSERT INTO "Activity" (id, "athleteId", sport, kind, name, "startedAt", "localDate", "timeZone", "elapsedS",
           "movingS", "distanceM", "avgHeartRate", "hasHeartRate", "hasRoute", load, "derivedAt")
         VALUES ($1, $2, 'run', $3, 'Run', ($4 || 'T06:00:00Z')::timestamptz, $4::date, 'Europe/Berlin', $5, $5, $6,
           $7, $8, true, 50, now())`,
        [id, runner.id, kind, day, metres * 0.3, metres, hr, hr !== null],
      );
      await stage.sql(
        `INSERT INTO "ActivitySource" (id, "activityId", "athleteId", source, lane, format, "fileName", "rawSha256", part, "primary")
         VALUES ($1, $2, $3, 'upload_fit', 'file', 'fit', 'a.fit', $4, $5, true)`,
        [randomUUID(), id, runner.id, sha, part],
      );
    }
  });
  afterAll(() => stage.close());

  async function answer(who: Athlete, question: string, conversationId?: string) {
    const started = await ask(one.url, who, question, conversationId ? { conversationId } : {});
    await readSse(one.url, who, started.turnId);
    const turn = await getTurn(one.url, who, started.turnId);
    expect(turn.status).toBe('done');
    return { ...turn, plain: turn.text.replaceAll(/\[([^\]]*)\]\(#fact:[^)]+\)/g, '$1') };
  }

  it('analyses the last run in the units of its athlete, with a receipt for every number', async () => {
    const turn = await answer(runner, 'Analyse my last run');
    expect(turn.writer).toBe('baseline');
    expect(turn.plain).toContain(
      'Your interval session on Tuesday 17 November covered 6.21 mi in 50:00',
    );
    expect(turn.plain).toContain('Your heart rate averaged 155 bpm.');
    const linked = [...turn.text.matchAll(/#fact:([^)]+)/g)].map(([, id]) => id);
    expect(new Set(turn.facts.map(({ id }) => id))).toEqual(new Set(linked));
    expect(turn.facts.length).toBeGreaterThan(3);
  });

  it('says what a run does not tell', async () => {
    const turn = await answer(runner, 'How was my run on Sunday?');
    expect(turn.plain).toContain('Your long run on Sunday 15 November covered 11.2 mi');
    expect(turn.plain).toContain('There is no heart rate on this run');
    expect((await answer(runner, 'How was my run on Saturday?')).plain).toContain(
      'I find no run on Saturday 14 November in your history.',
    );
  });

  it('understands a question by the one before it', async () => {
    const first = await answer(runner, 'How is my week going?');
    expect(first.plain).toContain('This week so far you ran 6.21 mi in 1 run');
    const second = await answer(runner, 'And the week before?', first.conversationId);
    expect(second.plain).toContain('Last week you ran 16.2 mi in 2 runs');
    expect(second.plain).toContain('You were out on Tuesday and Sunday.');
  });

  it('suggests today, compares weeks, and admits what it cannot know', async () => {
    expect((await answer(runner, 'What should I do today?')).plain).toMatch(/run today|Rest today/);
    expect((await answer(runner, 'Compare my last two weeks')).plain).toContain(
      'Last week: 16.2 mi',
    );
    expect((await answer(runner, 'What could I run for 10 km?')).plain.length).toBeGreaterThan(40);
    expect((await answer(runner, 'What are my bests?')).plain).toContain('no best efforts');
    expect((await answer(runner, 'How fit am I?')).plain.length).toBeGreaterThan(40);
    expect((await answer(runner, 'Who won the world cup?')).plain).toMatch(
      /^That is not in your runs/,
    );
    expect((await answer(runner, 'why does my watch show another distance')).plain).toMatch(
      /^I did not understand that well enough.*Near to it I can answer “/,
    );
  });

  it('answers what athletes ask about months, runs, zones, paces and what is missing', async () => {
    const expected: [string, RegExp][] = [
      ['How was my month?', /^This month so far you ran 22\.4 mi in 3 runs/],
      ['How far did I run this year?', /^This year so far you ran 22\.4 mi in 3 runs/],
      ['How was last month?', /Your history with me begins after last month/],
      ['Compare my last two runs', /^Interval session on Tuesday 17 November: 6\.21 mi/],
      ['Compare my run on Tuesday with the one on Sunday', /Long run on Sunday 15 November/],
      [
        'What was my longest run?',
        /^Your longest run that I know of was 11\.2 mi, on Sunday 15 November/,
      ],
      ['How many runs this month?', /^This month so far you went out for 3 runs/],
      ['When did I last do a 10 miler?', /^That was on Sunday 15 November: 11\.2 mi/],
      ['When was my last run?', /^Your last run was on Tuesday 17 November, 3 days ago/],
      ['when was my last long run', /^Your last long run was on Sunday 15 November/],
      [
        'whats my streak',
        /^No streak is running: your last run was on Tuesday 17 November, 3 days ago/,
      ],
      ['biggest week this year?', /^Your biggest week this year was last week: 16\.2 mi in 2 runs/],
      [
        'biggest month',
        /^Your biggest month of the last twelve was this month: 22\.4 mi in 3 runs/,
      ],
      ['how much do i normally run in a week', /^Lately you run .* a week/],
      ['did i run more in june than august', /In August I see no run/],
      ['this year vs last year', /Last year I see no run/],
      ['whats my pace index', /^You have no pace index at the moment/],
      ['what should i do tomorrow', /^That I decide on the day/],
      ['delete my last run', /^I change nothing from here/],
      ['whats my max hr', /^Your maximum heart rate I do not know/],
      ['how long did my last run take', /^Your interval session on Tuesday 17 November took 50:00/],
      [
        'Show me similar runs',
        /^I find no run of the year before that is like your interval session/,
      ],
      ['What was my heart rate on Tuesday?', /heart rate averaged 155 bpm/],
      ['What is the decoupling of my last run?', /has no decoupling that I could read/],
      ['What are my heart rate zones?', /Neither a maximum heart rate nor a year of birth is set/],
      ['What pace for easy runs?', /hold a conversation/],
      ['Am I ready to train?', /Your last run was 3 days ago/],
      ['Can I run hard today?', /^By the record/],
      ['How am I trending?', /history|Volume|Long-term load/],
      ['What data is missing?', /Without heart rate: 1 run/],
      ['Do you count treadmill runs?', /^A run without GPS/],
      ['What is decoupling?', /^Decoupling compares/],
      ['What should I eat before a race?', /^Food and drink are in none of your recordings/],
      ['thank you', /welcome/],
    ];
    for (const [question, words] of expected)
      expect([question, (await answer(runner, question)).plain]).toEqual([
        question,
        expect.stringMatching(words),
      ]);
  });

  it('says why', async () => {
    const first = await answer(runner, 'What should I do today?');
    const why = await answer(runner, 'Why?', first.conversationId);
    expect(why.plain).toContain('It is a fixed list of rules');
    expect(why.facts.length).toBeGreaterThan(0);
  });

  it('meets pain with a fixed text in the language of the question, then and afterwards', async () => {
    const pain = await answer(runner, 'Ich habe Brustschmerzen, was soll ich heute laufen?');
    expect(pain.plain).toMatch(/^Was du beschreibst, kann ein Notfall sein/);
    expect(pain).toMatchObject({ writer: 'baseline', facts: [] });
    const next = await answer(runner, 'What should I do today?', pain.conversationId);
    expect(next.plain).toMatch(/^What you wrote earlier in this conversation still stands/);
    expect(next.facts).toEqual([]);
    expect((await answer(runner, 'What should I do today?')).plain).toMatch(/run today|Rest today/);
    const remark = await answer(runner, 'My father has chest pain. How was my last run?');
    expect(remark.plain).toMatch(/^If anybody has chest pain.*\n\nYour interval session/);
    const counted = await one.deps.metrics.registry.metrics();
    expect(counted).toMatch(
      /coach_guardrail_rulings_total\{concern="emergency",verdict="refuse",.*\} 2/,
    );
    expect(counted).not.toContain('Brustschmerzen');
  });

  it('gives the same words for the same question', async () => {
    const [a, b] = [
      await answer(runner, 'Analyse my last run'),
      await answer(runner, 'Analyse my last run'),
    ];
    expect(a.text).toBe(b.text);
  });

  it('tells a newcomer how to begin, and never speaks of somebody else', async () => {
    for (const question of ['Analyse my last run', 'How fit am I?', 'What should I do today?']) {
      const turn = await answer(newcomer, question);
      expect(turn.plain).toContain('no runs of yours here yet');
      expect(turn.facts).toEqual([]);
    }
  });

  it('suggests questions that the data can answer', async () => {
    const suggested = async (who: Athlete) =>
      (await call(one.url, who, 'GET', '/suggestions')).body['questions'];
    expect(await suggested(newcomer)).toEqual(['What can you do?', 'How do I bring my runs in?']);
    const questions = (await suggested(runner)) as unknown as string[];
    expect(questions).toContain('Analyse my last run');
    expect(questions).toContain('Compare my last two weeks');
    expect(questions).not.toContain('What are my bests?');
    for (const question of questions) {
      expect((await answer(runner, question)).plain).not.toContain('I did not understand');
    }
  });
});
