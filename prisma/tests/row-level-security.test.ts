import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '@evensplit/testkit/database';
import pg from 'pg';
import { createCoachDb, createCoreDb, type CoachDb, type CoreDb } from '../src/clients.ts';
import { nameAthlete, withAthlete } from '../src/with-athlete.ts';

/** What code that forgets whose rows it wants does not get, whatever it forgot in its WHERE as well. */
describe('row-level security', () => {
  let database: TestDatabase;
  let coach: CoachDb;
  let core: CoreDb;
  let admin: pg.Client;
  let ada = '';
  let ben = '';

  beforeAll(async () => {
    database = await testDatabase();
    // One connection each: whatever a transaction left behind would meet the next one.
    coach = createCoachDb({ url: database.urls.coach, poolSize: 1, applicationName: 'test' });
    core = createCoreDb({ url: database.urls.core, poolSize: 1, applicationName: 'test' });
    admin = new pg.Client({ connectionString: database.adminUrl });
    await admin.connect();
  });
  afterAll(async () => {
    await Promise.all([coach.$disconnect(), core.$disconnect(), admin.end()]);
    await database.drop();
  });
  beforeEach(async () => {
    [ada, ben] = [await anAthlete(), await anAthlete()];
    for (const athleteId of [ada, ben]) {
      await withAthlete(coach, athleteId, async (tx) => {
        await tx.conversation.create({ data: { athleteId, title: 'Legs' } });
        await tx.memory.create({ data: noteOf(athleteId) });
      });
      await admin.query('SELECT audit_append($1, $1, $2, $3)', [athleteId, 'test', '{}']);
    }
  });

  async function anAthlete(): Promise<string> {
    const id = randomUUID();
    await admin.query(
      `INSERT INTO "Athlete" (id, email, "displayName") VALUES ($1, $2, 'Somebody')`,
      [id, `${id}@example.org`],
    );
    return id;
  }

  function noteOf(athleteId: string) {
    const [idempotencyKey, requestHash] = [randomUUID(), new Uint8Array(32)];
    return { athleteId, kind: 'preference', text: 'Hills', idempotencyKey, requestHash } as const;
  }

  const ownersOf = (rows: { athleteId: string }[]) => rows.map((row) => row.athleteId);

  it('shows nothing to somebody who names nobody, and lets nothing in', async () => {
    expect(await coach.conversation.findMany()).toEqual([]);
    expect(await coach.conversation.findMany({ where: { athleteId: ada } })).toEqual([]);
    expect(await coach.memory.findMany({ where: { athleteId: ada } })).toEqual([]);
    expect(await core.auditEntry.findMany({ where: { subjectId: ada } })).toEqual([]);
    const title = { athleteId: ada, title: 'Forgotten' };
    await expect(coach.conversation.create({ data: title })).rejects.toThrow(/row-level security/);
    await expect(coach.memory.create({ data: noteOf(ada) })).rejects.toThrow(/row-level security/);
    expect(await coach.conversation.deleteMany({ where: { athleteId: ada } })).toEqual({
      count: 0,
    });
    expect(await coach.memory.updateMany({ data: { text: 'x' } })).toEqual({ count: 0 });
  });

  it('shows the rows of the athlete who is named, whatever a query leaves out', async () => {
    await withAthlete(coach, ada, async (tx) => {
      expect(ownersOf(await tx.conversation.findMany())).toEqual([ada]);
      expect(ownersOf(await tx.memory.findMany())).toEqual([ada]);
      expect(await tx.memory.findMany({ where: { athleteId: ben } })).toEqual([]);
      expect(await tx.conversation.deleteMany({ where: { athleteId: ben } })).toEqual({ count: 0 });
      expect(await tx.memory.updateMany({ data: { text: 'Flats' } })).toEqual({ count: 1 });
    });
    const audited = await withAthlete(core, ada, (tx) => tx.auditEntry.findMany());
    expect(audited.map(({ subjectId }) => subjectId)).toEqual([ada]);
    const { rows } = await admin.query(`SELECT text FROM "Memory" WHERE "athleteId" = $1`, [ben]);
    expect(rows).toEqual([{ text: 'Hills' }]);
  });

  it('lets nobody write in another’s name', async () => {
    const inserted = withAthlete(coach, ada, (tx) => tx.memory.create({ data: noteOf(ben) }));
    await expect(inserted).rejects.toThrow(/row-level security/);
    const given = withAthlete(coach, ada, (tx) =>
      tx.conversation.updateMany({ data: { athleteId: ben } }),
    );
    await expect(given).rejects.toThrow(/row-level security/);
  });

  it('forgets who was named with the end of the transaction, also of one that failed', async () => {
    const failed = withAthlete(coach, ada, () => Promise.reject(new Error('broken')));
    await expect(failed).rejects.toThrow('broken');
    expect(await coach.conversation.count()).toBe(0);
    await withAthlete(coach, ben, (tx) => tx.conversation.count());
    expect(await coach.conversation.count()).toBe(0);
    // Outside a transaction the name is gone before the next statement.
    await nameAthlete(coach, ada);
    expect(await coach.conversation.count()).toBe(0);
  });

  it('has three looks that name an athlete for themselves alone', async () => {
    const look = (athleteId: string) => coach.$queryRaw<{ state: string; notes: string[] }[]>`
      SELECT memory_state(${athleteId}::uuid) AS state,
        ARRAY(SELECT text FROM memory_notes(${athleteId}::uuid, 10)) AS notes`;
    expect(await look(ada)).toEqual([{ state: expect.stringMatching(/^1:\d+/), notes: ['Hills'] }]);
    expect(await look(randomUUID())).toEqual([{ state: '0:', notes: [] }]);
    expect(await coach.memory.count()).toBe(0);
    await withAthlete(coach, ada, async (tx) => {
      await tx.$queryRaw`SELECT memory_kept_from(${ben}::uuid, ${randomUUID()}::uuid)`;
      expect(ownersOf(await tx.memory.findMany())).toEqual([ada]);
    });
    await expect(core.$queryRaw`SELECT memory_state(${ada}::uuid)`).rejects.toThrow(/permission/);
  });

  it('binds an owner who is no superuser, and leaves cascades and the chain of the audit whole', async () => {
    const owner = `owner_${randomUUID().slice(0, 8)}`;
    await admin.query(`CREATE ROLE ${owner} IN ROLE evensplit_coach`);
    const { rows: forced } = await admin.query(
      `SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity ORDER BY relname`,
    );
    expect(forced.map(({ relname }) => relname)).toEqual(['AuditEntry', 'Conversation', 'Memory']);
    try {
      await admin.query(`ALTER TABLE "Conversation" OWNER TO ${owner}`);
      await admin.query(`SET ROLE ${owner}`);
      expect((await admin.query('SELECT * FROM "Conversation"')).rows).toEqual([]);
    } finally {
      await admin.query('RESET ROLE');
      await admin.query('ALTER TABLE "Conversation" OWNER TO CURRENT_USER');
      await admin.query(`DROP ROLE ${owner}`);
    }
    await admin.query('DELETE FROM "Athlete" WHERE id = $1', [ada]);
    const { rows } = await admin.query(
      `SELECT (SELECT count(*)::int FROM "Conversation" WHERE "athleteId" = $1) AS conversations,
         (SELECT count(*)::int FROM "Memory" WHERE "athleteId" = $1) AS notes`,
      [ada],
    );
    expect(rows).toEqual([{ conversations: 0, notes: 0 }]);
    expect(await core.$queryRaw`SELECT * FROM audit_breaks()`).toEqual([]);
  });
});
