import { FactSheet, HomeView } from '@evensplit/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createCoachDb,
  createIngestDb,
  encodeStream,
  STREAM_CODEC,
  withAthlete,
  type CoachDb,
  type Prisma,
} from '@evensplit/db';
import request from 'supertest';
import { signUp, startHarness, type Harness, type SignedIn } from './harness.ts';

const now = new Date('2026-11-20T08:00:00Z');

describe('home and activities', () => {
  let harness: Harness;
  let athlete: SignedIn;

  beforeAll(async () => {
    harness = await startHarness();
    athlete = await signUp(harness.app);
  });
  afterAll(() => harness.close());

  const get = (path: string, who: SignedIn = athlete) =>
    request(harness.app).get(path).set('Cookie', who.cookies);

  it('welcomes a new athlete without a single number', async () => {
    const someone = await signUp(harness.app);
    const { status, body } = await get('/v1/home', someone);
    expect(status).toBe(200);
    const home = HomeView.parse(body);
    expect(home.today.session).toBe('none');
    expect(home.facts).toEqual([]);
    expect(home.lastRun).toBeNull();
    expect(home.trend.weeks).toHaveLength(12);
  });

  it('shows only facts: every marker and every id on the page resolves', async () => {
    const dated = await startHarness({ clock: () => now });
    try {
      const runner = await signUp(dated.app);
      for (const day of ['01', '03', '05', '08', '10', '12', '15', '17'])
        await dated.build.aRun(runner.athleteId, { day: `2026-11-${day}` });
      await dated.build.aRun(runner.athleteId, {
        day: '2026-11-19',
        kind: 'race',
        hard: true,
        distanceM: 5000,
        movingS: 1200,
        efforts: [{ distanceM: 5000, seconds: 1200 }],
      });
      for (let day = 1; day <= 19; day++)
        await dated.build.aLoadDay(runner.athleteId, `2026-11-${String(day).padStart(2, '0')}`, {
          load: 50,
          longTerm: 30 + day,
          recent: 40,
        });
      const answer = await request(dated.app).get('/v1/home').set('Cookie', runner.cookies);
      const home = HomeView.parse(answer.body);
      expect(home.date).toBe('2026-11-20');
      expect(home.today.session).toBe('recovery');
      expect(home.predictions.map((one) => one.label)).toEqual(['5 km', '10 km']);
      const known = new Set(home.facts.map((fact) => fact.id));
      const texts = [home.today.headline, ...home.today.reasons, home.trend.sentence ?? ''];
      const markers = texts.flatMap((text) =>
        [...text.matchAll(/\{\{([\w-]+)\}\}/g)].map((m) => m[1]),
      );
      expect(markers.length).toBeGreaterThanOrEqual(3);
      for (const id of [
        ...markers,
        ...home.predictions.map((one) => one.factId),
        ...home.lastRunFactIds,
        ...home.trend.loadFactIds,
        ...home.trend.weeks.flatMap((week) => week.factId ?? []),
        ...(home.today.decision?.because ?? []),
      ])
        expect(known).toContain(id);
      for (const text of texts) expect(text.replaceAll(/\{\{[\w-]+\}\}/g, '')).not.toMatch(/\d/);
      expect(home.briefing).toBeNull();
    } finally {
      await dated.close();
    }
  });

  it('answers with Redis away', async () => {
    const alone = await startHarness({ env: { REDIS_CACHE_URL: 'redis://127.0.0.1:1' } });
    try {
      const someone = await signUp(alone.app);
      const answer = await request(alone.app).get('/v1/home').set('Cookie', someone.cookies);
      expect(answer.status).toBe(200);
      const health = await request(alone.app).get('/health/ready');
      expect([health.status, health.body.status]).toEqual([200, 'degraded']);
    } finally {
      await alone.close();
    }
  });

  it('rests with an injury that was noted, and quotes it', async () => {
    const dated = await startHarness({ clock: () => now });
    const url = dated.database.urls.coach;
    const coach = createCoachDb({ url, poolSize: 1, applicationName: 'test' });
    try {
      const [runner, stranger] = [await signUp(dated.app), await signUp(dated.app)];
      for (const { athleteId } of [runner, stranger])
        await dated.build.aRun(athleteId, { day: '2026-11-18' });
      await withAthlete(coach, runner.athleteId, (tx) =>
        tx.memory.create({
          data: {
            athleteId: runner.athleteId,
            kind: 'injury',
            topic: 'shin',
            text: 'Shin is sore',
            status: 'active',
            idempotencyKey: 'home-test',
            requestHash: Buffer.alloc(0),
          },
        }),
      );
      const ask = (path: string, who: SignedIn) =>
        request(dated.app).get(path).set('Cookie', who.cookies);
      const home = HomeView.parse((await ask('/v1/home', runner)).body);
      const note = home.facts.find(({ unit }) => unit === 'note');
      expect(note?.words).toBe('Shin is sore');
      expect(home.today).toMatchObject({
        session: 'rest',
        reasons: [
          `You noted {{${note?.id}}}. Whether you can run on it cannot be judged from here.`,
        ],
      });
      const theirs = await ask('/v1/facts/memories?when=all', runner);
      expect(FactSheet.parse(theirs.body).facts).toMatchObject([{ words: 'Shin is sore' }]);
      const others = await ask('/v1/facts/memories?when=all', stranger);
      expect(others.body.facts).toEqual([]);
      expect(HomeView.parse((await ask('/v1/home', stranger)).body).today.session).not.toBe('none');
    } finally {
      await coach.$disconnect();
      await dated.close();
    }
  });

  describe('the briefing', () => {
    const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
    const fact = {
      id: 'fact_of-the-briefing',
      metric: 'week.distance',
      subject: 'week:2026-11-16',
      label: 'Distance this week',
      value: 24_300,
      unit: 'm',
      quality: 'measured',
      method: 'week-sum/1',
      from: [],
      lanes: ['file'],
      flags: [],
    } as const;
    let dated: Harness;
    let coach: CoachDb;
    beforeAll(async () => {
      // A briefing is a row: there is no Redis here at all.
      const env = { REDIS_CACHE_URL: 'redis://127.0.0.1:1' };
      dated = await startHarness({ clock: () => now, env });
      const url = dated.database.urls.coach;
      coach = createCoachDb({ url, poolSize: 1, applicationName: 'test' });
    });
    afterAll(async () => {
      await coach.$disconnect();
      await dated.close();
    });

    /** What a runner sees for whom the coach left this. */
    async function homeWith(given: Partial<Prisma.BriefingUncheckedCreateInput>) {
      const runner = await signUp(dated.app);
      await coach.briefing.create({
        data: {
          athleteId: runner.athleteId,
          status: 'ready',
          localDate: new Date('2026-11-20'),
          text: `This week so far holds {{${fact.id}}}.`,
          facts: [{ ...fact, lanes: [...fact.lanes], from: [], flags: [] }],
          writer: 'baseline',
          writtenAt: minutesAgo(40),
          checkedAt: minutesAgo(5),
          ...given,
        },
      });
      const answer = await request(dated.app).get('/v1/home').set('Cookie', runner.cookies);
      expect(answer.status).toBe(200);
      return HomeView.parse(answer.body);
    }

    it('is shown as the coach left it, with its facts', async () => {
      const home = await homeWith({});
      expect(home.briefing).toEqual({
        text: 'This week so far holds {{fact_of-the-briefing}}.',
        writer: 'baseline',
        writtenAt: minutesAgo(40).toISOString(),
      });
      expect(home.facts).toEqual([fact]);
    });

    it('is shown while it is looked at again, and after a longer while that it held', async () => {
      const lease = new Date(Date.now() + 10_000);
      expect((await homeWith({ status: 'writing', leaseUntil: lease })).briefing).not.toBeNull();
      expect((await homeWith({ status: 'queued' })).briefing).not.toBeNull();
      const held = await homeWith({ writtenAt: minutesAgo(300), checkedAt: minutesAgo(59) });
      expect(held.briefing?.writtenAt).toBe(minutesAgo(300).toISOString());
    });

    it.each([
      ['nobody has looked at it for an hour', { checkedAt: minutesAgo(61) }],
      ['it is of yesterday', { localDate: new Date('2026-11-19') }],
      ['it has nothing to say', { text: null }],
      ['it has a number without its fact', { facts: [] }],
      ['another release wrote it in another shape', { facts: [{ id: fact.id }] }],
    ])('is left out with all its facts when %s', async (_why, given) => {
      const home = await homeWith(given);
      expect([home.briefing, home.facts]).toEqual([null, []]);
    });

    it('is the athlete’s own', async () => {
      await homeWith({});
      const someone = await signUp(dated.app);
      const answer = await request(dated.app).get('/v1/home').set('Cookie', someone.cookies);
      expect(answer.body.briefing).toBeNull();
    });
  });

  it('pages through activities newest first without gaps or repeats, with totals over all that match', async () => {
    const someone = await signUp(harness.app);
    for (let i = 1; i <= 7; i++)
      await harness.build.aRun(someone.athleteId, {
        day: `2026-10-0${i}`,
        distanceM: i * 1000,
        name: i % 2 ? 'Hill run' : 'Lake run',
      });
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await get(`/v1/activities?limit=3${cursor ? `&cursor=${cursor}` : ''}`, someone);
      expect(page.body.totals).toMatchObject({ count: 7, distanceM: 28_000 });
      seen.push(...page.body.items.map((item: { localDate: string }) => item.localDate));
      cursor = page.body.nextCursor ?? '';
    } while (cursor);
    expect(seen).toEqual(['07', '06', '05', '04', '03', '02', '01'].map((day) => `2026-10-${day}`));
    const filtered = await get('/v1/activities?text=hill&minDistanceM=3000&to=2026-10-06', someone);
    expect(filtered.body.totals).toMatchObject({ count: 2, distanceM: 8000 });
    expect((await get('/v1/activities?cursor=nonsense', someone)).body.error.code).toBe(
      'invalid_cursor',
    );
    expect((await get('/v1/activities?limit=0', someone)).status).toBe(400);
  });

  it('gives streams down-sampled with their extremes, and nulls where nothing was read', async () => {
    const run = await harness.build.aRun(athlete.athleteId, {});
    const samples = 4000;
    const t = Float64Array.from({ length: samples }, (_, i) => i);
    const hr = Float64Array.from({ length: samples }, (_, i) =>
      i === 2222 ? 199 : i < 10 ? Number.NaN : 140,
    );
    const writer = createIngestDb({
      url: harness.database.urls.ingest,
      poolSize: 1,
      applicationName: 'test',
    });
    await writer.activityStream.create({
      data: {
        activityId: run.id,
        athleteId: athlete.athleteId,
        samples,
        codec: STREAM_CODEC,
        data: new Uint8Array(encodeStream({ t, hr })),
      },
    });
    await writer.$disconnect();
    const { body } = await get(`/v1/activities/${run.id}/streams?points=200`);
    expect(body.returned).toBeLessThanOrEqual(210);
    expect(
      Math.max(...body.columns.heartRate.filter((value: number | null) => value !== null)),
    ).toBe(199);
    const whole = await get(`/v1/activities/${run.id}/streams`);
    expect(whole.body.returned).toBe(samples);
    expect(whole.body.columns.heartRate[0]).toBeNull();
    expect(whole.body.columns.latitude).toBeUndefined();
  });

  it('answers questions of the registry over HTTP, and names the known ones otherwise', async () => {
    const week = await get('/v1/facts/week?weeksBack=0');
    expect(week.body.query).toBe('week');
    const unknown = await get('/v1/facts/horoscope');
    expect([unknown.status, unknown.body.error.message]).toEqual([
      404,
      expect.stringContaining('last-run'),
    ]);
    expect((await get('/v1/facts/week?weeksBack=-1')).status).toBe(400);
  });
});
