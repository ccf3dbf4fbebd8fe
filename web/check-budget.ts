/** Fails when the JavaScript of the first load, charts excluded, is more than the budget allows. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const BUDGET_KB = 180;
const dist = join(import.meta.dirname, 'dist');

type Chunk = { file: string; isEntry?: boolean; imports?: string[]; css?: string[] };

const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Record<
  string,
  Chunk
>;

/** A chunk with everything it needs before it can run. */
function withImports(key: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[key];
  if (!chunk || seen.has(key)) return seen;
  seen.add(key);
  for (const needed of chunk.imports ?? []) withImports(needed, seen);
  return seen;
}

function gzipKb(files: Iterable<string>): number {
  let bytes = 0;
  for (const file of new Set(files)) bytes += gzipSync(readFileSync(join(dist, file))).length;
  return bytes / 1024;
}

const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry);
if (!entry) throw new Error('the manifest names no entry');
const first = withImports(entry);
const filesOf = (keys: Iterable<string>) => [...keys].map((key) => manifest[key]?.file ?? '');
const firstKb = gzipKb(filesOf(first));
process.stdout.write(
  `first load  ${firstKb.toFixed(1)} KB of JavaScript (gzip), budget ${BUDGET_KB}\n`,
);

let worst = firstKb;
for (const [key, chunk] of Object.entries(manifest)) {
  if (!/-(page|section|charts)\.tsx$/.test(key) || first.has(key)) continue;
  const own = [...withImports(key)].filter((each) => !first.has(each));
  const kb = gzipKb(filesOf(own));
  const charts = key.endsWith('-charts.tsx');
  if (!charts) worst = Math.max(worst, firstKb + kb);
  process.stdout.write(`${charts ? 'charts' : '  screen'}  +${kb.toFixed(1)} KB  ${key}\n`);
  for (const css of chunk.css ?? [])
    process.stdout.write(`          +${gzipKb([css]).toFixed(1)} KB  ${css}\n`);
}
process.stdout.write(`worst screen opened first  ${worst.toFixed(1)} KB\n`);
if (worst > BUDGET_KB) {
  process.stderr.write(`over budget by ${(worst - BUDGET_KB).toFixed(1)} KB\n`);
  process.exitCode = 1;
}
