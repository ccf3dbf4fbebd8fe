import { z } from 'zod';
import { CivilDate, Id, Instant } from './primitives.ts';

export const MemoryKind = z.enum(['injury', 'preference', 'phase', 'event']);
export type MemoryKind = z.infer<typeof MemoryKind>;

export const TrainingPhase = z.enum(['base', 'build', 'peak', 'taper', 'recovery', 'off_season']);
export type TrainingPhase = z.infer<typeof TrainingPhase>;

/** What else goes on in a life and shows in its training. */
export const LifeEvent = z.enum([
  'illness',
  'travel',
  'stress',
  'holiday',
  'altitude',
  'heat',
  'other',
]);
export type LifeEvent = z.infer<typeof LifeEvent>;

export const InjuryStatus = z.enum(['active', 'recovering', 'over']);
export type InjuryStatus = z.infer<typeof InjuryStatus>;

/** Of one athlete; what they want kept is read by them, so it has to stay readable. */
export const MOST_MEMORIES = 100;

const fields = {
  /** The athlete's own words. Only a phase and an event may do without. */
  text: z
    .string()
    .trim()
    .max(280, 'is longer than 280 characters')
    .refine((text) => !text.includes('\u0000'), 'contains a NUL character'),
  /** The body part of an injury in the athlete's words; which phase; which event; null for a preference. */
  topic: z
    .string()
    .trim()
    .min(1)
    .max(60, 'is longer than 60 characters')
    .refine((text) => !text.includes('\u0000'), 'contains a NUL character')
    .nullable(),
  /** Of an injury, and of nothing else. */
  status: InjuryStatus.nullable(),
  since: CivilDate.nullable(),
  until: CivilDate.nullable(),
};

/** What an athlete wants remembered. Also what a memory must still be after a change. */
export const NewMemory = z
  .object({
    kind: MemoryKind,
    text: fields.text.default(''),
    topic: fields.topic.default(null),
    status: fields.status.default(null),
    since: fields.since.default(null),
    until: fields.until.default(null),
    /** The question in which it was said, when it was confirmed in a conversation. */
    sourceTurnId: Id.optional(),
  })
  .superRefine(checkMemory);
export type NewMemory = z.infer<typeof NewMemory>;

export const ChangeMemory = z.object(fields).partial().extend({
  /** The revision that was read: somebody else's change in between is not overwritten. */
  revision: z.number().int().positive(),
});
export type ChangeMemory = z.infer<typeof ChangeMemory>;

/** `now`: it applies today. `to_come` and `over` follow from its dates and, for an injury, its status. */
export const MemoryState = z.enum(['now', 'to_come', 'over']);
export type MemoryState = z.infer<typeof MemoryState>;

export const MemoryView = z.object({
  id: Id,
  kind: MemoryKind,
  text: z.string(),
  topic: z.string().nullable(),
  status: InjuryStatus.nullable(),
  since: CivilDate.nullable(),
  until: CivilDate.nullable(),
  state: MemoryState,
  revision: z.number().int(),
  createdAt: Instant,
  updatedAt: Instant,
  /** Where it came from. The conversation is null once it was deleted; the note stays the athlete's. */
  source: z.discriminatedUnion('from', [
    z.object({ from: z.literal('typed') }),
    z.object({
      from: z.literal('conversation'),
      conversationId: Id.nullable(),
      turnId: Id.nullable(),
    }),
  ]),
});
export type MemoryView = z.infer<typeof MemoryView>;

export const MemoryList = z.object({
  memories: z.array(MemoryView),
  /** How many there may be. */
  most: z.number().int(),
});
export type MemoryList = z.infer<typeof MemoryList>;

/** What a question seems to ask to be remembered. Nothing is kept until the athlete sends it themselves. */
export const ProposedMemory = z.object({
  memory: z.object({ ...fields, kind: MemoryKind }),
  /** The memory that came of it. */
  keptAs: Id.nullable(),
});
export type ProposedMemory = z.infer<typeof ProposedMemory>;

type Remembered = z.infer<typeof ProposedMemory>['memory'];

/** Which fields belong to which kind. */
function checkMemory(memory: Remembered, context: z.RefinementCtx): void {
  const refuse = (path: keyof Remembered, message: string) =>
    context.addIssue({ code: 'custom', path: [path], message });
  const { kind, text, topic, status, since, until } = memory;
  switch (kind) {
    case 'injury':
      if (topic === null) refuse('topic', 'names the body part');
      if (status === null) refuse('status', 'is active, recovering or over');
      break;
    case 'preference':
      if (text === '') refuse('text', 'is empty');
      if (topic !== null) refuse('topic', 'is for other kinds');
      break;
    case 'phase':
      if (!TrainingPhase.safeParse(topic).success)
        refuse('topic', `is one of ${TrainingPhase.options.join(', ')}`);
      break;
    case 'event':
      if (!LifeEvent.safeParse(topic).success)
        refuse('topic', `is one of ${LifeEvent.options.join(', ')}`);
      break;
  }
  if (kind !== 'injury' && status !== null) refuse('status', 'is for injuries');
  if (since !== null && until !== null && until < since) refuse('until', 'lies before its begin');
}
