import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '../generated/client.ts';
import { useLeanQueries } from './lean-queries.ts';

/** The part of a model's client that cannot change anything. */
type ReadOnly<Model> = Pick<
  Model,
  Extract<
    keyof Model,
    | 'findFirst'
    | 'findFirstOrThrow'
    | 'findMany'
    | 'findUnique'
    | 'findUniqueOrThrow'
    | 'count'
    | 'aggregate'
    | 'groupBy'
  >
>;

type IdentityModel =
  | 'athlete'
  | 'credential'
  | 'session'
  | 'refreshToken'
  | 'invite'
  | 'consent'
  | 'systemSetting';
type ActivityModel =
  | 'activity'
  | 'activitySource'
  | 'activityStream'
  | 'lap'
  | 'bestEffort'
  | 'activityMetric'
  | 'dailyLoad'
  | 'athleteModel';
type ImportModel = 'importBatch' | 'importFile';
type ChatModel = 'conversation' | 'turn' | 'usage' | 'modelCall' | 'memory';

/** One view of the database: models it may write, models it may only read, and raw SQL under its role's grants. */
type View<Writes extends keyof PrismaClient, Reads extends keyof PrismaClient> = Pick<
  PrismaClient,
  Writes | '$queryRaw' | '$executeRaw'
> & { [Model in Reads]: ReadOnly<PrismaClient[Model]> };

/** A view plus what only the outermost client can do. */
type Client<V> = V & {
  $transaction: <T>(
    run: (tx: V) => Promise<T>,
    options?: {
      maxWait?: number;
      timeout?: number;
      isolationLevel?: 'ReadCommitted' | 'Serializable';
    },
  ) => Promise<T>;
  $disconnect: () => Promise<void>;
};

export type CoreTx = View<IdentityModel, ActivityModel | ImportModel | 'auditEntry' | 'briefing'>;
export type CoachTx = View<
  ChatModel | 'briefing',
  ActivityModel | ImportModel | 'athlete' | 'consent' | 'systemSetting'
>;
export type IngestTx = View<
  ActivityModel | ImportModel | 'rawFile' | 'deadJob',
  'athlete' | 'systemSetting'
>;
export type CoreDb = Client<CoreTx>;
export type CoachDb = Client<CoachTx>;
export type IngestDb = Client<IngestTx>;

/** What the fact registry reads; core-api and coach both have it. */
export type EvidenceDb = Pick<
  CoachTx,
  Extract<ActivityModel, string> | ImportModel | 'athlete' | '$queryRaw'
>;

export type DbOptions = { url: string; poolSize: number; applicationName: string };

/** Without a connection timeout a query on a full pool waits for ever and silently (reliability.md §7). */
function connect(options: DbOptions, ofOthers: boolean): PrismaClient {
  const adapter = new PrismaPg({
    connectionString: options.url,
    max: options.poolSize,
    connectionTimeoutMillis: 2000,
    idleTimeoutMillis: 10_000,
    application_name: options.applicationName,
  });
  const client = new PrismaClient({
    adapter,
    transactionOptions: { maxWait: 2000, timeout: 5000 },
    // coach and ingest hold no grant on these columns: leaving them out keeps ordinary queries working.
    omit: { athlete: { email: ofOthers, roles: ofOthers } },
  });
  useLeanQueries(client as PrismaClient);
  return client as PrismaClient;
}

export function createCoreDb(options: DbOptions): CoreDb {
  return connect(options, false) as unknown as CoreDb;
}

export function createCoachDb(options: DbOptions): CoachDb {
  return connect(options, true) as unknown as CoachDb;
}

export function createIngestDb(options: DbOptions): IngestDb {
  return connect(options, true) as unknown as IngestDb;
}
