import { NewMemory, type ChangeMemory, type MemoryView } from '@evensplit/contracts';
import { withAthlete, type CoachDb } from '@evensplit/db';
import { AppError } from '@evensplit/platform/app-error';
import type { Clock } from '@evensplit/platform/clock';
import { parse } from '@evensplit/platform/http/parse';
import { todayOf } from './today-of.ts';
import { civil, stored, viewMemory, withTurn } from './view-memory.ts';

export type ChangeDeps = { db: Pick<CoachDb, '$transaction'>; clock: Clock };

/** Changes a memory as its athlete read it; what another tab changed in between is not overwritten. */
export async function changeMemory(
  { db, clock }: ChangeDeps,
  athleteId: string,
  id: string,
  { revision, ...change }: ChangeMemory,
): Promise<MemoryView> {
  return withAthlete(db, athleteId, async (tx) => {
    const before = await tx.memory.findFirst({ where: { id, athleteId } });
    if (!before) throw new AppError('not_found', 'There is no such memory.');
    const { kind, text, topic, status } = before;
    const whole = {
      kind,
      text,
      topic,
      status,
      since: civil(before.since),
      until: civil(before.until),
    };
    const { since, until, ...said } = parse(NewMemory, { ...whole, ...given(change) });
    const { count } = await tx.memory.updateMany({
      where: { id, athleteId, revision },
      data: {
        text: said.text,
        topic: said.topic,
        status: said.status,
        since: stored(since),
        until: stored(until),
        revision: revision + 1,
        updatedAt: clock(),
      },
    });
    if (count === 0) {
      throw new AppError('memory_changed', 'This was changed in between: look at it again.');
    }
    const row = await tx.memory.findUniqueOrThrow({ where: { id }, include: withTurn });
    return viewMemory(row, await todayOf(tx, athleteId, clock()));
  });
}

/** Without the fields that were left out, which would hide what is stored. */
function given(change: Omit<ChangeMemory, 'revision'>): object {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}
