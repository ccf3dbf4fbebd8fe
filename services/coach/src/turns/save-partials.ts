import type { CoachDb } from '@evensplit/db';
import type { Timings } from '../timings.ts';
import { inSlices } from './in-slices.ts';
import { inOneOrder } from './in-one-order.ts';
import type { RunningTurn, RunningTurns } from './running-turns.ts';

export type PartialsDeps = {
  db: Pick<CoachDb, '$executeRaw'>;
  timings: Pick<Timings, 'partial'>;
  running: RunningTurns;
};

/**
 * Saves the text so far of all turns that moved: what survives the owner, and what subscribers live from while Redis is
 * away. The facts go along, or a saved sentence could name a receipt that nobody has; so does what was looked at,
 * which nobody else knows once the owner is gone.
 */
export function createPartialSaver({ db, timings, running }: PartialsDeps): () => Promise<void> {
  const saved = new WeakMap<RunningTurn, number>();
  const hasMoved = (turn: RunningTurn) => turn.progress().seq > (saved.get(turn) ?? 0);

  async function save(turns: RunningTurn[]): Promise<void> {
    // As far as they have come by now; what has ended meanwhile has all of its text in its row.
    const moved = turns
      .filter((turn) => running.get(turn.id) === turn)
      .map((turn) => ({ turn, ...turn.progress() }));
    if (moved.length === 0) return;
    await db.$executeRaw`
      UPDATE "Turn" t SET partial = v.text, "partialSeq" = v.seq, writer = v.writer, facts = v.facts::jsonb,
        "lookedAt" = v."lookedAt"::jsonb,
        "factIds" = ARRAY(SELECT f ->> 'id' FROM jsonb_array_elements(v.facts::jsonb) f)
      FROM unnest(${moved.map(({ turn }) => turn.id)}::uuid[], ${moved.map(({ turn }) => turn.epoch)}::int[],
        ${moved.map(({ text }) => text)}::text[], ${moved.map(({ seq }) => seq)}::int[],
        ${moved.map(({ writer }) => writer)}::text[],
        ${moved.map(({ facts }) => JSON.stringify(facts))}::text[],
        ${moved.map(({ turn }) => JSON.stringify(turn.lookedAt()))}::text[])
        AS v(id, epoch, text, seq, writer, facts, "lookedAt")
      WHERE t.id = v.id AND t.epoch = v.epoch AND t.status = 'running'
        AND t.id IN (${inOneOrder(moved.map(({ turn }) => turn.id))})`;
    for (const { turn, seq } of moved) saved.set(turn, seq);
  }

  return () => inSlices(running.list().filter(hasMoved), timings.partial, save);
}
