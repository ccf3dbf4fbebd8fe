import { createHash } from 'node:crypto';
import type { FactQueryArgs, FactQueryName } from '@evensplit/contracts';
import type { CoachDb } from '@evensplit/db';
import { openFacts } from '@evensplit/evidence';
import { COMPOSER, type BriefingSheets } from './compose-briefing.ts';

/** One question after the other: a briefing has time, and the connections belong to the answers. */
export async function readSheets(
  db: CoachDb,
  athleteId: string,
  now: Date,
  signal?: AbortSignal,
): Promise<BriefingSheets> {
  const ask = await openFacts(db, athleteId, now);
  async function read<Q extends FactQueryName>(query: Q, args: FactQueryArgs[Q]) {
    signal?.throwIfAborted();
    return ask(query, args);
  }
  return {
    today: await read('today', {}),
    lastRun: await read('last-run', {}),
    week: await read('week', { weeksBack: 0 }),
    load: await read('load', { days: 7 }),
    missing: await read('missing', { days: 28 }),
  };
}

/** Everything the sentences could rest on: ids of facts stand for their values, methods and runs. */
export function hashInputs(sheets: BriefingSheets, day: string): string {
  const inputs = [sheets.today, sheets.lastRun, sheets.week, sheets.load, sheets.missing].map(
    ({ facts, decisions, gaps }) => [
      facts.map(({ id }) => id).toSorted(),
      decisions.map(({ choice, rule }) => [choice, rule]),
      gaps,
    ],
  );
  return createHash('sha256')
    .update(JSON.stringify([COMPOSER, day, inputs]))
    .digest('base64url');
}
