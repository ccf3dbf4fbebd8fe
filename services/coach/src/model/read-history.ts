import { Fact } from '@evensplit/contracts';
import type { CoachDb } from '@evensplit/db';
import { z } from 'zod';
import type { Exchange } from '../turns/responder.ts';
import { mayReachModel, type ClosedRuns } from './open-lanes.ts';

const MOST = 20;
const Facts = z.array(Fact.pick({ lanes: true, from: true }));

/** What was said in a conversation, oldest first. An answer that rests on something closed to models is left out. */
export async function readHistory(
  db: Pick<CoachDb, 'turn'>,
  about: { athleteId: string; conversationId?: string | undefined; turnId?: string | undefined },
  closed: ClosedRuns,
): Promise<Exchange[]> {
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
  return rows.toReversed().map(({ question, answer, facts }) => ({
    question,
    answer: restsOnOpen(facts, closed) ? (answer ?? '') : '',
  }));
}

function restsOnOpen(facts: unknown, closed: ClosedRuns): boolean {
  const read = Facts.safeParse(facts);
  if (!read.success) return false;
  // An answer without facts may still have spoken of a run.
  if (read.data.length === 0) return closed.size === 0;
  return read.data.every((fact) => mayReachModel(fact, closed));
}
