import type { Person } from '../bench/people.ts';
import type { DrillContext } from './drill.ts';
import type { Follower } from './follow.ts';
import type { Stage } from './stage.ts';
import { readTurn, within } from './turns.ts';

type Followed = { turnId: string; person: Person; followers: readonly Follower[] };

/** Waits until everybody has heard the end of their turn. When somebody never does, tells who, and what they had. */
export async function awaitEnds(
  context: DrillContext,
  stage: Stage,
  limitMs: number,
  turns: readonly Followed[],
  until: 'ended' | 'done' = 'done',
): Promise<void> {
  const all = turns.flatMap(({ followers }) => followers.map((follower) => follower[until]));
  try {
    await within(limitMs, 'end for everybody', Promise.all(all));
  } catch (error) {
    for (const turn of turns) await sayWhoWaits(context, stage, turn);
    throw error;
  }
}

async function sayWhoWaits(
  context: DrillContext,
  stage: Stage,
  { turnId, person, followers }: Followed,
): Promise<void> {
  const waiting = followers.filter(({ recording }) => recording.ends() === 0);
  if (waiting.length === 0) return;
  // Taken down before the row is read: some only come late.
  const lines = waiting.map(
    ({ recording, connections, state }) =>
      `  one with ${recording.events()} events up to ${recording.lastId()}, connection ` +
      `${connections()} ${state()}`,
  );
  const { status, errorCode } = await readTurn(stage.first.url, person, turnId);
  context.say(`${turnId} is ${status}${errorCode ? `/${errorCode}` : ''}, and nobody told it to`);
  for (const line of lines) context.say(line);
}
