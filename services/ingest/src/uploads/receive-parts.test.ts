import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import request from 'supertest';
import { createRawStore, type RawStore } from './raw-store.ts';
import { receiveParts } from './receive-parts.ts';

let folder: string;
let store: RawStore;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evensplit-parts-'));
  store = createRawStore(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The first file is on disk only when the second is. */
function slowAtFirst(): RawStore {
  const second = Promise.withResolvers<void>();
  let calls = 0;
  return {
    ...store,
    async receive(stream) {
      calls += 1;
      const isFirst = calls === 1;
      const file = await store.receive(stream);
      if (isFirst) await second.promise;
      else second.resolve();
      return file;
    },
  };
}

it('gives the last place of the day to the file that came first, however long it takes', async () => {
  const server = createServer(async (req, res) => {
    const parts = await receiveParts(slowAtFirst(), req, { files: 1, bytes: 1_000_000 });
    res.end(JSON.stringify(parts.map((part) => ('code' in part ? part.code : part.name))));
  });
  const gpx = Buffer.from('<?xml version="1.0"?><gpx version="1.1"></gpx>');
  const answer = await request(server)
    .post('/')
    .attach('files', gpx, 'first.gpx')
    .attach('files', gpx, 'second.gpx');
  expect(JSON.parse(answer.text)).toEqual(['first.gpx', 'daily_upload_limit']);
});
