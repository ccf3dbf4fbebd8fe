import type { Writer } from '@evensplit/contracts';
import type { Log } from '@evensplit/platform/log';
import { noteFirst } from '../model/careful-first.ts';
import { speakAsModel } from '../model/create-model-responder.ts';
import type { ModelDeps, ModelQuestion } from '../model/model-deps.ts';
import type { TokenAccount } from '../model/token-account.ts';
import { consult } from '../turns/consult.ts';
import type { BriefingTimings } from './briefing-timings.ts';
import { collectWords } from './collect-words.ts';
import type { DraftEnding } from './draft-row.ts';
import type { PreparedDraft } from './prepare-draft.ts';

/** The coach's models as its answers use them. */
export type BriefingModels = ModelDeps & {
  /** Tokens of one athlete and UTC day. */
  dailyTokens: number;
};

type SpeakDeps = { models: BriefingModels; log: Log; timings: BriefingTimings };

export type Draft = Pick<Extract<PreparedDraft, { may: 'be_sent' }>, 'context' | 'lookups'> & {
  athleteId: string;
  account: TokenAccount;
  /** On the clock of `performance.now()`. */
  startedAt: number;
};

/**
 * The line of providers as for an answer, but for one thing: nobody has read a word yet, so the next one may also
 * begin anew after a broken-off text.
 */
export async function speakDraft(
  { models, log, timings }: SpeakDeps,
  { athleteId, context, lookups, account, startedAt }: Draft,
  jobSignal: AbortSignal,
): Promise<Pick<DraftEnding, 'outcome' | 'words'>> {
  const question: ModelQuestion = {
    athleteId,
    // Nothing was asked, so no number may be repeated from a question.
    text: '',
    deadline: startedAt + timings.draft,
    account,
    lookups,
    toolSteps: 0,
  };
  using wall = wallClock(timings.draft, jobSignal);
  const { signal } = wall;
  for (const line of models.switches.open()) {
    const writer: Writer = line.provider.name;
    const speaker = {
      respond: (asked: ModelQuestion, until: AbortSignal) =>
        noteFirst(context, speakAsModel(models, line, context, asked, until)),
    };
    const words = collectWords();
    const consulted = await consult(speaker, question, words, signal);
    if (jobSignal.aborted) return { outcome: 'stopped', words: undefined };
    if (signal.aborted) break;
    if (consulted.outcome === 'retracted') return { outcome: consulted.because, words: undefined };
    if (consulted.outcome === 'answered') {
      const briefing = words.briefing();
      if (briefing) return { outcome: 'written', words: { ...briefing, writer } };
      return { outcome: words.strikes() > 0 ? 'numbers' : 'unfit', words: undefined };
    }
    log.warn({ writer, outcome: consulted.outcome, err: consulted.error }, 'no draft came');
  }
  return { outcome: 'failed', words: undefined };
}

/** Fires with the job, and when the time for a draft is over. */
function wallClock(ms: number, job: AbortSignal): Disposable & { signal: AbortSignal } {
  const controller = new AbortController();
  const follow = () => controller.abort(job.reason);
  const timer = setTimeout(() => controller.abort(new Error('a draft took too long')), ms);
  job.addEventListener('abort', follow, { once: true });
  if (job.aborted) follow();
  return {
    signal: controller.signal,
    [Symbol.dispose]() {
      clearTimeout(timer);
      job.removeEventListener('abort', follow);
    },
  };
}
