import { writeFit } from '../demo/fit-writer.ts';
import { writeGpx } from '../demo/gpx-writer.ts';
import type { PlannedRun } from '../demo/planned-run.ts';
import { simulateRun } from '../demo/simulate-run.ts';
import { writeTcx } from '../demo/tcx-writer.ts';
import type { EvalAthlete, FileFormat } from './athletes.ts';

export type RunFile = { name: string; bytes: Uint8Array };

const writers = { fit: writeFit, gpx: writeGpx, tcx: writeTcx };

/** An athlete's runs as the files they would upload, oldest first. */
export function* renderRuns(athlete: EvalAthlete): Generator<RunFile> {
  for (const [index, plan] of athlete.runs.entries()) {
    const format = possible(athlete.formatOf(index), plan);
    const title = athlete.titleOf(index) ?? `${athlete.marker} ${plan.title}`;
    const bytes = writers[format](simulateRun({ ...plan, title }));
    yield { name: `${index}-${plan.id}.${format}`, bytes };
  }
}

/** GPX measures between positions, and a belt has none. */
function possible(format: FileFormat, { route }: PlannedRun): FileFormat {
  return format === 'gpx' && route.length === 0 ? 'tcx' : format;
}
