import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DEMO_ATHLETE } from './body.ts';
import { civilDate, zoneOffsetS } from './civil-time.ts';
import { type DemoFileRequest, renderDemoFiles, type RenderedFile } from './render-demo-files.ts';

export type DemoFile = Omit<RenderedFile, 'bytes'> & { path: string; sizeBytes: number };

/** The demo athlete's history as activity files in a folder, oldest first; existing files are replaced. */
export async function writeDemoFiles({
  dir,
  ...request
}: DemoFileRequest & { dir: string }): Promise<DemoFile[]> {
  await mkdir(dir, { recursive: true });
  const written: DemoFile[] = [];
  for (const { bytes, ...file } of renderDemoFiles(request)) {
    const path = join(dir, file.name);
    await writeFile(path, bytes);
    written.push({ ...file, path, sizeBytes: bytes.length });
  }
  return written;
}

/** The date on the demo athlete's calendar at this instant. */
export function demoToday(now: Date): string {
  const localMs = now.getTime() + zoneOffsetS(DEMO_ATHLETE.timeZone, now) * 1000;
  return civilDate(Math.floor(localMs / 86_400_000));
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      dir: { type: 'string' },
      seed: { type: 'string', default: '1' },
      today: { type: 'string', default: demoToday(new Date()) },
      months: { type: 'string', default: '18' },
      gzip: { type: 'boolean', default: false },
    },
  });
  if (!values.dir) {
    throw new Error(
      'Say where: write-demo-files.ts --dir FOLDER [--seed N] [--today YYYY-MM-DD] [--months N] [--gzip]',
    );
  }
  const startedMs = performance.now();
  const files = await writeDemoFiles({
    dir: values.dir,
    seed: Number(values.seed),
    today: values.today,
    months: Number(values.months),
    gzip: values.gzip,
  });
  const megabytes = files.reduce((sum, file) => sum + file.sizeBytes, 0) / 1e6;
  const seconds = (performance.now() - startedMs) / 1000;
  console.log(`${files.length} files, ${megabytes.toFixed(1)} MB, ${seconds.toFixed(1)} s`);
}

if (import.meta.main) await main();
