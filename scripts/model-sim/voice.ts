import type { EndReason } from './scenario.ts';

export type Usage = { prompt: number; completion: number };

/** How a protocol spells what a model does; every string is whole server-sent frames. */
export type Voice = {
  opening(): string;
  text(piece: string): string;
  thought(piece: string): string;
  /** Frames of one tool call. `args` is JSON, or something that only looks like it. */
  call(index: number, name: string, args: string): string[];
  /** Finish reason, usage and whatever ends a stream. */
  finish(reason: EndReason | 'calls' | 'garbled', usage: Usage): string[];
  errorFrame(): string;
  errorBody(status: number, retryAfter: number | undefined): unknown;
};
