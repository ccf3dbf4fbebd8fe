import { readFile, stat } from 'node:fs/promises';
import { parseBytes } from './parse-bytes.ts';
import { refuse, type ParseResult } from './parse-result.ts';
import type { ChildMessage, ParseJob } from './parser-protocol.ts';
import { MOST_BYTES, refusedSize } from './unwrap-gzip.ts';

const unreadable = refuse(
  'file_unreadable',
  'The stored copy of this file cannot be read on the server. Upload the file again.',
);

/**
 * Entry point of the process that touches untrusted bytes: no environment, no writing, no spawning, and only the
 * raw-file folder to read. It answers one job at a time until its parent hangs up.
 */
process.on('message', (job: ParseJob) => {
  void answer(job);
});
process.on('disconnect', () => process.exit(0));
say({ kind: 'ready' });

async function answer(job: ParseJob): Promise<void> {
  say({ kind: 'done', id: job.id, result: await parseFile(job) });
}

async function parseFile(job: ParseJob): Promise<ParseResult> {
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    const found = await stat(job.path);
    if (!found.isFile()) return unreadable;
    if (found.size > MOST_BYTES) return refusedSize;
    bytes = await readFile(job.path);
  } catch {
    return unreadable;
  }
  return parseBytes(bytes, job.nameHint);
}

function say(message: ChildMessage): void {
  process.send?.(message);
}
