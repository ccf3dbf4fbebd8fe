import { gzipSync } from 'node:zlib';
import { type HistoryRequest, planHistory } from './athlete-history.ts';
import { writeFit } from './fit-writer.ts';
import type { PlannedRun, RunKind } from './planned-run.ts';
import { simulateRun } from './simulate-run.ts';
import { writeTcx } from './tcx-writer.ts';

export type DemoFileRequest = HistoryRequest & { gzip?: boolean };

export type RenderedFile = {
  /** File name, without a folder. */
  name: string;
  title: string;
  kind: RunKind;
  startedAt: Date;
  /** The announced distance of a race, for whoever marks it as one. */
  raceDistanceM: number | null;
  /** The file of the same run that came first, when this is a further export of it. */
  duplicateOf: string | null;
  bytes: Uint8Array;
};

/** One file after the other, oldest run first, so that nobody needs to hold eighteen months in memory. */
export function* renderDemoFiles(request: DemoFileRequest): Generator<RenderedFile> {
  for (const plan of planHistory(request)) {
    const run = simulateRun(plan);
    const fit = writeFit(run);
    const original = render(plan, `${plan.id}.fit`, fit, request.gzip, null);
    yield original;
    for (const also of plan.alsoExportedAs) {
      const isCopy = also === 'copy';
      const name = isCopy ? `${plan.id} (1).fit` : `${plan.id}.tcx`;
      const bytes = isCopy ? fit : writeTcx(run);
      yield render(plan, name, bytes, request.gzip, original.name);
    }
  }
}

function render(
  plan: PlannedRun,
  name: string,
  bytes: Uint8Array,
  gzip: boolean | undefined,
  duplicateOf: string | null,
): RenderedFile {
  const { title, kind, startedAt, raceDistanceM } = plan;
  return {
    name: gzip ? `${name}.gz` : name,
    title,
    kind,
    startedAt,
    raceDistanceM,
    duplicateOf,
    bytes: gzip ? gzipSync(bytes, { level: 3 }) : bytes,
  };
}
