import type { ConsentView } from '@evensplit/contracts';
import { withAthlete } from '@evensplit/db';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { signUp, startHarness, type Harness, type SignedIn } from './harness.ts';

describe('consents', () => {
  let harness: Harness;
  let athlete: SignedIn;
  let other: SignedIn;

  beforeAll(async () => {
    harness = await startHarness();
    [athlete, other] = [await signUp(harness.app), await signUp(harness.app)];
  });
  afterAll(() => harness.close());

  const read = async (who: SignedIn): Promise<ConsentView[]> =>
    (await request(harness.app).get('/v1/me/consents').set('Cookie', who.cookies)).body.consents;
  const change = (granted: unknown, purpose = 'model_processing') =>
    request(harness.app)
      .put('/v1/me/consents')
      .set('Cookie', athlete.cookies)
      .send({ purpose, granted });

  it('begins without any', async () => {
    expect(await read(athlete)).toEqual([
      { purpose: 'model_processing', granted: false, changedAt: null },
    ]);
  });

  it('is given, taken back and given again, with its whole history and an audit entry each', async () => {
    const parallel = await Promise.all([change(true), change(true), change(true)]);
    for (const { body } of parallel) expect(body.consents[0].granted).toBe(true);
    expect((await change(false)).body.consents[0]).toMatchObject({ granted: false });
    await change(false);
    await change(true);
    expect((await read(athlete))[0]).toMatchObject({
      granted: true,
      changedAt: expect.any(String),
    });
    expect((await read(other))[0]).toMatchObject({ granted: false });

    const rows = await harness.deps.db.consent.findMany({
      where: { athleteId: athlete.athleteId },
      orderBy: { grantedAt: 'asc' },
    });
    expect(rows.map(({ withdrawnAt }) => withdrawnAt !== null)).toEqual([true, false]);
    const entries = await withAthlete(harness.deps.db, athlete.athleteId, (tx) =>
      tx.auditEntry.findMany({
        where: { actorId: athlete.athleteId, action: { startsWith: 'consent.' } },
        orderBy: { id: 'asc' },
      }),
    );
    expect(entries.map(({ action }) => action)).toEqual([
      'consent.granted',
      'consent.withdrawn',
      'consent.granted',
    ]);
  });

  it('refuses purposes nobody has named', async () => {
    expect((await change(true, 'advertising')).status).toBe(400);
    expect((await change('yes')).status).toBe(400);
  });

  it('lists the switches of the models among the settings, and takes a change', async () => {
    const owner = athlete;
    const put = await request(harness.app)
      .put('/v1/admin/settings/coach.llm')
      .set('Cookie', owner.cookies)
      .send({ value: false, reason: 'the provider is down' });
    expect(put.body).toMatchObject({ key: 'coach.llm', value: false });
    const list = await request(harness.app).get('/v1/admin/settings').set('Cookie', owner.cookies);
    expect(list.body.settings).toContainEqual(
      expect.objectContaining({ key: 'coach.provider.gemini', value: true }),
    );
  });
});
