import { createHash } from 'node:crypto';
import type { DistanceUnits, FactSheet } from '@evensplit/contracts';
import type { CoachDb, EvidenceDb } from '@evensplit/db';
import { civilDay, openFacts } from '@evensplit/evidence';
import type { ModelRequest } from '../providers/model-provider.ts';
import { isMinor } from '../guardrails/is-minor.ts';
import { compactHistory } from './compact-history.ts';
import { hasConsent } from './has-consent.ts';
import { noteMessages } from './note-messages.ts';
import { openSheet, readClosedRuns, type ClosedRuns } from './open-lanes.ts';
import { readHistory } from './read-history.ts';
import { PROMPT_VERSION, systemPrompt } from './system-prompt.ts';
import { modelTools } from './tools.ts';

export type ContextDb = EvidenceDb & Pick<CoachDb, 'consent' | 'turn'>;

export type ContextQuestion = {
  athleteId: string;
  text: string;
  conversationId?: string | undefined;
  /** This turn itself is no history. */
  turnId?: string | undefined;
};

export type ModelContext = Pick<
  ModelRequest,
  'system' | 'messages' | 'tools' | 'endUser' | 'cacheKey'
> & {
  units: DistanceUnits;
  /** The athlete's civil date. */
  today: string;
  closedRuns: ClosedRuns;
  /** What the athlete had remembered and applies today; it stands in the messages, and may be quoted. */
  notes: FactSheet;
};

/** Without the athlete's consent a context may be shown to them, and to nobody else. */
export type BuiltContext =
  | { may: 'be_sent'; context: ModelContext }
  | { may: 'be_shown'; context: ModelContext };

/**
 * The one place where anything of an athlete becomes a model's input before its tools run. What tools return goes
 * through `openSheet` with the same closed runs.
 */
export async function buildContext(
  db: ContextDb,
  question: ContextQuestion,
  now: Date,
): Promise<BuiltContext> {
  const { athleteId } = question;
  const { timeZone, units, birthYear } = await db.athlete.findUniqueOrThrow({
    where: { id: athleteId },
    select: { timeZone: true, units: true, birthYear: true },
  });
  const closedRuns = await readClosedRuns(db, athleteId);
  const ask = await openFacts(db, athleteId, now, timeZone);
  const remembered = await ask('memories', { when: 'now' });
  const notes = openSheet(remembered, closedRuns);
  const earlier = compactHistory(await readHistory(db, question, closedRuns));
  const today = civilDay(now, timeZone);
  const context: ModelContext = {
    system: systemPrompt({ today, units, isMinor: isMinor(birthYear, now) }),
    messages: [...noteMessages(notes), ...earlier, { role: 'user', text: question.text }],
    tools: modelTools,
    endUser: createHash('sha256').update(`evensplit:${athleteId}`).digest('hex').slice(0, 32),
    cacheKey: PROMPT_VERSION,
    units,
    today,
    closedRuns,
    notes,
  };
  return { may: (await hasConsent(db, athleteId)) ? 'be_sent' : 'be_shown', context };
}
