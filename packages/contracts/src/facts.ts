import { z } from 'zod';
import { CivilDate, Id } from './primitives.ts';
import { Workings } from './workings.ts';

/** Whose data a fact rests on; decides who may see it and whether a model may (providers.md §5). */
export const SourceLane = z.enum([
  'file',
  'strava_file',
  'garmin',
  'garmin_personal',
  'strava',
  'manual',
  'weather',
]);
export type SourceLane = z.infer<typeof SourceLane>;

export const FactUnit = z.enum([
  'm',
  's',
  'm/s',
  's/km',
  'bpm',
  'spm',
  'W',
  '%',
  'load',
  'index',
  'runs',
  'days',
  '1',
  '°C',
  'm/beat',
  'bpm/h',
  /** No quantity: what the athlete said, in `words`. */
  'note',
]);
export type FactUnit = z.infer<typeof FactUnit>;

/** `stated`: the athlete said so, and nothing checked it. */
export const FactQuality = z.enum(['measured', 'estimated', 'extrapolated', 'stated']);

/** Where in the athlete's data a value comes from: a run, optionally a lap or a window of seconds into it. */
export const FactSource = z.object({
  activityId: Id,
  lap: z.number().int().nonnegative().optional(),
  window: z.tuple([z.number(), z.number()]).optional(),
});
export type FactSource = z.infer<typeof FactSource>;

/**
 * One thing that may be said about an athlete: a value with its unit, method, version and the runs it came from.
 * `id` is stable: a hash of metric, subject, window, value and method, so the same statement always has the same id.
 */
export const Fact = z.object({
  id: z.string(),
  metric: z.string(),
  /** What the value is about: `activity:<id>`, `week:2026-11-16`, `day:2026-11-20`, `distance:5000` … */
  subject: z.string(),
  /** A short human name, "Distance", "Long-term load". */
  label: z.string(),
  value: z.number(),
  unit: FactUnit,
  /** Of a `note`: the athlete's own words, shown as a quotation and never read for numbers. */
  words: z.string().optional(),
  range: z.tuple([z.number(), z.number()]).optional(),
  quality: FactQuality,
  method: z.string(),
  from: z.array(FactSource),
  lanes: z.array(SourceLane),
  /** The arithmetic in one line, in plain words, when the value is more than a reading. */
  arithmetic: z.string().optional(),
  /** The same as numbers: whoever works it out again gets the value. */
  workings: Workings.optional(),
  /** How many runs it rests on, when `from` lists only the most telling ones. */
  n: z.number().int().optional(),
  /** Caveats in words a person can read ("warming up: fewer than 42 days of history"). */
  flags: z.array(z.string()),
});
export type Fact = z.infer<typeof Fact>;

/** What is not known, and why: "did not train", "not synced" and "not measured" are different statements. */
export const Gap = z.object({
  metric: z.string(),
  state: z.enum(['missing', 'not_done', 'not_synced']),
  why: z.string(),
});
export type Gap = z.infer<typeof Gap>;

/** A rule's outcome that is a word, not a number (today's session, a run's type), with the facts it rests on. */
export const Decision = z.object({
  metric: z.string(),
  subject: z.string(),
  choice: z.string(),
  rule: z.string(),
  because: z.array(z.string()),
});
export type Decision = z.infer<typeof Decision>;

/** A run as the registry names it: enough to speak of it and to link to it. */
export const RunRef = z.object({
  activityId: Id,
  name: z.string(),
  kind: z.string(),
  localDate: CivilDate,
  startedAt: z.string(),
});
export type RunRef = z.infer<typeof RunRef>;

export const FactSheet = z.object({
  query: z.string(),
  facts: z.array(Fact),
  decisions: z.array(Decision),
  gaps: z.array(Gap),
  runs: z.array(RunRef),
  lanes: z.array(SourceLane),
});
export type FactSheet = z.infer<typeof FactSheet>;

export const factQueryNames = [
  'last-run',
  'activity',
  'week',
  'weeks',
  'load',
  'bests',
  'predictions',
  'today',
  'month',
  'compare',
  'similar-runs',
  'zones',
  'training-paces',
  'readiness',
  'missing',
  'memories',
] as const;
export type FactQueryName = (typeof factQueryNames)[number];

/**
 * Two runs, or without them a week (0 = this one) and the week before it. One flat object rather than a union,
 * because it is also the schema of a tool call and of a query string.
 */
const Compared = z
  .object({
    activityId: Id.optional(),
    withActivityId: Id.optional(),
    weeksBack: z.coerce.number().int().min(0).max(519).default(0),
  })
  .refine((asked) => (asked.activityId === undefined) === (asked.withActivityId === undefined), {
    message: 'takes two runs, activityId and withActivityId, or none',
  });

/** Arguments of each registry query as they arrive over HTTP or from a tool call. */
export const factQueryArgs = {
  'last-run': z.object({}),
  activity: z.object({ activityId: Id }),
  week: z.object({ weeksBack: z.coerce.number().int().min(0).max(520).default(0) }),
  weeks: z.object({ count: z.coerce.number().int().min(1).max(104).default(12) }),
  load: z.object({ days: z.coerce.number().int().min(7).max(3660).default(90) }),
  bests: z.object({ days: z.coerce.number().int().min(7).max(36600).default(36600) }),
  predictions: z.object({}),
  today: z.object({}),
  month: z.object({ monthsBack: z.coerce.number().int().min(0).max(600).default(0) }),
  compare: Compared,
  'similar-runs': z.object({ activityId: Id }),
  zones: z.object({ days: z.coerce.number().int().min(7).max(3660).default(28) }),
  'training-paces': z.object({}),
  readiness: z.object({}),
  missing: z.object({ days: z.coerce.number().int().min(7).max(3660).default(90) }),
  memories: z.object({ when: z.enum(['now', 'all']).default('now') }),
} as const satisfies Record<FactQueryName, z.ZodType>;

export type FactQueryArgs = { [Q in FactQueryName]: z.infer<(typeof factQueryArgs)[Q]> };
