import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PrismaPg } from '@prisma/adapter-pg';
import { testDatabase, type TestDatabase } from '@evensplit/testkit/database';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { Prisma, PrismaClient } from '../generated/client.ts';
import { createCoachDb } from '../src/clients.ts';
import { migrate } from '../src/migrate.ts';

/** What each role must not be able to do is promised by Postgres, not by our code. */
describe('database roles', () => {
  let database: TestDatabase;
  const clients = new Map<string, pg.Client>();

  beforeAll(async () => {
    database = await testDatabase();
    for (const [name, url] of Object.entries({ ...database.urls, admin: database.adminUrl })) {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      clients.set(name, client);
    }
  });
  afterAll(async () => {
    for (const client of clients.values()) await client.end();
    await database.drop();
  });

  const as = (role: string, sql: string) => {
    const client = clients.get(role);
    if (!client) throw new Error(`no client for ${role}`);
    return client.query(sql);
  };

  it.each([
    ['coach', 'SELECT "passwordHash" FROM "Credential"'],
    ['coach', 'SELECT email FROM "Athlete"'],
    ['coach', 'SELECT hash FROM "RefreshToken"'],
    ['coach', 'SELECT device FROM "Session"'],
    ['coach', 'UPDATE "Activity" SET name = \'x\''],
    ['coach', 'UPDATE "Session" SET "lastSeenAt" = now()'],
    ['coach', 'DELETE FROM "Briefing"'],
    ['coach', 'DELETE FROM "BriefingDraft"'],
    ['core', 'SELECT outcome FROM "BriefingDraft"'],
    ['ingest', 'SELECT outcome FROM "BriefingDraft"'],
    ['coach', 'UPDATE "Consent" SET "withdrawnAt" = NULL'],
    ['coach', 'DELETE FROM "ModelCall"'],
    ['ingest', 'SELECT "passwordHash" FROM "Credential"'],
    ['ingest', 'SELECT question FROM "Turn"'],
    ['ingest', 'SELECT title FROM "Conversation"'],
    ['ingest', 'SELECT text FROM "Briefing"'],
    ['ingest', 'SELECT "lastSeenAt" FROM "Session"'],
    ['core', 'SELECT question FROM "Turn"'],
    ['core', 'SELECT "sourceTurnId" FROM "Memory"'],
    ['core', 'DELETE FROM "Memory"'],
    ['ingest', 'SELECT text FROM "Memory"'],
    ['ingest', 'SELECT purpose FROM "Consent"'],
    ['ingest', 'SELECT model FROM "ModelCall"'],
    ['core', 'UPDATE "Briefing" SET text = NULL'],
    ['core', 'DELETE FROM "Consent"'],
    ['core', 'SELECT model FROM "ModelCall"'],
    ['core', 'DELETE FROM "Activity"'],
    ['core', "INSERT INTO \"AuditEntry\" (action, \"prevHash\", hash) VALUES ('x', '', '')"],
    ['core', 'UPDATE "AuditEntry" SET action = \'x\''],
    ['core', 'CREATE TABLE mine (id int)'],
  ])('%s is refused: %s', async (role, sql) => {
    await expect(as(role, sql)).rejects.toMatchObject({ code: '42501' });
  });

  it.each([
    ['coach', 'SELECT id, "timeZone" FROM "Athlete"'],
    ['coach', 'SELECT id, "revokedAt" FROM "Session"'],
    ['coach', 'SELECT "athleteId", "lastSeenAt" FROM "Session"'],
    ['coach', 'SELECT * FROM "Turn"'],
    ['coach', 'SELECT * FROM "Briefing"'],
    ['coach', 'SELECT * FROM "BriefingDraft"'],
    ['coach', 'SELECT purpose FROM "Consent"'],
    ['coach', 'SELECT * FROM "ModelCall"'],
    ['core', 'SELECT * FROM "Consent"'],
    ['core', 'SELECT text, since FROM "Memory"'],
    ['coach', 'SELECT * FROM "Memory"'],
    ['coach', 'DELETE FROM "Memory"'],
    ['core', 'SELECT * FROM "Briefing"'],
    ['ingest', 'SELECT * FROM "RawFile"'],
    ['core', 'SELECT * FROM "Credential"'],
  ])('%s may: %s', async (role, sql) => {
    await expect(as(role, sql)).resolves.toBeDefined();
  });

  it.each([
    ['core', '5s'],
    ['coach', '5s'],
    ['ingest', '30s'],
  ])('%s has its statement timeout without asking for it', async (role, limit) => {
    const { rows } = await as(role, 'SHOW statement_timeout');
    expect(rows[0]).toEqual({ statement_timeout: limit });
  });

  it('leaves the e-mail address out of ordinary reads by coach, instead of failing', async () => {
    await as(
      'admin',
      `INSERT INTO "Athlete" (id, email, "displayName") VALUES ('00000000-0000-7000-8000-000000000001', 'a@example.org', 'A')`,
    );
    const coach = createCoachDb({ url: database.urls.coach, poolSize: 1, applicationName: 'test' });
    const athlete = await coach.athlete.findFirst();
    expect(athlete).toMatchObject({ displayName: 'A' });
    expect(athlete).not.toHaveProperty('email');
    await coach.$disconnect();
  });

  it('chains audit entries and lets nobody change them, not even the owner of the table', async () => {
    await as('core', `SELECT audit_append(NULL, NULL, 'test.one', '{"a": 1}')`);
    await as('coach', `SELECT audit_append(NULL, NULL, 'test.two', '{}')`);
    await expect(as('admin', `UPDATE "AuditEntry" SET action = 'other'`)).rejects.toThrow(
      /never changed/,
    );
    expect((await as('core', 'SELECT * FROM audit_breaks()')).rows).toEqual([]);
    await as('admin', 'ALTER TABLE "AuditEntry" DISABLE TRIGGER audit_insert_only');
    await as('admin', `UPDATE "AuditEntry" SET details = '{"a": 2}' WHERE action = 'test.one'`);
    expect((await as('core', 'SELECT * FROM audit_breaks()')).rows).toHaveLength(1);
  });

  it('has nothing left to apply the second time', async () => {
    const passwords = { core: 'core-test', coach: 'coach-test', ingest: 'ingest-test' };
    expect(await migrate(database.adminUrl, passwords)).toEqual([]);
  });

  it("leaves a history that Prisma's own engine finds complete and unedited", async () => {
    const program = join(import.meta.dirname, 'ask-prisma-engine.ts');
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', program, database.adminUrl],
      { cwd: join(import.meta.dirname, '..') },
    );
    expect(JSON.parse(stdout)).toEqual({
      history: null,
      failedMigrationNames: [],
      editedMigrationNames: [],
      hasMigrationsTable: true,
    });
  });

  it('has every table and column the schema speaks of', async () => {
    const everything = new PrismaClient({
      adapter: new PrismaPg({ connectionString: database.adminUrl, max: 1 }),
    });
    for (const model of Object.values(Prisma.ModelName)) {
      const delegate = everything[(model[0]?.toLowerCase() + model.slice(1)) as 'athlete'];
      await expect(delegate.findFirst()).resolves.toBeDefined();
    }
    await everything.$disconnect();
  });
});
