import { Fact } from '@evensplit/contracts';
import type { CoachDb } from '@evensplit/db';
import { z } from 'zod';
import type { PastExchange } from './compact-history.ts';
import { mayReachModel, type ClosedRuns } from './open-lanes.ts';

/** Older than that, even what was asked about is no help. */
const MOST = 60;
const Facts = z.array(Fact.pick({ metric: true, subject: true, lanes: true, from: true }));

/** What was said in a conversation, oldest first. An answer that rests on something closed to models is left out, and what it looked at. */
export async function readHistory(
  db: Pick<CoachDb, 'turn'>,
  about: { athleteId: string; conversationId?: string | undefined; turnId?: string | undefined },
  closed: ClosedRuns,
): Promise<PastExchange[]> {
  const { athleteId, conversationId, turnId } = about;
  if (conversationId === undefined) return [];
  const rows = await db.turn.findMany({
    where: {
      athleteId,
      conversationId,
      status: { not: 'running' },
      ...(turnId === undefined ? {} : { id: { not: turnId } }),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MOST,
    select: { question: true, answer: true, facts: true },
  });
  return rows.toReversed().map(({ question, answer, facts }) => {
    const read = Facts.safeParse(facts);
    return read.success && restsOnOpen(read.data, closed)
      ? { question, answer: answer ?? '', facts: read.data }
      : { question, answer: '', facts: [] };
  });
}

function restsOnOpen(facts: z.infer<typeof Facts>, closed: ClosedRuns): boolean {
  // An answer without facts may still have spoken of a run.
  if (facts.length === 0) return closed.size === 0;
  return facts.every((fact) => mayReachModel(fact, closed));
}
