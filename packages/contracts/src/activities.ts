import { z } from 'zod';
import { Fact } from './facts.ts';
import { CivilDate, Id, Instant } from './primitives.ts';

export const Sport = z.enum(['run', 'ride', 'swim', 'walk', 'hike', 'ski', 'strength', 'other']);
export type Sport = z.infer<typeof Sport>;

export const RunKind = z.enum([
  'easy',
  'recovery',
  'long',
  'tempo',
  'interval',
  'race',
  'run-walk',
  'trail',
  'treadmill',
  'unknown',
  'other',
]);
export type RunKind = z.infer<typeof RunKind>;

export const ActivityQuery = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  sport: Sport.optional(),
  kind: RunKind.optional(),
  from: CivilDate.optional(),
  to: CivilDate.optional(),
  minDistanceM: z.coerce.number().min(0).optional(),
  maxDistanceM: z.coerce.number().min(0).optional(),
  text: z.string().trim().max(100).optional(),
});
export type ActivityQuery = z.infer<typeof ActivityQuery>;

export const ActivityListItem = z.object({
  id: Id,
  name: z.string(),
  sport: Sport,
  kind: RunKind,
  startedAt: Instant,
  localDate: CivilDate,
  distanceM: z.number().nullable(),
  movingS: z.number().nullable(),
  elapsedS: z.number(),
  avgHeartRate: z.number().nullable(),
  ascentM: z.number().nullable(),
  load: z.number().nullable(),
  hasRoute: z.boolean(),
});
export type ActivityListItem = z.infer<typeof ActivityListItem>;

export const ActivityList = z.object({
  items: z.array(ActivityListItem),
  nextCursor: z.string().nullable(),
  /** Totals over everything that matches, not only this page. */
  totals: z.object({ count: z.number(), distanceM: z.number(), movingS: z.number() }),
});
export type ActivityList = z.infer<typeof ActivityList>;

export const LapView = z.object({
  index: z.number().int(),
  startS: z.number(),
  elapsedS: z.number(),
  movingS: z.number().nullable(),
  distanceM: z.number().nullable(),
  avgHeartRate: z.number().nullable(),
  maxHeartRate: z.number().nullable(),
  intensity: z.string().nullable(),
});
export type LapView = z.infer<typeof LapView>;

export const BestEffortView = z.object({
  distanceM: z.number(),
  seconds: z.number(),
  startS: z.number(),
  endS: z.number(),
  interrupted: z.boolean(),
});

export const ZoneTime = z.object({
  zone: z.string(),
  label: z.string(),
  seconds: z.number(),
});

export const ActivityDetail = ActivityListItem.extend({
  subSport: z.string().nullable(),
  timeZone: z.string(),
  deviceName: z.string().nullable(),
  sources: z.array(
    z.object({ source: z.string(), format: z.string(), fileName: z.string(), lane: z.string() }),
  ),
  warnings: z.array(z.string()),
  laps: z.array(LapView),
  bestEfforts: z.array(BestEffortView),
  heartRateZones: z.array(ZoneTime).nullable(),
  /** Every metric of the run as a fact: the page shows nothing else. */
  facts: z.array(Fact),
  gaps: z.array(z.object({ metric: z.string(), state: z.string(), why: z.string() })),
  /** True while metrics are still being derived from the stored run. */
  deriving: z.boolean(),
});
export type ActivityDetail = z.infer<typeof ActivityDetail>;

export const streamColumns = [
  'distanceM',
  'heartRate',
  'cadenceSpm',
  'altitudeM',
  'speedMps',
  'powerW',
  'latitude',
  'longitude',
] as const;
export type StreamColumn = (typeof streamColumns)[number];

export const StreamsQuery = z.object({
  /** Down-sample to about this many points, keeping extremes; absent = everything. */
  points: z.coerce.number().int().min(50).max(20_000).optional(),
});

/** Index-aligned columns; `null` = no reading at that second. */
export const ActivityStreams = z.object({
  activityId: Id,
  samples: z.number(),
  returned: z.number(),
  timeS: z.array(z.number()),
  columns: z.partialRecord(z.enum(streamColumns), z.array(z.number().nullable())),
});
export type ActivityStreams = z.infer<typeof ActivityStreams>;
