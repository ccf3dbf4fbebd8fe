import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ImportBatchView, ImportClientEvents, ImportServerEvents } from '@evensplit/contracts';
import { importSocket } from '@evensplit/contracts';
import { documentedRoutes, mountedRoutes } from '@evensplit/testkit/mounted-routes';
import { io, type Socket } from 'socket.io-client';
import { createApp } from '../src/app.ts';
import { oneRun } from './support/one-run.ts';
import { PUBLIC_URL, startIngest, type Ingest, type Person } from './support/start-ingest.ts';
import { waitFor } from '@evensplit/testkit/wait-for';

type Client = Socket<ImportServerEvents, ImportClientEvents>;
type Answer = Parameters<Parameters<ImportClientEvents['import:watch']>[1]>[0];

let ingest: Ingest;
let owner: Person;
let other: Person;
const clients: Client[] = [];
beforeAll(async () => {
  ingest = await startIngest();
  [owner, other] = await Promise.all([ingest.person(), ingest.person()]);
});
afterAll(async () => {
  for (const client of clients) client.disconnect();
  await ingest[Symbol.asyncDispose]();
});

function connectAs(person: Person | null, headers: Record<string, string> = {}): Client {
  const client: Client = io(ingest.url, {
    path: importSocket.path,
    transports: ['websocket'],
    reconnection: false,
    extraHeaders: { ...(person ? { Authorization: `Bearer ${person.token}` } : {}), ...headers },
  });
  clients.push(client);
  return client;
}

async function connected(person: Person, headers?: Record<string, string>): Promise<Client> {
  const client = connectAs(person, headers);
  await waitFor('the connection', () => client.connected);
  return client;
}

function refusal(client: Client): Promise<string> {
  return new Promise((resolve) => {
    client.on('connect_error', (error) => resolve(error.message));
    client.on('connect', () => resolve('connected'));
  });
}

function watch(client: Client, batchId: string): Promise<Answer> {
  return new Promise((resolve) => client.emit('import:watch', { batchId }, resolve));
}

describe('another athlete', () => {
  it('finds nothing on any route and by any socket event', async () => {
    const { fit } = await oneRun({ startedAt: '2026-05-01T05:00:00Z' });
    const { batchId } = await owner.accepted([fit]);
    await owner.done(batchId);
    await other.get(`/v1/ingest/uploads/${batchId}`).expect(404);
    await other.upload([fit], batchId).expect(404);
    const { body } = await other.get('/v1/ingest/uploads').expect(200);
    expect(body).toEqual({ batches: [] });
    const client = await connected(other);
    expect(await watch(client, batchId)).toEqual({ ok: false, code: 'not_found' });
    client.emit('import:unwatch', { batchId });
    expect(await ingest.db.importFile.count({ where: { batchId } })).toBe(1);
  });

  it('is not let in without a session, from another site, or by a cookie without an origin', async () => {
    expect(await refusal(connectAs(null))).toBe('unauthenticated');
    expect(await refusal(connectAs(owner, { Origin: 'https://elsewhere.example' }))).toBe(
      'cross_site',
    );
    expect(await refusal(connectAs(null, { Cookie: `es_at=${owner.token}` }))).toBe('cross_site');
    expect(
      await refusal(connectAs(null, { Cookie: `es_at=${owner.token}`, Origin: PUBLIC_URL })),
    ).toBe('connected');
  });
});

it('mounts the routes that the API document has, and no other', () => {
  expect(mountedRoutes(createApp(ingest.deps))).toEqual(documentedRoutes('ingest'));
});

describe('progress over the socket', () => {
  it('comes with every change until the batch is done', async () => {
    const { fit, tcx } = await oneRun({ startedAt: '2026-05-02T05:00:00Z' });
    const client = await connected(owner);
    const seen: ImportBatchView[] = [];
    client.on('import:progress', (batch) => seen.push(batch));
    const accepted = await owner.accepted([fit, tcx]);
    const answer = await watch(client, accepted.batchId);
    expect(answer).toMatchObject({ ok: true, batch: { id: accepted.batchId } });
    await waitFor('the end', () => seen.at(-1)?.state === 'done');
    expect(seen.at(-1)?.counts).toMatchObject({ total: 2, imported: 1, duplicate: 1 });
    const ended = seen.map(({ counts }) => counts.imported + counts.duplicate + counts.failed);
    expect(ended).toEqual(ended.toSorted((a, b) => a - b));
  });

  it('refuses nonsense, too many messages and too many watches, and goes on', async () => {
    const client = await connected(other);
    expect(await watch(client, 'no id')).toEqual({ ok: false, code: 'invalid_request' });
    const many = await Promise.all(Array.from({ length: 20 }, () => watch(client, randomUUID())));
    expect(many.filter((one) => !one.ok && one.code === 'rate_limited').length).toBeGreaterThan(5);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(await watch(client, randomUUID())).toEqual({ ok: false, code: 'not_found' });
  });

  it('is cut within seconds when the session ends', async () => {
    const leaving = await ingest.person();
    const client = await connected(leaving);
    await ingest.sql(
      `INSERT INTO "Session" (id, "athleteId", device, "expiresAt", "revokedAt")
       VALUES ($1, $2, 'test', now() + interval '1 day', now())`,
      [leaving.sessionId, leaving.athleteId],
    );
    await waitFor('the cut', () => !client.connected, 5000);
    const { status } = await leaving.get('/v1/ingest/uploads');
    expect(status).toBe(401);
  });
});
