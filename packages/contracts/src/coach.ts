import { z } from 'zod';
import { Fact, factQueryNames } from './facts.ts';
import { ProposedMemory } from './memories.ts';
import { Id, Instant } from './primitives.ts';

export const IdempotencyKey = z
  .string()
  .regex(/^[A-Za-z0-9_-]{8,64}$/, 'must be 8 to 64 letters, digits, "_" or "-"');

export const AskCoach = z.object({
  conversationId: Id.optional(),
  text: z.string().trim().min(1, 'is empty').max(8000, 'is longer than 8,000 characters'),
});
export type AskCoach = z.infer<typeof AskCoach>;

export const TurnStatus = z.enum(['running', 'done', 'stopped', 'error']);
export type TurnStatus = z.infer<typeof TurnStatus>;

export const Writer = z.enum(['openai', 'gemini', 'baseline']);
export type Writer = z.infer<typeof Writer>;

export const TurnErrorCode = z.enum([
  'idle_timeout',
  'hard_timeout',
  'replica_lost',
  'server_shutdown',
  'upstream_error',
  'upstream_truncated',
  'output_limit',
  'content_filter',
  'internal',
]);
export type TurnErrorCode = z.infer<typeof TurnErrorCode>;

export const TurnAccepted = z.object({
  turnId: Id,
  conversationId: Id,
  deadlineAt: Instant,
  /** The server's clock, so that the client can run its own timer without trusting its own wall clock. */
  now: Instant,
});
export type TurnAccepted = z.infer<typeof TurnAccepted>;

/** One question that was put to the fact registry for an answer: what it rests on, and what it could not know. */
export const LookedAt = z.object({
  query: z.enum(factQueryNames),
  args: z.record(z.string(), z.union([z.string(), z.number()])),
  /** How many runs the values come from. */
  runs: z.number().int().nonnegative(),
  /** What was not known, in words a person can read. */
  missing: z.array(z.string()),
});
export type LookedAt = z.infer<typeof LookedAt>;

export const TurnView = z.object({
  id: Id,
  conversationId: Id,
  question: z.string(),
  status: TurnStatus,
  /** The answer, or the text so far while it runs. */
  text: z.string(),
  writer: Writer.nullable(),
  errorCode: TurnErrorCode.nullable(),
  facts: z.array(Fact),
  /** How many of a model's numbers were struck because no fact supports them; absent when none was. */
  strikes: z.number().int().positive().optional(),
  /** What the question seems to ask to be remembered; kept only when the athlete confirms it. */
  proposedMemory: ProposedMemory.nullable().optional(),
  /** What was looked up for it; absent when nothing was. */
  lookedAt: z.array(LookedAt).optional(),
  /** `<epoch>-<seq>` up to which `text` is complete; subscribe from here. */
  cursor: z.string(),
  createdAt: Instant,
  deadlineAt: Instant,
  finishedAt: Instant.nullable(),
  now: Instant,
});
export type TurnView = z.infer<typeof TurnView>;

export const ConversationView = z.object({
  id: Id,
  title: z.string(),
  createdAt: Instant,
  updatedAt: Instant,
  turns: z.number(),
  /** In a search: the place that was found, the last one asked; absent when only the title fits. */
  found: z
    .object({
      turnId: Id,
      where: z.enum(['question', 'answer']),
      /** The words around it, cut at words, without markup. */
      excerpt: z.string(),
    })
    .optional(),
});
export type ConversationView = z.infer<typeof ConversationView>;
export const ConversationQuery = z.object({
  /** Words that all stand in the title, or in a question and its answer, in any order and case. */
  q: z.string().trim().max(200).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
export type ConversationQuery = z.infer<typeof ConversationQuery>;
export const ConversationList = z.object({
  conversations: z.array(ConversationView),
  nextCursor: z.string().nullable(),
});
export type ConversationList = z.infer<typeof ConversationList>;
export const ConversationDetail = z.object({
  conversation: ConversationView,
  turns: z.array(TurnView),
});
export type ConversationDetail = z.infer<typeof ConversationDetail>;

/** Values in earlier answers that would be told differently today, because runs came, went or were worked out anew. */
export const ConversationChanges = z.object({
  turns: z.array(z.object({ turnId: Id, factIds: z.array(z.string()).min(1) })),
});
export type ConversationChanges = z.infer<typeof ConversationChanges>;

/** Who would answer the next question, and why it is not a language model if it is not. */
export const CoachState = z.object({
  model: z.enum(['asked', 'not_configured', 'no_consent', 'switched_off', 'budget_spent']),
  /** When a spent budget begins anew. */
  resetsAt: Instant.nullable(),
  /** The operator lets nobody change anything: questions are refused with `read_only`. Absent when they are taken. */
  readOnly: z.literal(true).optional(),
});
export type CoachState = z.infer<typeof CoachState>;

export const SuggestedQuestions = z.object({ questions: z.array(z.string()) });

/** Looks at what a model would be given for a question, without asking one. */
export const PreviewQuery = z.object({
  question: z.string().trim().min(1).max(8000).default('How was my last run?'),
  conversationId: Id.optional(),
});
export type PreviewQuery = z.infer<typeof PreviewQuery>;

/** Everything of an athlete that a model is given, word for word as it would be. */
export const CoachPreview = z.object({
  /** This installation can ask a model at all; without one nothing ever leaves it. */
  configured: z.boolean(),
  /** In the order in which they are asked; switched-off ones are left out. */
  providers: z.array(z.object({ name: Writer.exclude(['baseline']), model: z.string() })),
  consent: z.boolean(),
  promptVersion: z.string(),
  system: z.string(),
  messages: z.array(z.object({ role: z.enum(['user', 'model']), text: z.string() })),
  tools: z.array(z.object({ name: z.string(), description: z.string(), parameters: z.unknown() })),
  /** What one of the tools would answer today. */
  sample: z.object({ tool: z.string(), result: z.unknown() }),
});
export type CoachPreview = z.infer<typeof CoachPreview>;

/** A cursor into a turn's event log, `<epoch>-<seq>`; `0-0` is the beginning. */
export const TurnCursor = z.string().regex(/^\d{1,10}-\d{1,10}$/);

/** The payload of each event of a turn (streaming.md §4). `end` comes exactly once and last. */
export const turnEventData = {
  delta: z.object({ d: z.string() }),
  snapshot: z.object({ text: z.string() }),
  status: z.object({ phase: z.string(), tool: z.string().optional() }),
  receipt: z.object({ fact: Fact }),
  end: z.object({
    status: TurnStatus.exclude(['running']),
    errorCode: TurnErrorCode.optional(),
    writer: Writer.nullable(),
    chars: z.number().int(),
    retryable: z.boolean(),
    strikes: z.number().int().positive().optional(),
    lookedAt: z.array(LookedAt).optional(),
  }),
} as const;
export type TurnEventType = keyof typeof turnEventData;
export type TurnEventOf<T extends TurnEventType> = {
  id: string;
  type: T;
  data: z.infer<(typeof turnEventData)[T]>;
};
export type TurnEvent = { [T in TurnEventType]: TurnEventOf<T> }[TurnEventType];

/** Socket.IO at `/v1/coach/socket.io`. */
export const coachSocket = {
  path: '/v1/coach/socket.io',
  watch: z.object({ turnId: Id, cursor: TurnCursor.optional() }),
  turnOnly: z.object({ turnId: Id }),
} as const;
export type CoachAck = (answer: { ok: true } | { ok: false; code: string }) => void;
export type CoachServerEvents = {
  'turn:event': (event: { turnId: string } & TurnEvent) => void;
  /** The replica is going away; reconnect after this many milliseconds with the last cursor. */
  'server:retry': (hint: { afterMs: number }) => void;
};
export type CoachClientEvents = {
  'turn:watch': (message: { turnId: string; cursor?: string }, ack: CoachAck) => void;
  'turn:unwatch': (message: { turnId: string }, ack?: CoachAck) => void;
  'turn:stop': (message: { turnId: string }, ack: CoachAck) => void;
};
