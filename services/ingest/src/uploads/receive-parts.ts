import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { uploadLimits } from '@evensplit/contracts';
import { AppError } from '@evensplit/platform/app-error';
import busboy from 'busboy';
import { cleanText } from '../parse/clean-text.ts';
import { judgeFile, overDailyLimit, tooLarge } from './judge-file.ts';
import type { IncomingFile, RawStore } from './raw-store.ts';

/** A file of the request: either whole on disk, or refused at the door with what the athlete will read. */
export type ReceivedPart = { name: string; bytes: number } & (
  | { file: IncomingFile; format: string }
  | { code: string; reason: string }
);

const FIELD = 'files';
const MOST_PARTS = 200;

/**
 * Streams a multipart request to disk. Resolves when every byte of it is there; when the client leaves or the disk
 * is full, nothing of it stays. `left` is what the athlete may still bring today.
 */
export async function receiveParts(
  store: RawStore,
  request: IncomingMessage,
  left: { files: number; bytes: number },
): Promise<ReceivedPart[]> {
  const form = openForm(request);
  const parts: Promise<ReceivedPart>[] = [];
  let keptBytes = 0;
  let keptFiles = 0;
  let before: Promise<unknown> = Promise.resolve();

  async function receive(
    stream: Readable & { truncated?: boolean },
    name: string,
    turn: Promise<unknown>,
  ) {
    const file = await store.receive(stream);
    // A small file is on disk before the large one that came first, and must not take the last place from it: the rows
    // are counted in the order of the request, and neither would be kept.
    await turn;
    const { bytes, head } = file;
    const verdict = stream.truncated
      ? tooLarge
      : keptFiles >= left.files || keptBytes + bytes > left.bytes
        ? overDailyLimit
        : judgeFile(head, name);
    if ('format' in verdict) {
      keptBytes += bytes;
      keptFiles += 1;
      return { name, bytes, file, format: verdict.format };
    }
    await store.drop(file);
    return { name, bytes, ...verdict };
  }

  try {
    await new Promise<void>((resolve, reject) => {
      form.on('file', (field, stream, info) => {
        if (field !== FIELD) return void stream.resume();
        const part = receive(stream, nameOf(info.filename), before);
        before = part.catch(reject);
        parts.push(part);
      });
      form.on('filesLimit', () => reject(tooMany()));
      form.on('partsLimit', () => reject(tooMany()));
      form.on('error', (cause) => reject(cutOff(cause)));
      form.on('close', resolve);
      request.on('error', (cause) => reject(cutOff(cause)));
      request.on('close', () => {
        if (!request.complete) reject(cutOff());
      });
      request.pipe(form);
    });
    return await Promise.all(parts);
  } catch (error) {
    request.unpipe(form);
    form.destroy();
    for (const one of await Promise.allSettled(parts)) {
      if (one.status === 'fulfilled') await dropPart(store, one.value);
    }
    throw error;
  }
}

export async function dropPart(store: RawStore, part: ReceivedPart): Promise<void> {
  if ('file' in part) await store.drop(part.file);
}

function openForm(request: IncomingMessage): busboy.Busboy {
  try {
    return busboy({
      headers: request.headers,
      defParamCharset: 'utf8',
      limits: {
        fileSize: uploadLimits.fileBytes,
        files: uploadLimits.filesPerRequest,
        parts: MOST_PARTS,
        fieldSize: 1000,
      },
    });
  } catch (cause) {
    throw new AppError(
      'unsupported_media',
      `Send the files as multipart/form-data in the field "${FIELD}".`,
      { cause },
    );
  }
}

function nameOf(given: string | undefined): string {
  return cleanText(given?.replaceAll('\n', ' '), 200) ?? 'unnamed';
}

function tooMany(): AppError {
  return new AppError(
    'too_large',
    `A request may bring at most ${uploadLimits.filesPerRequest} files: send the others to the same batch.`,
  );
}

function cutOff(cause?: unknown): AppError {
  return new AppError('malformed_body', 'The upload broke off: nothing of it was kept.', { cause });
}
