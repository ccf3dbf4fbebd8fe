import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Given } from './start-ingest.ts';

export type DemoFile = Given & {
  kind: string;
  startedAt: Date;
  raceDistanceM: number | null;
  duplicateOf: string | null;
};

type DemoScripts = {
  writeDemoFiles: (given: {
    dir: string;
    seed: number;
    today: string;
    months?: number;
    gzip: boolean;
  }) => Promise<(Omit<DemoFile, 'bytes'> & { path: string })[]>;
};

const demo = join(import.meta.dirname, '..', '..', '..', '..', 'scripts', 'demo');

/** The invented athlete's history, as the demo of a new installation uploads it. */
export async function demoFiles(given: {
  seed: number;
  today: string;
  months?: number;
}): Promise<DemoFile[]> {
  const scripts: DemoScripts = await import(join(demo, 'write-demo-files.ts'));
  const dir = await mkdtemp(join(tmpdir(), 'evensplit-demo-'));
  try {
    const written = await scripts.writeDemoFiles({ dir, gzip: true, ...given });
    return await Promise.all(
      written.map(async ({ path, ...file }) => ({ ...file, bytes: await readFile(path) })),
    );
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
