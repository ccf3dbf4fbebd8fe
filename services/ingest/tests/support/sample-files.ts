import { join } from 'node:path';

/** One file of scripts/demo/sample-files.ts, with what a reader of it must find. */
export type SampleFile = {
  name: string;
  bytes: Uint8Array;
  format: 'fit' | 'gpx' | 'tcx';
  startedAt: Date;
  expected: { distanceM: number; timerS: number; elapsedS: number; avgHr: number; laps: number };
};

type DemoScripts = {
  makeSampleFiles: (given: { seed: number; startedAt: Date }) => SampleFile[];
};

const demo = join(import.meta.dirname, '..', '..', '..', '..', 'scripts', 'demo');

/** Services may not import scripts, tests may run them: hence the address, not a name. */
export async function sampleFiles(seed: number, startedAt: Date): Promise<SampleFile[]> {
  const scripts: DemoScripts = await import(join(demo, 'sample-files.ts'));
  return scripts.makeSampleFiles({ seed, startedAt });
}
