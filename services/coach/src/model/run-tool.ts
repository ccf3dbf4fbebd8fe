import type { FactSheet } from '@evensplit/contracts';
import type { CoachDb } from '@evensplit/db';
import { readFacts } from '@evensplit/evidence';
import type { Clock } from '@evensplit/platform/clock';
import { withinMs } from '@evensplit/platform/time-limit';
import { lookupName } from '../turns/looked-at.ts';
import type { TurnQuestion } from '../turns/responder.ts';
import type { ModelContext } from './build-context.ts';
import { openSheet } from './open-lanes.ts';
import { showSheet } from './show-sheet.ts';
import type { ToolRequest } from './tools.ts';

export type ToolDeps = { db: CoachDb; clock: Clock };

const TOOL_MS = 10_000;

/** Answers one tool call about the athlete who asked. What was looked up in this turn before is not read again. */
export async function runTool(
  deps: ToolDeps,
  context: Pick<ModelContext, 'closedRuns' | 'units'>,
  question: Pick<TurnQuestion, 'athleteId' | 'lookups'>,
  { query, args }: ToolRequest,
): Promise<Record<string, unknown>> {
  const name = lookupName(query, args);
  const sheet = question.lookups.get(name) ?? (await read());
  question.lookups.set(name, sheet);
  return showSheet(sheet, context.units);

  async function read(): Promise<FactSheet> {
    const found = readFacts(deps.db, question.athleteId, query, args, deps.clock());
    return openSheet(await withinMs(TOOL_MS, `tool ${query}`, found), context.closedRuns);
  }
}
