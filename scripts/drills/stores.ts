import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import type { Part } from '@evensplit/local-parts/child';
import { startPostgres } from '@evensplit/local-parts/postgres';
import { startStoreRedis } from '../stack/store-redis.ts';
import type { Stage } from './stage.ts';

/** A store of the stage that can be taken away and brought back where it was, with what it keeps. */
export type Store = { stop: () => Promise<void>; start: () => Promise<void> };

export function redisOf(stage: Stage, profile: 'cache' | 'queue'): Store {
  const where = { dataDir: stage.dataDir, port: Number(new URL(stage.stack.urls[profile]).port) };
  return storeOf(stage, `redis-${profile}`, () =>
    startStoreRedis(profile, where, stage.stack.secrets),
  );
}

export function postgresOf(stage: Stage): Store {
  const dir = join(stage.dataDir, 'postgres');
  const port = Number(new URL(stage.stack.urls.admin).port);
  const password = stage.stack.secrets.postgresPassword;
  return storeOf(stage, 'postgres', () => startPostgres({ dir, port, password, throwaway: true }));
}

function storeOf(stage: Stage, name: string, startAgain: () => Promise<Part>): Store {
  let pid = stage.stack.parts.find((part) => part.name === name)?.pid;
  return {
    async stop() {
      if (pid === undefined) throw new Error(`${name} does not run`);
      process.kill(pid, 'SIGTERM');
      while (isAlive(pid)) await sleep(5);
      pid = undefined;
    },
    async start() {
      const part = await startAgain();
      stage.keepToTheEnd(part);
      pid = part.pid;
    },
  };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
