import { GUARDRAIL_POLICIES, screenText, type GuardrailTrigger } from '@evensplit/training';
import type { Exchange } from '../turns/responder.ts';
import { asksForPlan } from './asks-for-plan.ts';
import { isComplaint } from './complaint.ts';
import { guessLanguage, type Language } from './guess-language.ts';
import { wordsIn } from './words.ts';
import type { Concern, Soft } from './words/guardrail-words.ts';

export type Ruling =
  | { verdict: 'answer' }
  /** The text comes before the answer. */
  | { verdict: 'remark'; concerns: Concern[]; text: string }
  /** The text is the answer, and nothing else follows. */
  | { verdict: 'refuse'; concerns: Concern[]; text: string };

type Grave = Exclude<Concern, Soft>;

/** These may be said together: each asks for something that cannot wait. */
const urgent: ReadonlySet<Concern> = new Set(['emergency', 'self_harm', 'heat_illness']);

/**
 * What may be answered at all, decided before any responder sees the question and in its language. What stops all
 * training keeps doing so for the rest of the conversation, because a second question must not bring what the first
 * one did not; the rest is remembered as a remark.
 */
export function screenQuestion(question: {
  text: string;
  earlier: readonly Exchange[];
  isMinor: boolean;
}): Ruling {
  const { grave, soft } = concernsIn(question.text);
  const language = guessLanguage(question.text);
  if (grave.length > 0) return refuse(grave, language);
  const standing = stillStanding(question.earlier);
  const stopping = standing.filter(stops);
  if (stopping.length > 0) return refuse(stopping, language, wordsIn[language].stands);
  if (question.isMinor && asksForPlan(question.text)) return refuse(['minor'], language);
  const young: Concern[] = question.isMinor && !wasToldYoung(question.earlier) ? ['minor'] : [];
  const concerns = [...new Set([...soft, ...standing, ...young])];
  if (concerns.length === 0) return { verdict: 'answer' };
  const text = concerns.map((concern) => wordsIn[language].remark[concern]).join(' ');
  return { verdict: 'remark', concerns, text };
}

/** About the athlete now, and everything that is only worth a remark; the gravest first, each once. */
function concernsIn(text: string): { grave: Grave[]; soft: Concern[] } {
  const findings = screenText(text);
  const acting = findings.flatMap(({ trigger, strength }) =>
    strength === 'act' && isGrave(trigger) ? [trigger] : [],
  );
  const grave = new Set<Grave>(acting);
  if (grave.size === 0 && isComplaint(text)) grave.add('complaint');
  return { grave: [...grave], soft: [...new Set(findings.map(({ trigger }) => trigger))] };
}

function refuse(grave: Grave[], language: Language, before?: string): Ruling {
  const [first, ...others] = grave;
  if (first === undefined) return { verdict: 'answer' };
  const said = [first, ...others.filter((one) => urgent.has(one))];
  const paragraphs = said.flatMap((concern) => wordsIn[language].answer[concern]);
  const text = [...(before === undefined ? [] : [before]), ...paragraphs].join('\n\n');
  return { verdict: 'refuse', concerns: grave, text };
}

function stillStanding(earlier: readonly Exchange[]): Grave[] {
  const standing = new Set<Grave>();
  for (const { question, answer } of earlier) {
    for (const concern of concernsIn(question).grave) standing.add(concern);
    // Only the last questions are known here; an answer that repeated the text carries it further.
    const repeated = spokenIn(answer);
    if (repeated) standing.add(repeated);
  }
  return [...standing];
}

/** Once in a conversation is enough for what has not changed since the last question. */
function wasToldYoung(earlier: readonly Exchange[]): boolean {
  const told = Object.values(wordsIn).map(({ remark }) => remark.minor);
  return earlier.some(({ answer }) => told.some((line) => answer.includes(line)));
}

function stops(concern: Grave): boolean {
  return concern !== 'complaint' && GUARDRAIL_POLICIES[concern].stopsTraining;
}

/** The opening line of every fixed answer, to know it again. */
const openings = new Map<string, Grave>(
  Object.values(wordsIn).flatMap(({ answer }) =>
    Object.entries(answer).flatMap(([concern, [opening]]) =>
      opening !== undefined && isGraveName(concern) ? [[opening, concern] as const] : [],
    ),
  ),
);

function spokenIn(answer: string): Grave | undefined {
  const paragraphs = answer.split('\n\n');
  return paragraphs.map((line) => openings.get(line)).find((concern) => concern !== undefined);
}

function isGrave(trigger: GuardrailTrigger): trigger is Exclude<GuardrailTrigger, Soft> {
  return trigger !== 'overreaching';
}

function isGraveName(name: string): name is Grave {
  return Object.hasOwn(wordsIn.en.answer, name);
}
