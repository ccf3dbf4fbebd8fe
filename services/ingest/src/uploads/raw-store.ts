import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '@evensplit/platform/app-error';

/** A whole file on disk under a name of ours, not yet where it will stay. */
export type IncomingFile = { tempPath: string; bytes: number; sha256: Buffer; head: Buffer };

export type RawStore = {
  readonly folder: string;
  pathOf(athleteId: string, sha256: Uint8Array): string;
  receive(content: Readable): Promise<IncomingFile>;
  /** Renames: the file is either there whole or not at all. */
  keep(athleteId: string, file: IncomingFile): Promise<void>;
  drop(file: IncomingFile): Promise<void>;
  /** Removes what a killed process left behind. */
  sweep(olderThanMs: number): Promise<void>;
};

/** Enough of a file to tell its format by content. */
const HEAD_BYTES = 16_384;

/**
 * Files by content: `<athlete>/<first two digits>/<SHA-256>`. Incoming ones lie on the same volume, because only
 * there a rename is atomic, and are flushed first, because after the answer "accepted" nobody uploads again.
 */
export function createRawStore(
  folder: string,
  open: (path: string) => Writable = (path) =>
    createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }),
): RawStore {
  const incoming = join(folder, '.incoming');

  function pathOf(athleteId: string, sha256: Uint8Array): string {
    const name = Buffer.from(sha256).toString('hex');
    return join(folder, athleteId, name.slice(0, 2), name);
  }

  return {
    folder,
    pathOf,
    async receive(content) {
      await mkdir(incoming, { recursive: true });
      const tempPath = join(incoming, randomUUID());
      const hash = createHash('sha256');
      const head: Buffer[] = [];
      let bytes = 0;
      const tally = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          hash.update(chunk);
          if (bytes < HEAD_BYTES) head.push(chunk.subarray(0, HEAD_BYTES - bytes));
          bytes += chunk.length;
          done(null, chunk);
        },
      });
      try {
        await pipeline(content, tally, open(tempPath));
      } catch (error) {
        await rm(tempPath, { force: true });
        throw asStorageFull(error);
      }
      return { tempPath, bytes, sha256: hash.digest(), head: Buffer.concat(head) };
    },
    async keep(athleteId, file) {
      const path = pathOf(athleteId, file.sha256);
      try {
        await mkdir(join(path, '..'), { recursive: true });
        await rename(file.tempPath, path);
      } catch (error) {
        throw asStorageFull(error);
      }
    },
    drop: (file) => rm(file.tempPath, { force: true }),
    async sweep(olderThanMs) {
      const names = await readdir(incoming).catch(() => []);
      for (const name of names) {
        const path = join(incoming, name);
        const age = await stat(path).then(
          ({ mtimeMs }) => Date.now() - mtimeMs,
          () => 0,
        );
        if (age > olderThanMs) await rm(path, { force: true });
      }
    },
  };
}

function asStorageFull(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code !== 'ENOSPC' && code !== 'EDQUOT') return error;
  return new AppError('storage_full', 'The server has no space left for files: try again later.', {
    cause: error,
  });
}
