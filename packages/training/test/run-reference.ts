import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { differences, type ReferenceRow } from './compare-values.ts';
import { reference } from './reference.ts';

/** Runs every row of reference files through the project: `npm run -w packages/training reference -- FILE…`. */
function runFile(file: string): boolean {
  // npm changes into the workspace; a relative path means the folder the command was typed in.
  const path = resolve(process.env['INIT_CWD'] ?? '.', file);
  const topics = JSON.parse(readFileSync(path, 'utf8')) as Record<string, ReferenceRow[]>;
  let agreed = 0;
  let rows = 0;
  for (const [topic, list] of Object.entries(topics)) {
    const failures = list.flatMap((row) => check(topic, row));
    const passed = list.length - failures.length;
    console.log(`${topic}: ${passed} of ${list.length}`);
    for (const failure of failures) console.log(`  ${failure}`);
    agreed += passed;
    rows += list.length;
  }
  console.log(`all topics: ${agreed} of ${rows}`);
  return rows > 0 && agreed === rows;
}

/** At most one line per row. */
function check(topic: string, row: ReferenceRow): string[] {
  const adapter = reference[topic];
  if (!adapter) return ['no function is mapped to this topic'];
  const found = differences(row.expected, adapter(row.input as never), row.tolerance);
  return found.length === 0 ? [] : [`${JSON.stringify(row.input)} → ${found.join('; ')}`];
}

const files = process.argv.slice(2);
if (files.length === 0) console.error('usage: npm run -w packages/training reference -- FILE…');
process.exitCode = files.length > 0 && files.every(runFile) ? 0 : 1;
