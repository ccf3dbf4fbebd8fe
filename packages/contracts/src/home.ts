import { z } from 'zod';
import { ActivityListItem } from './activities.ts';
import { Writer } from './coach.ts';
import { Decision, Fact, Gap } from './facts.ts';
import { CivilDate, Instant } from './primitives.ts';

export const TodaySession = z.enum([
  'rest',
  'recovery',
  'easy',
  'long',
  'quality',
  'return',
  'none',
]);
export type TodaySession = z.infer<typeof TodaySession>;

/** Written ahead of time by the coach; core only serves what is there, and only as long as it is known to hold. */
export const BriefingView = z.object({
  /** Sentences; `{{fact-id}}` marks where a fact of `facts` is rendered. */
  text: z.string(),
  writer: Writer,
  writtenAt: Instant,
});

/** Home is facts and nothing else; every card can be drawn without any other request. */
export const HomeView = z.object({
  date: CivilDate,
  greetingName: z.string(),
  today: z.object({
    session: TodaySession,
    headline: z.string(),
    /** Sentences; `{{fact-id}}` marks where a fact of `facts` is rendered. */
    reasons: z.array(z.string()),
    decision: Decision.nullable(),
  }),
  trend: z.object({
    /** The last 12 ISO weeks, oldest first: distance fact ids, and long-term load at the end of each week. */
    weeks: z.array(
      z.object({
        weekStart: CivilDate,
        distanceM: z.number(),
        runs: z.number(),
        longTermLoad: z.number().nullable(),
        /** Absent for a week without runs. */
        factId: z.string().nullable(),
      }),
    ),
    /** Fact ids of long-term load, recent load and balance, when they exist. */
    loadFactIds: z.array(z.string()),
    sentence: z.string().nullable(),
  }),
  predictions: z.array(z.object({ distanceM: z.number(), label: z.string(), factId: z.string() })),
  lastRun: ActivityListItem.nullable(),
  lastRunFactIds: z.array(z.string()),
  freshness: z.object({
    lastActivityAt: Instant.nullable(),
    lastImportAt: Instant.nullable(),
    daysSinceLastRun: z.number().nullable(),
    importing: z.object({ batchId: z.string(), done: z.number(), total: z.number() }).nullable(),
  }),
  briefing: BriefingView.nullable(),
  facts: z.array(Fact),
  gaps: z.array(Gap),
});
export type HomeView = z.infer<typeof HomeView>;
