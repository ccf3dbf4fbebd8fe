import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { uploadLimits } from '@evensplit/contracts';
import request from 'supertest';
import { createRawStore } from '../src/uploads/raw-store.ts';
import { oneRun } from './support/one-run.ts';
import { startIngest, type Ingest, type Person } from './support/start-ingest.ts';
import { waitFor } from '@evensplit/testkit/wait-for';

let ingest: Ingest;
let runner: Person;
beforeAll(async () => {
  ingest = await startIngest();
});
afterAll(async () => {
  await ingest[Symbol.asyncDispose]();
});

describe('files that cannot be imported', () => {
  it('end with a reason each, and the good one beside them is imported', async () => {
    runner = await ingest.person();
    const { fit } = await oneRun({ startedAt: '2026-09-01T05:00:00Z' });
    const { batchId, files: atTheDoor } = await runner.accepted([
      { name: 'empty.fit', bytes: '' },
      { name: 'photo.fit', bytes: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4]) },
      { name: 'login.gpx', bytes: '<!DOCTYPE html><html><body>Sign in</body></html>' },
      { name: 'huge.fit', bytes: Buffer.alloc(uploadLimits.fileBytes + 1) },
      { name: 'cut.gpx', bytes: '<?xml version="1.0"?><gpx><trk><trkseg><trkpt lat="1"' },
      fit,
    ]);
    expect(atTheDoor.map((file) => [file.name, file.state, file.code])).toEqual([
      ['empty.fit', 'failed', 'file_empty'],
      ['photo.fit', 'failed', 'format_unknown'],
      ['login.gpx', 'failed', 'format_html'],
      ['huge.fit', 'failed', 'file_too_large'],
      ['cut.gpx', 'queued', null],
      [fit.name, 'queued', null],
    ]);
    const { batch, files } = await runner.done(batchId);
    expect(batch.counts).toMatchObject({ total: 6, failed: 5, imported: 1 });
    for (const file of files.filter((one) => one.state === 'failed')) {
      expect(file.reason?.length).toBeGreaterThan(20);
    }
    const page = await runner.get(`/v1/ingest/uploads/${batchId}?state=failed&limit=2`).expect(200);
    expect(page.body.files).toHaveLength(2);
    const next = await runner
      .get(`/v1/ingest/uploads/${batchId}?state=failed&limit=10&cursor=${page.body.nextCursor}`)
      .expect(200);
    expect(next.body.files).toHaveLength(3);
    expect(next.body.nextCursor).toBeNull();
  });

  it('leaves nothing on disk of what was refused', async () => {
    const [kept] = await ingest.db.rawFile.findMany({
      where: { athleteId: runner.athleteId, format: 'fit' },
    });
    const path = ingest.deps.store.pathOf(runner.athleteId, kept?.sha256 ?? new Uint8Array());
    const digest = createHash('sha256')
      .update(await readFile(path))
      .digest();
    expect(Buffer.compare(digest, kept?.sha256 ?? new Uint8Array())).toBe(0);
    expect(await readdir(join(ingest.deps.store.folder, '.incoming'))).toEqual([]);
    const names = await readdir(join(ingest.deps.store.folder, runner.athleteId), {
      recursive: true,
    });
    // The good file and the cut one, which had to be read to know.
    expect(names.filter((name) => name.length > 60)).toHaveLength(2);
  });

  it('refuses an activity of the future', async () => {
    const { gpx } = await oneRun({ startedAt: '2099-01-01T05:00:00Z' });
    const { batchId } = await runner.accepted([gpx]);
    const { files } = await runner.done(batchId);
    expect(files[0]).toMatchObject({ state: 'failed', code: 'date_in_future' });
  });
});

describe('requests that cannot be accepted', () => {
  it('answers 401, 415, 400, 404, 413 and 409 as the contract says', async () => {
    const { fit } = await oneRun({ startedAt: '2026-09-02T05:00:00Z' });
    await request(ingest.url)
      .post('/v1/ingest/uploads')
      .attach('files', Buffer.from('x'), 'x')
      .expect(401);
    const json = request(ingest.url).post('/v1/ingest/uploads').send({ files: [] });
    await json.set('Authorization', `Bearer ${runner.token}`).expect(415);
    const none = await runner.upload([]).field('note', 'no file').expect(400);
    expect(none.body.error.code).toBe('invalid_request');
    await runner.upload([fit], '019aa000-0000-7000-8000-000000000000').expect(404);
    const many = Array.from({ length: 101 }, (_, i) => ({ name: `${i}.fit`, bytes: 'x' }));
    const tooMany = await runner.upload(many).expect(413);
    expect(tooMany.body.error.code).toBe('too_large');
    const { batchId } = await runner.accepted([{ name: 'old.fit', bytes: 'old' }]);
    await ingest.sql(
      `UPDATE "ImportBatch" SET "createdAt" = now() - interval '25 hours' WHERE id = $1`,
      [batchId],
    );
    const closed = await runner.upload([fit], batchId).expect(409);
    expect(closed.body.error.code).toBe('batch_closed');
    expect(await ingest.db.importFile.count({ where: { batchId } })).toBe(1);
  });

  it('takes no more than the daily limit, and says which files were over it', async () => {
    const keen = await ingest.person();
    const { batchId } = await keen.accepted([{ name: '1.fit', bytes: 'x' }]);
    await ingest.sql(
      `INSERT INTO "ImportFile" (id, "batchId", "athleteId", name, bytes, state)
       SELECT gen_random_uuid(), $1, $2, 'x', 10, 'failed' FROM generate_series(1, $3)`,
      [batchId, keen.athleteId, uploadLimits.filesPerDay - 2],
    );
    const { fit, gpx } = await oneRun({ startedAt: '2026-09-03T05:00:00Z' });
    const { files } = await keen.accepted([fit, gpx]);
    expect(files.map((file) => file.code)).toEqual([null, 'daily_upload_limit']);
    const refused = await keen.upload([gpx]).expect(429);
    expect(refused.body.error.code).toBe('daily_upload_limit');
  });

  it('keeps nothing of an upload whose sender left half-way', async () => {
    const gone = await ingest.person();
    const socket = connect(ingest.service.port, '127.0.0.1');
    socket.write(
      [
        'POST /v1/ingest/uploads HTTP/1.1',
        'Host: localhost',
        `Authorization: Bearer ${gone.token}`,
        'Content-Type: multipart/form-data; boundary=b',
        'Content-Length: 1000000',
        '',
        '--b',
        'Content-Disposition: form-data; name="files"; filename="a.fit"',
        '',
        'half of a file',
      ].join('\r\n'),
    );
    const incoming = () =>
      readdir(join(ingest.deps.store.folder, '.incoming')).catch((): string[] => []);
    await waitFor('the first bytes on disk', async () => (await incoming()).length > 0);
    socket.destroy();
    await waitFor('the rest to be removed', async () => (await incoming()).length === 0);
    expect(await ingest.db.importBatch.count({ where: { athleteId: gone.athleteId } })).toBe(0);
    expect(await ingest.db.importFile.count({ where: { athleteId: gone.athleteId } })).toBe(0);
  });

  it('refuses writes while the installation is read-only, and still shows what there is', async () => {
    const { fit } = await oneRun({ startedAt: '2026-09-04T05:00:00Z' });
    await ingest.setting('system.readonly', true);
    await waitFor('the switch', () => ingest.deps.control.setting('system.readonly') === true);
    const refused = await runner.upload([fit]).expect(503);
    expect(refused.body.error.code).toBe('read_only');
    await runner.get('/v1/ingest/uploads').expect(200);
    await ingest.setting('system.readonly', false);
    await waitFor('the switch', () => ingest.deps.control.setting('system.readonly') === false);
  });
});

describe('a full disk', () => {
  it('answers 507 and leaves neither rows nor half files', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'evensplit-full-'));
    const full = createRawStore(
      folder,
      () =>
        new Writable({
          write(_chunk, _encoding, done) {
            done(Object.assign(new Error('no space left on device'), { code: 'ENOSPC' }));
          },
        }),
    );
    await using cramped = await startIngest({ overrides: { store: full } });
    const person = await cramped.person();
    const { fit, gpx } = await oneRun({ startedAt: '2026-09-05T05:00:00Z' });
    const { body } = await person.upload([fit, gpx]).expect(507);
    expect(body.error.code).toBe('storage_full');
    expect(await cramped.db.importBatch.count()).toBe(0);
    expect(await cramped.db.rawFile.count()).toBe(0);
    const left = await readdir(folder, { recursive: true });
    expect(left.filter((name) => name !== '.incoming')).toEqual([]);
    await rm(folder, { recursive: true, force: true });
  });
});
