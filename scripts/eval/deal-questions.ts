import { createRandom, deriveSeed, type Random } from '../demo/random.ts';
import { subjects } from './questions.ts';

export type Conversation = { subject: string; questions: readonly string[] };

/**
 * At least so many questions: a conversation of every subject first, then more of any. Everybody is asked in words and
 * in an order of their own, so that one wording is not tried on all at once.
 */
export function dealQuestions(seed: number, player: number, atLeast: number): Conversation[] {
  const random = createRandom(deriveSeed(seed, 1000 + player));
  const decks = Object.entries(subjects).map(([subject, conversations]) =>
    shuffled(
      conversations.map((questions) => ({ subject, questions })),
      random,
    ),
  );
  const dealt: Conversation[] = [];
  const count = () => dealt.reduce((sum, { questions }) => sum + questions.length, 0);
  for (let round = 0; count() < atLeast; round += 1) {
    const cards = shuffled(
      decks.flatMap((deck) => deck[round] ?? []),
      random,
    );
    if (cards.length === 0) break;
    for (const card of cards) if (count() < atLeast) dealt.push(card);
  }
  return dealt;
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  const keys = items.map((item) => ({ item, key: random.next() }));
  return keys.toSorted((a, b) => a.key - b.key).map(({ item }) => item);
}
