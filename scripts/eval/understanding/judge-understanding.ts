import { understand } from '../../../services/coach/src/baseline/understand.ts';
import { phraseList } from '../../../packages/training/test/guardrail-phrases/phrase-list.ts';
import { EVAL_TODAY } from '../now.ts';
import { HELD_OUT_QUESTIONS } from './held-out-questions.ts';
import { nameUnderstood } from './name-understood.ts';
import { SEEN_QUESTIONS } from './seen-questions.ts';

/** How far a pack of questions was understood, and which were not. */
export type UnderstandingPack = {
  name: string;
  questions: number;
  /** Of them follow-ups, and such as no recording can answer. */
  followUps: number;
  beyond: number;
  /** Neither the topic nor anything else was made out, and that was said: what was asked, and what was meant. */
  notUnderstood: string[];
  /** Answered as if another question had been asked: the one fault that a reader cannot see. */
  misread: string[];
  /** Right topic, run and period, but another figure than the one that was asked for. */
  besides: string[];
};

export type UnderstandingResult = { seen: UnderstandingPack; heldOut: UnderstandingPack };

export function judgeUnderstanding(): UnderstandingResult {
  return {
    seen: judgePack('seen questions', SEEN_QUESTIONS),
    heldOut: judgePack('held-out questions', HELD_OUT_QUESTIONS),
  };
}

/** Topic, run, period and figure were all made out. */
export function understoodIn({
  questions,
  notUnderstood,
  misread,
  besides,
}: UnderstandingPack): number {
  return questions - notUnderstood.length - misread.length - besides.length;
}

/** Reads every question of a pack the way the baseline does, and holds it against what was meant. */
function judgePack(name: string, pack: string): UnderstandingPack {
  const cases = phraseList(pack).map(readCase);
  const judged: UnderstandingPack = {
    name,
    questions: cases.length,
    followUps: cases.filter(({ earlier }) => earlier.length > 0).length,
    beyond: cases.filter(({ meant }) => meant.every(isBeyond)).length,
    notUnderstood: [],
    misread: [],
    besides: [],
  };
  for (const { meant, earlier, question } of cases) {
    const read = nameUnderstood(understand(question, earlier, EVAL_TODAY));
    if (meant.includes(read)) continue;
    const asked = [...earlier, question].join(' >> ');
    const told = `${asked} → ${read}, meant ${meant.join(' or ')}`;
    if (meant.map(subjectOf).includes(subjectOf(read))) judged.besides.push(told);
    else if (read === 'unknown') judged.notUnderstood.push(told);
    else judged.misread.push(told);
  }
  return judged;
}

function readCase(line: string) {
  const [label = '', rest = ''] = line.split(' | ');
  const asked = rest.split(' >> ');
  return { meant: label.split('|'), earlier: asked.slice(0, -1), question: asked.at(-1) ?? '' };
}

/** What is left when the one figure or thing that was asked for is taken away. */
function subjectOf(label: string): string {
  return label.replace(/#.*$/, '').replace(/^elsewhere:.*$/, 'elsewhere');
}

function isBeyond(label: string): boolean {
  return label.startsWith('elsewhere') || label === 'unknown';
}
