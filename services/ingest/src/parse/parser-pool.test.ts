import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { plainRun } from './fit/fit-test-file.ts';
import { createParserPool, type ParserPool, type ParserPoolOptions } from './parser-pool.ts';
import type { WorkerLoss } from './parser-worker.ts';
import { bytesOf, gpx, northward, trk } from './xml/xml-test-files.ts';

/** Processes start slowly on a busy machine. */
jest.setTimeout(90_000);

let rawFolder: string;
let run: string;
let large: string;
const pools: ParserPool[] = [];
const losses: WorkerLoss[] = [];

beforeAll(async () => {
  rawFolder = await mkdtemp(join(tmpdir(), 'evensplit-parse-'));
  run = join(rawFolder, 'run');
  large = join(rawFolder, 'large');
  await writeFile(run, plainRun(600).close());
  await writeFile(large, bytesOf(gpx(trk([northward(200_000)]))));
});

afterAll(() => rm(rawFolder, { recursive: true }));

afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
  losses.length = 0;
});

function aPool(options: Partial<ParserPoolOptions> = {}): ParserPool {
  const pool = createParserPool({ rawFolder, onLoss: (loss) => losses.push(loss), ...options });
  pools.push(pool);
  return pool;
}

/** The parser children of this process, as Linux lists them. */
async function childPids(): Promise<number[]> {
  const list = await readFile(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8');
  const pids = list.trim().split(' ').filter(Boolean);
  const commands = await Promise.all(
    pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')),
  );
  return pids.filter((_, i) => commands[i]!.includes('parser-child.ts')).map(Number);
}

async function killChildren(): Promise<void> {
  for (const pid of await childPids()) process.kill(pid, 'SIGKILL');
}

describe('the parser pool', () => {
  it('answers from a child, with typed columns', async () => {
    const result = await aPool().parse(run);
    if (result.outcome === 'refused') throw new Error(result.message);
    const { samples, distanceM } = result.activities[0]!;
    expect(ArrayBuffer.isView(samples.hr)).toBe(true);
    expect(Object.prototype.toString.call(samples.hr)).toBe('[object Float32Array]');
    expect([distanceM, samples.t.length]).toEqual([1800, 601]);
  });

  it('answers many callers in any order, whatever their number', async () => {
    const pool = aPool({ size: 2 });
    const results = await Promise.all(Array.from({ length: 12 }, () => pool.parse(run)));
    expect(results.map((result) => result.outcome)).toEqual(Array(12).fill('parsed'));
  });

  it('reads 200,000 points within the limits', async () => {
    const began = performance.now();
    const result = await aPool().parse(large);
    if (result.outcome === 'refused') throw new Error(result.message);
    expect(result.activities[0]!.recordCount).toBe(200_000);
    expect(performance.now() - began).toBeLessThan(20_000);
    expect(losses).toEqual([]);
  });

  it('denies the child every folder but the raw files', async () => {
    const pool = aPool();
    expect(await pool.parse(join(process.cwd(), 'package-lock.json'))).toMatchObject({
      code: 'file_unreadable',
    });
    expect(await pool.parse(join(rawFolder, 'absent'))).toMatchObject({ code: 'file_unreadable' });
  });

  it('says at once when there is no folder to read', () => {
    expect(() => createParserPool({ rawFolder: join(rawFolder, 'nowhere') })).toThrow('ENOENT');
  });

  it('passes the name on for what only a name can tell', async () => {
    const path = join(rawFolder, 'junk');
    await writeFile(path, 'junk');
    const result = await aPool().parse({ path, nameHint: '__MACOSX/._run.fit' });
    expect(result).toMatchObject({ code: 'format_apple_double' });
  });

  it('refuses what takes too long and goes on with a new child', async () => {
    const pool = aPool({ timeLimitMs: 700 });
    const huge = join(rawFolder, 'huge');
    const point = '<trkpt lat="50" lon="14"><time>2024-05-01T06:00:00Z</time></trkpt>';
    await writeFile(huge, `<gpx><trk><trkseg>${point.repeat(700_000)}`);
    expect(await pool.parse(huge)).toMatchObject({ outcome: 'refused', code: 'parse_timeout' });
    expect(losses).toMatchObject([{ code: 'parse_timeout', signal: 'SIGKILL' }]);
    expect((await pool.parse(run)).outcome).toBe('parsed');
  });

  it('tells a full heap from a crash', async () => {
    const pool = aPool({ heapMb: 8 });
    const path = join(rawFolder, 'many-messages');
    await writeFile(path, plainRun(30_000).close());
    expect(await pool.parse(path)).toMatchObject({ outcome: 'refused', code: 'parse_memory' });
  });

  it('stops on request, waiting or working', async () => {
    const pool = aPool();
    const stop = new AbortController();
    const working = pool.parse(large, stop.signal);
    const waiting = pool.parse(run, stop.signal);
    const other = pool.parse(run);
    setTimeout(() => stop.abort(new Error('not needed any more')), 30);
    await expect(working).rejects.toThrow('not needed any more');
    await expect(waiting).rejects.toThrow('not needed any more');
    expect((await other).outcome).toBe('parsed');
    await expect(pool.parse(run, stop.signal)).rejects.toThrow('not needed any more');
    expect(losses).toEqual([]);
  });
});

/** These look at other processes through /proc. */
const onLinux = process.platform === 'linux' ? describe : describe.skip;

onLinux('children of the parser pool', () => {
  it('refuses what takes too much resident memory and goes on', async () => {
    const pool = aPool({ rssLimitBytes: 1024, watchEveryMs: 5 });
    expect(await pool.parse(large)).toMatchObject({ outcome: 'refused', code: 'parse_memory' });
    expect(losses).toMatchObject([{ code: 'parse_memory', signal: 'SIGKILL' }]);
    expect(await pool.parse(large)).toMatchObject({ code: 'parse_memory' });
  });

  it('tries once more after a crash', async () => {
    const pool = aPool();
    await pool.parse(run);
    const parsing = pool.parse(large);
    setTimeout(() => void killChildren(), 20);
    expect((await parsing).outcome).toBe('parsed');
    expect(losses).toMatchObject([{ code: 'parser_crashed', signal: 'SIGKILL' }]);
  });

  it('answers a file that crashes every child with a refusal, and goes on', async () => {
    const pool = aPool();
    const killing = setInterval(() => void killChildren(), 150);
    const result = await pool.parse(large);
    clearInterval(killing);
    expect(result).toMatchObject({ outcome: 'refused', code: 'parser_crashed' });
    expect(losses).toHaveLength(2);
    expect((await pool.parse(run)).outcome).toBe('parsed');
  });

  it('survives the death of an idle child', async () => {
    const pool = aPool();
    await pool.parse(run);
    await killChildren();
    while ((await childPids()).length > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    // Out of the list before its parent has been told.
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await pool.parse(run)).outcome).toBe('parsed');
    expect(losses).toEqual([]);
  });

  it('replaces a child after its share of files', async () => {
    const pool = aPool({ filesPerChild: 2 });
    const seen = new Set<number>();
    for (let i = 0; i < 5; i++) {
      expect((await pool.parse(run)).outcome).toBe('parsed');
      for (const pid of await childPids()) seen.add(pid);
    }
    expect(seen.size).toBeGreaterThanOrEqual(2);
  });

  it('leaves no child behind when closed, and takes no more work', async () => {
    const pool = aPool({ size: 2 });
    const working = pool.parse(large);
    await pool.parse(run);
    await pool.close();
    await expect(working).rejects.toThrow('closed');
    await expect(pool.parse(run)).rejects.toThrow('closed');
    expect(await childPids()).toEqual([]);
  });
});
