import {
  factQueryArgs,
  renderFact,
  renderRange,
  type ConversationChanges,
  type DistanceUnits,
  type Fact,
  type FactQueryArgs,
  type FactQueryName,
} from '@evensplit/contracts';
import { withAthlete, type CoachDb } from '@evensplit/db';
import { openFacts } from '@evensplit/evidence';
import { AppError } from '@evensplit/platform/app-error';
import { readTurnsOf, type TurnRow } from '../turns/read-turn.ts';

type Deps = { db: CoachDb };
type Ask = Awaited<ReturnType<typeof openFacts>>;

/** A long conversation is read from its end; what lies further back is looked at by asking again. */
const TURNS = 20;

/**
 * Values in earlier answers that would be told differently today. Every lookup is made again as of the moment of the
 * question, so that time alone changes nothing; runs that came, went or were derived anew do.
 */
export async function findChanges(
  deps: Deps,
  athleteId: string,
  conversationId: string,
): Promise<ConversationChanges> {
  const { db } = deps;
  const owned = await withAthlete(db, athleteId, (tx) =>
    tx.conversation.count({ where: { id: conversationId, athleteId } }),
  );
  if (owned === 0) throw new AppError('not_found', 'There is no such conversation.');
  const answered = (await readTurnsOf(deps, athleteId, conversationId)).filter(
    ({ status, facts }) => status !== 'running' && facts.length > 0,
  );
  const old = await keepOlderThanData(deps, athleteId, answered.slice(-TURNS));
  if (old.length === 0) return { turns: [] };
  const { units } = await db.athlete.findUniqueOrThrow({
    where: { id: athleteId },
    select: { units: true },
  });
  const turns = [];
  // One after the other: the connections of the pool belong to the answers.
  for (const turn of old) {
    const ask = await openFacts(db, athleteId, turn.createdAt);
    const factIds = changedFacts(turn.facts, await lookAgain(ask, turn), units);
    if (factIds.length > 0) turns.push({ turnId: turn.id, factIds });
  }
  return { turns };
}

/** Whatever changes an athlete's runs touches their model, unless it took the runs themselves away. */
async function keepOlderThanData(
  { db }: Deps,
  athleteId: string,
  turns: TurnRow[],
): Promise<TurnRow[]> {
  const named = [...new Set(turns.flatMap(({ facts }) => facts.flatMap(runsOf)))];
  const model = await db.athleteModel.findUnique({
    where: { athleteId },
    select: { updatedAt: true },
  });
  const there = await db.activity.findMany({
    where: { athleteId, id: { in: named } },
    select: { id: true },
  });
  const ids = new Set(there.map(({ id }) => id));
  return turns.filter(
    ({ createdAt, facts }) =>
      (model !== null && model.updatedAt > createdAt) ||
      facts.flatMap(runsOf).some((id) => !ids.has(id)),
  );
}

function runsOf({ from }: Fact): string[] {
  return from.map(({ activityId }) => activityId);
}

/** What is said of one run is looked up by that run: "my last run" may be another one by now. */
async function lookAgain(ask: Ask, turn: TurnRow): Promise<{ facts: Fact[]; complete: boolean }> {
  const facts: Fact[] = [];
  const runs = new Set(turn.facts.flatMap(({ subject }) => runOfSubject(subject) ?? []));
  for (const activityId of runs) facts.push(...(await ask('activity', { activityId })).facts);
  for (const { query, args } of turn.lookedAt) {
    const parsed = factQueryArgs[query].safeParse(args);
    if (!parsed.success) return { facts, complete: false };
    const sheet = await ask(query, parsed.data as FactQueryArgs[FactQueryName]);
    facts.push(...sheet.facts);
  }
  return { facts, complete: turn.lookedAt.length > 0 };
}

/**
 * A value that is shown as it was has not changed, however it is worked out by now. Of a turn whose lookups are not
 * known (its replica was lost) only what was found again can be judged.
 */
function changedFacts(
  told: readonly Fact[],
  { facts, complete }: { facts: readonly Fact[]; complete: boolean },
  units: DistanceUnits,
): string[] {
  const spokenOf = new Set(facts.map(aboutOf));
  const shown = new Set(facts.map((fact) => shownAs(fact, units)));
  return told
    .filter((fact) => complete || spokenOf.has(aboutOf(fact)))
    .filter((fact) => !shown.has(shownAs(fact, units)))
    .map(({ id }) => id);
}

function aboutOf({ metric, subject }: Fact): string {
  return JSON.stringify([metric, subject]);
}

function shownAs(fact: Fact, units: DistanceUnits): string {
  return JSON.stringify([aboutOf(fact), renderFact(fact, units), renderRange(fact, units)]);
}

function runOfSubject(subject: string): string | undefined {
  return /^activity:([0-9a-f-]{36})(?: distance:[\d.]+)?$/.exec(subject)?.[1];
}
