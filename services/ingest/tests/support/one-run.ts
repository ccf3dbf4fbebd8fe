import { join } from 'node:path';
import type { Given } from './start-ingest.ts';

type Step = { effort: 'active'; until: { distanceM: number }; speedMps: number };
type Plan = {
  startedAt?: Date;
  steps?: Step[];
  heartRate?: 'recorded' | 'none';
  seed?: number;
};

type Simulate = { simulateRun: (plan: unknown) => unknown };
type Fixture = { aPlannedRun: (over: Plan) => unknown };
type Writers = Record<string, (run: unknown) => Uint8Array>;

const demo = join(import.meta.dirname, '..', '..', '..', '..', 'scripts', 'demo');

export type RunGiven = {
  /** In UTC. */
  startedAt: string;
  distanceM?: number;
  speedMps?: number;
  seed?: number;
};

/** One simulated run as a watch and two exporters would write it. */
export async function oneRun(given: RunGiven): Promise<Record<'fit' | 'gpx' | 'tcx', Given>> {
  const fixture: Fixture = await import(join(demo, 'planned-run-fixture.ts'));
  const simulator: Simulate = await import(join(demo, 'simulate-run.ts'));
  const { distanceM = 3050, speedMps = 2.9, seed = 42 } = given;
  const run = simulator.simulateRun(
    fixture.aPlannedRun({
      startedAt: new Date(given.startedAt),
      steps: [{ effort: 'active', until: { distanceM }, speedMps }],
      seed,
    }),
  );
  async function written(format: string, writer: string): Promise<Given> {
    const writers: Writers = await import(join(demo, `${format}-writer.ts`));
    const write = writers[writer];
    if (!write) throw new Error(`no ${writer}`);
    return { name: `${given.startedAt.slice(0, 10)}.${format}`, bytes: write(run) };
  }
  const [fit, gpx, tcx] = await Promise.all([
    written('fit', 'writeFit'),
    written('gpx', 'writeGpx'),
    written('tcx', 'writeTcx'),
  ]);
  return { fit, gpx, tcx };
}
