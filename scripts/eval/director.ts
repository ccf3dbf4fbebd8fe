import type { Fact } from '@evensplit/contracts';
import { isRecord, listOf } from '../model-sim/loose-json.ts';
import type { Reply, Scenario, SimRequest } from '../model-sim/start-model-sim.ts';
import type { Character, Lie, Lore } from '../model-sim/characters-lying/character.ts';

/** What went over the wire to a model for one question, and what the model said that is not so. */
export type Wire = {
  /** Whole requests, as JSON. */
  sent: string[];
  /** The same without what the model itself had said before, and what it called. */
  told: unknown[];
  /** What the tools answered, over all rounds. */
  shown: ShownFact[];
  /** What it said as its answer, word for word. */
  said: string;
  lies: Lie[];
  truths: number;
};

type Play = { character: Character; lore: Lore; wire: Wire };

/** A fact as a model is shown it. */
export type ShownFact = Pick<Fact, 'id' | 'metric' | 'label'> & {
  value: string;
  about?: string;
  range?: string;
};

/**
 * Tells the simulated model whom to play. A request does not say whose it is, so no two questions of the same words are
 * asked at the same time, and the words tell.
 */
export function createDirector() {
  const playing = new Map<string, Play>();
  const waiting = new Map<string, Promise<void>>();

  const scenario: Scenario = (request, body) => {
    const play = playing.get(request.question.trim());
    if (!play) return [{ say: 'Nobody asked me this.' }];
    return perform(play, request, body);
  };

  function perform({ character, lore, wire }: Play, request: SimRequest, body: unknown): Reply {
    wire.sent.push(JSON.stringify(body));
    wire.told.push(withoutOwn(body));
    wire.shown.push(...request.results.flatMap(factsOf));
    const line = character(request, lore);
    wire.lies.push(...(line.lies ?? []));
    wire.truths += line.truths ?? 0;
    for (const step of line.reply) if ('say' in step) wire.said += step.say;
    return line.reply;
  }

  /** Runs `ask` while questions of these words are played by this character. */
  async function direct<T>(
    question: string,
    character: Character,
    lore: Lore,
    ask: () => Promise<T>,
  ): Promise<{ result: T; wire: Wire }> {
    const key = question.trim();
    while (waiting.has(key)) await waiting.get(key);
    const wire: Wire = { sent: [], told: [], shown: [], said: '', lies: [], truths: 0 };
    const done = Promise.withResolvers<void>();
    waiting.set(key, done.promise);
    playing.set(key, { character, lore, wire });
    try {
      return { result: await ask(), wire };
    } finally {
      playing.delete(key);
      waiting.delete(key);
      done.resolve();
    }
  }

  return { scenario, direct };
}

export type Director = ReturnType<typeof createDirector>;

function factsOf(result: unknown): ShownFact[] {
  return isRecord(result) ? (listOf(result['facts']) as ShownFact[]) : [];
}

/** Messages of the model carry its own words and calls in both protocols. */
function withoutOwn(body: unknown): unknown {
  if (!isRecord(body)) return body;
  const own = (message: unknown) =>
    isRecord(message) && (message['role'] === 'assistant' || message['role'] === 'model');
  const { messages, contents, ...rest } = body;
  return [rest, ...[messages, contents].flatMap(listOf).filter((message) => !own(message))];
}
