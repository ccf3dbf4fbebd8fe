export * from './clients.ts';
export * from './is-outage.ts';
export * from './read-control.ts';
export * from './stream-codec.ts';
export * from './with-athlete.ts';
export { Prisma } from '../generated/client.ts';
export type {
  Activity,
  ActivityMetric,
  ActivitySource,
  Athlete,
  AthleteModel,
  BestEffort,
  DailyLoad,
  ImportBatch,
  ImportFile,
  Invite,
  Lap,
  Memory,
  Session,
  Turn,
} from '../generated/client.ts';
