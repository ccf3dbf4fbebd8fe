import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import FitParser from 'fit-file-parser';
import { planHistory } from './athlete-history.ts';
import { renderDemoFiles } from './render-demo-files.ts';
import { demoToday, writeDemoFiles } from './write-demo-files.ts';

const REQUEST = { seed: 9, today: '2026-11-20', months: 1 };
const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const digests = (seed: number) =>
  [...renderDemoFiles({ ...REQUEST, seed })].map(({ name, bytes }) => [name, digest(bytes)]);

let dir = '';
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'evensplit-demo-'));
});
afterAll(() => rm(dir, { recursive: true }));

describe('renderDemoFiles', () => {
  it('gives the same bytes for the same seed, and others for another', () => {
    const first = digests(9);
    expect(digests(9)).toEqual(first);
    const other = new Set(digests(10).map(([, sum]) => sum));
    expect(first.filter(([, sum]) => other.has(sum))).toEqual([]);
  });

  it('exports one run twice more: a copy to the byte and the same run as TCX', () => {
    const files = [...renderDemoFiles(REQUEST)];
    const copies = files.filter((file) => file.duplicateOf !== null);
    const original = files.find((file) => file.name === copies[0]?.duplicateOf);
    expect(copies.map(({ name }) => name.slice(-8))).toEqual([' (1).fit', 'easy.tcx']);
    expect(copies[0]?.bytes).toEqual(original?.bytes);
    expect(copies[1]?.startedAt).toEqual(original?.startedAt);
    expect(new Set(files.map(({ bytes }) => digest(bytes))).size).toBe(files.length - 1);
  });
});

describe('writeDemoFiles', () => {
  it('writes one file per run and export, and says what it wrote', async () => {
    const files = await writeDemoFiles({ dir: join(dir, 'plain'), ...REQUEST });
    const plans = planHistory(REQUEST);
    expect(files).toHaveLength(plans.length + 2);
    expect((await readdir(join(dir, 'plain'))).toSorted()).toEqual(
      files.map(({ name }) => name).toSorted(),
    );
    for (const [index, file] of files.filter(({ duplicateOf }) => duplicateOf === null).entries()) {
      expect(file).toMatchObject({
        kind: plans[index]?.kind,
        title: plans[index]?.title,
        startedAt: plans[index]?.startedAt,
        path: join(dir, 'plain', file.name),
      });
    }
  });

  it('writes files that all parse, with their checksums', async () => {
    const files = await writeDemoFiles({ dir: join(dir, 'parsed'), ...REQUEST });
    const fits = files.filter(({ name }) => name.endsWith('.fit'));
    expect(fits.length).toBeGreaterThan(15);
    for (const { path, startedAt } of fits) {
      const bytes = await readFile(path);
      const parsed = await new FitParser({ force: false }).parseAsync(bytes);
      expect(parsed.sessions?.[0]?.start_time).toEqual(startedAt);
      expect(parsed.records?.at(-1)?.distance).toBe(parsed.sessions?.[0]?.total_distance);
    }
  });

  it('compresses on request: the same files, smaller', async () => {
    const plain = [...renderDemoFiles(REQUEST)];
    const packed = await writeDemoFiles({ dir: join(dir, 'packed'), ...REQUEST, gzip: true });
    expect(packed.map(({ name }) => name)).toEqual(plain.map(({ name }) => `${name}.gz`));
    for (const [index, { path, sizeBytes }] of packed.entries()) {
      const original = plain[index]?.bytes ?? new Uint8Array();
      expect(digest(gunzipSync(await readFile(path)))).toBe(digest(original));
      expect(sizeBytes).toBeLessThan(0.75 * original.length);
    }
  });
});

describe('demoToday', () => {
  it('is the date on the athlete’s calendar, not the one in UTC', () => {
    expect(demoToday(new Date('2026-07-01T22:30:00Z'))).toBe('2026-07-02');
    expect(demoToday(new Date('2026-12-01T22:30:00Z'))).toBe('2026-12-01');
  });
});
