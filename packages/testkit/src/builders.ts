import { randomBytes, randomUUID } from 'node:crypto';
import { createIngestDb, type Activity, type IngestDb } from '@evensplit/db';
import pg from 'pg';
import type { TestDatabase } from './database.ts';

/** Writes what a test needs to exist, as the services themselves would leave it behind. */
export type Builders = {
  anAthlete: (given?: { timeZone?: string; birthYear?: number; email?: string }) => Promise<string>;
  aRun: (athleteId: string, given?: RunGiven) => Promise<Activity>;
  aLoadDay: (athleteId: string, day: string, given: LoadGiven) => Promise<void>;
  close: () => Promise<void>;
};

export type RunGiven = {
  day?: string;
  distanceM?: number;
  movingS?: number;
  kind?: string;
  hard?: boolean | null;
  avgHeartRate?: number | null;
  load?: number | null;
  lane?: string;
  sport?: string;
  name?: string;
  efforts?: { distanceM: number; seconds: number; netDropM?: number; interrupted?: boolean }[];
  metrics?: {
    metric: string;
    value: number | null;
    unit?: string;
    reason?: string;
    detail?: string;
  }[];
};

export type LoadGiven = { load: number; longTerm: number; recent: number; warmingUp?: boolean };

export function builders(database: TestDatabase): Builders {
  const db = createIngestDb({ url: database.adminUrl, poolSize: 2, applicationName: 'builders' });
  return {
    anAthlete: (given) => anAthlete(database.adminUrl, given),
    aRun: (athleteId, given) => aRun(db, athleteId, given),
    async aLoadDay(athleteId, day, given) {
      await db.dailyLoad.create({
        data: {
          athleteId,
          day: new Date(day),
          balance: given.longTerm - given.recent,
          method: 'pace-load',
          warmingUp: false,
          runs: given.load > 0 ? 1 : 0,
          distanceM: 0,
          movingS: 0,
          ...given,
        },
      });
    },
    close: () => db.$disconnect(),
  };
}

async function anAthlete(
  url: string,
  given: { timeZone?: string; birthYear?: number; email?: string } = {},
): Promise<string> {
  const id = randomUUID();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      `INSERT INTO "Athlete" (id, email, "displayName", "timeZone", "birthYear") VALUES ($1, $2, 'Test', $3, $4)`,
      [
        id,
        given.email ?? `${id}@example.org`,
        given.timeZone ?? 'Europe/Berlin',
        given.birthYear ?? null,
      ],
    );
  } finally {
    await client.end();
  }
  return id;
}

async function aRun(db: IngestDb, athleteId: string, given: RunGiven = {}): Promise<Activity> {
  const day = given.day ?? '2026-11-18';
  const localDate = new Date(day);
  const rawSha256 = new Uint8Array(randomBytes(32));
  const { movingS = 3000, distanceM = 10_000, avgHeartRate = 145, load = 50 } = given;
  await db.rawFile.create({ data: { athleteId, sha256: rawSha256, bytes: 1, format: 'fit' } });
  return db.activity.create({
    data: {
      athleteId,
      sport: given.sport ?? 'run',
      kind: given.kind ?? 'easy',
      hard: given.hard ?? false,
      name: given.name ?? 'Morning run',
      startedAt: new Date(`${day}T06:00:00Z`),
      localDate,
      timeZone: 'Europe/Berlin',
      elapsedS: movingS,
      movingS,
      distanceM,
      avgHeartRate,
      hasHeartRate: avgHeartRate !== null,
      hasRoute: true,
      load,
      loadMethod: load === null ? null : 'pace-load',
      derivedWith: 'test',
      derivedAt: new Date(),
      sources: {
        create: {
          athleteId,
          source: 'upload_fit',
          lane: given.lane ?? 'file',
          format: 'fit',
          fileName: 'run.fit',
          rawSha256,
          primary: true,
        },
      },
      efforts: {
        create: (given.efforts ?? []).map((effort) => ({
          athleteId,
          localDate,
          startS: 0,
          endS: effort.seconds,
          startM: 0,
          interrupted: effort.interrupted ?? false,
          netDropM: effort.netDropM ?? 0,
          method: 'best-effort/1',
          distanceM: effort.distanceM,
          seconds: effort.seconds,
        })),
      },
      metrics: {
        create: (given.metrics ?? []).map((metric) => ({
          athleteId,
          quality: metric.value === null ? null : 'estimated',
          method: metric.value === null ? null : 'test/1',
          ...metric,
        })),
      },
    },
  });
}
