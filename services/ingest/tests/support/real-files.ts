import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Given } from './start-ingest.ts';

const beside = join(import.meta.dirname, '..', '..', '..', '..', '..', 'shared', 'data');

/** Real recordings, which are never part of the project; undefined on machines that do not have them. */
export function realFilesFolder(): string | undefined {
  const folder = join(process.env['EVENSPLIT_TEST_DATA'] || beside, 'activities');
  return existsSync(folder) ? folder : undefined;
}

/** Files of the three formats by folder, in a fixed order. */
export async function realFiles(
  folder: string,
  wanted: (name: string) => boolean,
): Promise<Given[]> {
  const files: Given[] = [];
  for (const format of ['gpx', 'tcx', 'fit']) {
    for (const name of (await readdir(join(folder, format))).toSorted()) {
      if (!wanted(name)) continue;
      files.push({ name, bytes: await readFile(join(folder, format, name)) });
    }
  }
  return files;
}
