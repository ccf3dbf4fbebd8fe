import { z } from 'zod';
import {
  coachSocket,
  turnEventData,
  type CoachClientEvents,
  type CoachServerEvents,
} from '../coach.ts';
import { Id } from '../primitives.ts';
import {
  ImportBatchView,
  importSocket,
  type ImportClientEvents,
  type ImportServerEvents,
} from '../uploads.ts';
import { batch, ids } from './examples.ts';

export type SocketEvent = {
  from: 'client' | 'server';
  what: string;
  payload: z.ZodType;
  example: unknown;
  /** What a client's message is acknowledged with when it was taken; else `{ ok: false, code }`. */
  acknowledged?: z.ZodType;
};

const Taken = z.object({ ok: z.literal(true) });

/** Which events there are is decided by the types that both ends are compiled with: one more or less does not build. */
const coachEvents = {
  'turn:watch': {
    from: 'client',
    what: 'follow a turn from a cursor on',
    payload: coachSocket.watch,
    example: { turnId: ids.turn, cursor: '1-2' },
    acknowledged: Taken,
  },
  'turn:unwatch': {
    from: 'client',
    what: 'no longer follow it',
    payload: coachSocket.turnOnly,
    example: { turnId: ids.turn },
    acknowledged: Taken,
  },
  'turn:stop': {
    from: 'client',
    what: 'stop the answer',
    payload: coachSocket.turnOnly,
    example: { turnId: ids.turn },
    acknowledged: Taken,
  },
  'turn:event': {
    from: 'server',
    what: 'what the event stream would say: `type` and `data` are the same, `id` is the cursor',
    payload: z.object({
      turnId: Id,
      id: z.string(),
      type: z.enum(Object.keys(turnEventData) as (keyof typeof turnEventData)[]),
      data: z.unknown(),
    }),
    example: { turnId: ids.turn, id: '1-2', type: 'delta', data: { d: 'You ran' } },
  },
  'server:retry': {
    from: 'server',
    what: 'this replica is going away: connect again after so many milliseconds, with the last cursor',
    payload: z.object({ afterMs: z.number() }),
    example: { afterMs: 1000 },
  },
} satisfies Record<keyof (CoachClientEvents & CoachServerEvents), SocketEvent>;

const importEvents = {
  'import:watch': {
    from: 'client',
    what: 'be told the counts of a batch whenever they change',
    payload: importSocket.watch,
    example: { batchId: ids.batch },
    acknowledged: z.object({ ok: z.literal(true), batch: ImportBatchView }),
  },
  'import:unwatch': {
    from: 'client',
    what: 'no longer be told; not acknowledged',
    payload: importSocket.watch,
    example: { batchId: ids.batch },
  },
  'import:progress': {
    from: 'server',
    what: 'the batch as it stands now',
    payload: ImportBatchView,
    example: batch,
  },
} satisfies Record<keyof (ImportClientEvents & ImportServerEvents), SocketEvent>;

export const socketApis: readonly {
  service: 'coach' | 'ingest';
  path: string;
  events: Readonly<Record<string, SocketEvent>>;
}[] = [
  { service: 'coach', path: coachSocket.path, events: coachEvents },
  { service: 'ingest', path: importSocket.path, events: importEvents },
];
