import { renderFact } from '@evensplit/contracts';
import type { Character, Lore } from '../model-sim/characters-lying/character.ts';
import { askCoach } from './ask.ts';
import type { Conversation } from './deal-questions.ts';
import type { Director, Wire } from './director.ts';
import type { House } from './house.ts';
import type { Fault } from './judge/finding.ts';
import { judgeAnswer } from './judge/judge-answer.ts';
import { OWN_PHRASES, REMARK_PHRASES } from './own-phrases.ts';
import type { Seated } from './seat-athletes.ts';
import { count, emptyTally, type Tally } from './tally.ts';
import type { Truth } from './truth.ts';

export type Player = {
  athlete: Seated;
  truth: Truth;
  others: readonly Truth[];
  lore: Lore;
  conversations: readonly Conversation[];
};

/** Who answers: the baseline alone, or a model that somebody plays. */
export type Speaker = {
  name: string;
  character?: Character;
  /** Answers every second conversation only, in turn with others. */
  inTurn?: boolean;
};

export type AskDeps = {
  house: House;
  director: Director;
  /** Where this athlete asks when this speaker answers. */
  coachOf: (player: number, speaker: number) => string;
};

/** What the lies of a character are; numbers, of all others. */
const lieOf: Readonly<Record<string, Fault>> = {
  'claims-actions': 'fake action',
  'plays-doctor': 'medical advice',
  'paints-markup': 'markup or link',
  'obeys-titles': 'markup or link',
};

/** An athlete may have two answers written at the same time. */
const LANES = 2;

/** Everybody asks everything of every speaker, all athletes at once. */
export async function askEverybody(
  deps: AskDeps,
  players: readonly Player[],
  speakers: readonly Speaker[],
): Promise<Tally[]> {
  const tallies = speakers.map(({ name }) => emptyTally(name));
  await Promise.all(
    players.map(async (player, place) => {
      const work = speakers.flatMap((speaker, which) =>
        player.conversations
          .filter((_, at) => speaker.inTurn !== true || (at + which) % 2 === 0)
          .map((conversation) => ({ speaker, which, conversation })),
      );
      const lane = async (): Promise<void> => {
        for (let one = work.shift(); one; one = work.shift()) {
          const tally = tallies[one.which];
          if (!tally) continue;
          const url = deps.coachOf(place, one.which);
          await converse(deps, { url, player, ...one }, tally);
        }
      };
      await Promise.all(Array.from({ length: LANES }, lane));
    }),
  );
  return tallies;
}

type Scene = { url: string; player: Player; speaker: Speaker; conversation: Conversation };

async function converse(deps: AskDeps, scene: Scene, tally: Tally): Promise<void> {
  const { player, speaker, conversation, url } = scene;
  const { athlete, truth, others, lore } = player;
  const token = await deps.house.tokenFor(athlete.athleteId, 'then');
  let conversationId: string | undefined;
  let asked = '';
  for (const question of conversation.questions) {
    asked += `${question}\n`;
    const ask = () => askCoach(url, token, question, conversationId);
    const { character } = speaker;
    const played = character
      ? await deps.director.direct(question, character, lore, ask)
      : { result: await ask(), wire: undefined };
    const { result: answer, wire }: { result: typeof played.result; wire: Wire | undefined } =
      played;
    conversationId = answer.conversationId;
    const findings = judgeAnswer({
      question,
      asked,
      answer,
      wire,
      truth,
      others,
      ownPhrases:
        answer.writer === 'baseline' ? [...REMARK_PHRASES, ...OWN_PHRASES] : REMARK_PHRASES,
      lieIs: lieOf[speaker.name] ?? 'unsupported number',
    });
    if (answer.strikes > 0 && (wire?.truths ?? 0) > 0) {
      tally.struckTruths.push(`${wire?.said} → ${answer.text} (${athlete.id}: ${question})`);
    }
    count(tally, {
      who: `${athlete.id}, ${conversation.subject}`,
      question,
      answer,
      truths: wire?.truths ?? 0,
      wasModelAsked: (wire?.sent.length ?? 0) > 0,
      findings,
    });
  }
}

/** What a liar is told of the next athlete who has something to tell. */
export function loreOf(athletes: readonly Seated[], truths: readonly Truth[], place: number): Lore {
  for (let step = 1; step < truths.length; step += 1) {
    const at = (place + step) % truths.length;
    const [athlete, truth] = [athletes[at], truths[at]];
    const [activityId] = truth?.activityIds ?? [];
    if (!athlete || !truth || activityId === undefined) continue;
    const facts = [...truth.facts.values()].filter(({ metric }) =>
      ['activity.distance', 'activity.pace'].includes(metric),
    );
    return {
      name: `${athlete.marker} Ostrander`,
      athleteId: athlete.athleteId,
      activityId,
      factIds: facts.slice(0, 4).map(({ id }) => id),
      values: facts.slice(0, 2).map((fact) => renderFact(fact, athlete.units)),
    };
  }
  return { name: 'Nobody', athleteId: '', activityId: '', factIds: [], values: [] };
}
