import type { ParseResult } from './parse-result.ts';

/** What parent and child say to each other over the IPC channel; serialised by structured clone. */
export type ParseJob = { id: number; path: string; nameHint: string };
export type ChildMessage = { kind: 'ready' } | { kind: 'done'; id: number; result: ParseResult };
