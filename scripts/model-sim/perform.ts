import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault, FaultName } from './faults.ts';
import type { Spoken } from './speak.ts';
import type { Voice } from './voice.ts';

export type Pace = {
  /** Between the frames of a healthy answer. */
  frameMs: number;
  dripMs: number;
  commentMs: number;
};

export const realPace: Pace = { frameMs: 5, dripMs: 1000, commentMs: 100 };

export type Stage = {
  response: ServerResponse;
  /** Fires when the connection is gone, whoever closed it. */
  gone: AbortSignal;
  pace: Pace;
  /** Bytes go through here so that they are counted. */
  write(bytes: string): void;
  /** The text that was sent is longer than the product takes. */
  tooLong(): void;
  /** What follows is our doing: a close is no longer the caller's. */
  closing(): void;
};

type Show = { stage: Stage; fault: Fault; voice: Voice; spoken: Spoken };
type Play = (show: Show) => Promise<void> | void;

const OVERSIZED_BYTES = 1_048_576;
const LONGEST_BYTES = 65_536;
/** A reset right behind some bytes would overtake them in the caller's socket. */
const SETTLE_MS = 20;
const OVERSIZED_PIECE = 'On and on it goes. '.repeat(200);

/** How each fault goes on after the headers, or instead of them. A play that returns without an end hangs. */
const plays: Readonly<Record<FaultName, Play>> = {
  ok: healthy,
  strict: healthy,
  'never-headers': () => undefined,
  status: ({ stage, voice, fault }) => refuse(stage, voice, fault.status ?? 500, fault.retryAfter),
  'reset-early': ({ stage }) => reset(stage),
  stall: (show) => begin(show, 1),
  eof: async (show) => {
    await begin(show, 2);
    finish(show.stage);
  },
  reset: async (show) => {
    await begin(show, 2);
    reset(show.stage);
  },
  'error-frame': async (show) => {
    await begin(show, 1);
    show.stage.write(show.voice.errorFrame());
    finish(show.stage);
  },
  'broken-frame': async (show) => {
    await begin(show, 1);
    show.stage.write('data: {"choices": [{"del\r\n\r\n');
    finish(show.stage);
  },
  comments: async (show) => {
    await begin(show, 0);
    for (;;) await every(show.stage, show.stage.pace.commentMs, ': keepalive\n\n');
  },
  thinking: async (show) => {
    await begin(show, 0);
    for (;;) await every(show.stage, show.stage.pace.commentMs, show.voice.thought('Hmm. '));
  },
  'endless-call': async (show) => {
    await begin(show, 0);
    const frames = show.voice.call(0, 'week', '{"n":1}');
    for (const frame of frames) show.stage.write(frame);
    const again = frames.at(-1) ?? '';
    for (;;) await every(show.stage, show.stage.pace.commentMs, again);
  },
  'drip-frames': async ({ stage, voice, spoken }) => {
    head(stage, spoken.opening);
    for (;;) for (const letter of 'slow and steady ') await drip(stage, voice.text(letter));
  },
  'drip-bytes': async ({ stage, spoken }) => {
    head(stage, '');
    for (const byte of `${spoken.opening}${contentOf(spoken, 1)}`) await drip(stage, byte);
  },
  'hang-after-finish': async ({ stage, spoken }) => {
    head(stage, spoken.opening);
    for (const { bytes } of spoken.frames) await every(stage, stage.pace.frameMs, bytes);
    stage.write(spoken.ending[0] ?? '');
  },
  oversized: async ({ stage, voice, spoken }) => {
    head(stage, spoken.opening);
    for (let sent = 0; sent < OVERSIZED_BYTES; sent += OVERSIZED_PIECE.length) {
      if (sent + OVERSIZED_PIECE.length > LONGEST_BYTES) stage.tooLong();
      await every(stage, 1, voice.text(OVERSIZED_PIECE));
      if (stage.response.writableNeedDrain) {
        await once(stage.response, 'drain', { signal: stage.gone });
      }
    }
    for (const bytes of spoken.ending) stage.write(bytes);
    finish(stage);
  },
};

/** Sends an answer the way the fault has it. Rejects when the caller goes away in the middle. */
export async function perform(show: Show): Promise<void> {
  await plays[show.fault.fault](show);
}

export function refuse(stage: Stage, voice: Voice, status: number, retryAfter?: number): void {
  stage.closing();
  stage.response.writeHead(status, {
    'content-type': 'application/json',
    ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
  });
  stage.write(JSON.stringify(voice.errorBody(status, retryAfter)));
  stage.response.end();
}

async function healthy({ stage, spoken }: Show): Promise<void> {
  head(stage, spoken.opening);
  for (const { bytes } of spoken.frames) await every(stage, stage.pace.frameMs, bytes);
  for (const bytes of spoken.ending) await every(stage, stage.pace.frameMs, bytes);
  finish(stage);
}

function head(stage: Stage, opening: string): void {
  stage.response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache',
  });
  stage.response.flushHeaders();
  if (opening !== '') stage.write(opening);
}

/** Headers and as much content as comes before the fault. */
async function begin({ stage, fault, spoken }: Show, usualChunks: number): Promise<void> {
  head(stage, spoken.opening);
  const bytes = contentOf(spoken, fault.afterChunks ?? usualChunks);
  if (bytes === '') return;
  await every(stage, SETTLE_MS, bytes);
}

/** The first `count` content frames and whatever stands between them. */
function contentOf(spoken: Spoken, count: number): string {
  let bytes = '';
  let left = count;
  for (const frame of spoken.frames) {
    if (left === 0) break;
    bytes += frame.bytes;
    if (frame.isContent) left -= 1;
  }
  return bytes;
}

async function drip(stage: Stage, bytes: string): Promise<void> {
  await every(stage, stage.pace.dripMs, bytes);
}

async function every(stage: Stage, ms: number, bytes: string): Promise<void> {
  stage.write(bytes);
  if (ms > 0) await sleep(ms, undefined, { signal: stage.gone });
}

function finish(stage: Stage): void {
  stage.closing();
  stage.response.end();
}

function reset(stage: Stage): void {
  stage.closing();
  stage.response.socket?.resetAndDestroy();
}
