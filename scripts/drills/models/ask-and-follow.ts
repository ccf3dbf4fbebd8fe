import type { Person } from '../../bench/people.ts';
import { startTurn } from '../../bench/start-turn.ts';
import { follow, type Follower } from '../follow.ts';
import { wires } from '../listen.ts';
import type { Stage } from '../stage.ts';

export type Followed = {
  person: Person;
  question: string;
  turnId: string;
  followers: Follower[];
};

/** Asks at `url`; two follow, one over either wire, each at another of these addresses and at the next when cut off. */
export async function askAndFollow(
  stage: Stage,
  { url, person, watchAt }: { url: string; person: Person; watchAt: readonly string[] },
  question: string,
): Promise<Followed> {
  const turnId = await startTurn(url, person, question);
  const followers = wires.map((wire, place) =>
    follow({
      origin: stage.stack.url,
      person,
      turnId,
      next: (connection) => ({
        url: watchAt[(place + connection) % watchAt.length] ?? url,
        wire,
      }),
    }),
  );
  return { person, question, turnId, followers };
}
