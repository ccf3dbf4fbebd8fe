import { CoachPreview } from '@evensplit/contracts';
import { inRounds } from '@evensplit/scripts/model-sim';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { call } from './clients.ts';
import { answerOf, setModelStage, type Athlete, type ModelStage } from './model-stage.ts';
import type { Replica } from './replica.ts';

/** Found in no other number of the test's data: what must not leave shows itself by it. */
const CLOSED_METRES = 27_317;
const CLOSED_NAMES = ['Marker Garmin', 'Marker Personal', 'Marker Strava'];
const TRACES = ['27.3', '27.32', '27317', 'Marker'];

const everything = [
  { call: 'last-run', args: {} },
  { call: 'week', args: { weeksBack: 0 } },
  { call: 'weeks', args: { count: 4 } },
  { call: 'month', args: {} },
  { call: 'today', args: {} },
  { call: 'readiness', args: {} },
  { call: 'missing', args: {} },
  { call: 'load', args: {} },
];
const rest = [
  { call: 'compare', args: {} },
  { call: 'bests', args: {} },
  { call: 'predictions', args: {} },
  { call: 'zones', args: {} },
  { call: 'training-paces', args: {} },
];

describe('what may reach a model', () => {
  let world: ModelStage;
  let one: Replica;
  let mixed: Athlete;

  beforeAll(async () => {
    world = await setModelStage({
      curious: inRounds(everything, rest, [{ say: 'There is little that I may say.' }]),
    });
    const closed = ['garmin', 'garmin_personal', 'strava'].map((lane, i) => ({
      day: `2026-11-1${6 + i}`,
      kind: 'long',
      metres: CLOSED_METRES + i,
      name: CLOSED_NAMES[i] ?? '',
      lane,
    }));
    const open = { day: '2026-11-19', kind: 'easy', metres: 8000, name: 'Open run', lane: 'file' };
    mixed = await world.runner({ runs: [...closed, open] });
    one = await world.replica({ openai: 'curious' });
  });
  afterAll(() => world.close());
  beforeEach(() => world.sim.reset());

  const sent = () => JSON.stringify(world.sim.calls().map(({ body }) => body));

  it('leaves closed lanes out of every request, whatever tool is called', async () => {
    const turn = await answerOf(one, mixed, 'Tell me everything');
    expect(turn).toMatchObject({ status: 'done', writer: 'openai' });
    expect(world.sim.calls()).toHaveLength(3);
    expect(sent()).toContain('Open run');
    expect(sent()).toContain('8.00 km');
    for (const trace of TRACES) expect(sent()).not.toContain(trace);
  });

  it('leaves an earlier answer out that rests on a closed lane', async () => {
    // The baseline may show an athlete their own data.
    const baseline = await world.replica({});
    const first = await answerOf(baseline, mixed, 'How was my run on Monday?');
    expect(first.plain).toContain('27.3 km');
    await answerOf(one, mixed, 'And what else?', first.conversationId);
    expect(sent()).toContain('How was my run on Monday?');
    for (const trace of TRACES) expect(sent()).not.toContain(trace);
  });

  it('says nothing about decisions and gaps that may rest on closed lanes', async () => {
    await answerOf(one, mixed, 'Tell me everything');
    const [, second] = world.sim.calls();
    expect(JSON.stringify(second?.body)).not.toMatch(/already-ran-today|\\"choice\\"/);
    const open = await world.runner();
    world.sim.reset();
    await answerOf(one, open, 'Tell me everything');
    expect(sent()).toMatch(/\\"choice\\"/);
  });

  it('previews exactly what is sent, without sending it', async () => {
    const asked = 'How far did I run?';
    const { body } = await call(
      one.url,
      mixed,
      'GET',
      `/preview?question=${encodeURIComponent(asked)}`,
    );
    const preview = CoachPreview.parse(body);
    expect(world.sim.calls()).toEqual([]);
    expect(preview).toMatchObject({
      configured: true,
      consent: true,
      providers: [{ name: 'openai', model: 'sim-model' }],
    });
    expect(preview.messages).toEqual([{ role: 'user', text: asked }]);
    expect(JSON.stringify(preview.sample)).toContain('Open run');
    for (const trace of TRACES) expect(JSON.stringify(preview)).not.toContain(trace);

    await answerOf(one, mixed, asked);
    expect(world.sim.calls()[0]?.body).toMatchObject({
      messages: [
        { role: 'system', content: preview.system },
        { role: 'user', content: asked },
      ],
      tools: preview.tools.map((tool) => ({ type: 'function', function: tool })),
    });
  });

  it('previews for those who have not agreed, and says where no provider is', async () => {
    const who = await world.runner({ consent: false });
    const here = await call(one.url, who, 'GET', '/preview');
    expect(here.body).toMatchObject({ configured: true, consent: false });
    const without = await world.replica({});
    const there = await call(without.url, who, 'GET', '/preview');
    expect(there.body).toMatchObject({ configured: false, providers: [] });
  });
});
