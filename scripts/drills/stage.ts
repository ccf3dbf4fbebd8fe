import type { Part } from '@evensplit/local-parts/child';
import { freePort } from '@evensplit/local-parts/free-port';
import { tempDir } from '@evensplit/local-parts/temp-dir';
import { makePeople, type Person } from '../bench/people.ts';
import { ensureTools } from '../stack/ensure-tools.ts';
import { startService, type ServicePart } from '../stack/start-service.ts';
import { startStack, type Stack, type StackOptions } from '../stack/start-stack.ts';
import type { DrillContext } from './drill.ts';

const TICKING = 'services/coach/bench/ticking-main.ts';

/** One coach process. The first stands behind the gateway; the others are asked on their own ports. */
export type Replica = { url: string; part: ServicePart; signal: (name: NodeJS.Signals) => void };

export type Stage = {
  stack: Stack;
  dataDir: string;
  first: Replica;
  /** One more coach like the first, but for the settings given. */
  addReplica: (env?: Record<string, string>) => Promise<Replica>;
  /** For stores that were started anew: they are stopped after the services, as those they replace would be. */
  keepToTheEnd: (part: Part) => void;
  people: (count: number) => Promise<Person[]>;
  /** Lines of any process that speak of a bug: nobody's rejection, too many listeners on one emitter. */
  bugs: string[];
};

/**
 * The whole product on free ports with throwaway data, its coach answered by somebody whose words are known unless
 * another entry is given.
 */
export async function startStage(
  context: DrillContext,
  overrides: StackOptions['overrides'] = {},
): Promise<Stage> {
  await ensureTools(['redis-server', 'caddy'], context.say);
  const dir = await tempDir('drill');
  context.later(dir.remove);
  const coach = { entry: TICKING, ...overrides.coach };
  const bugs: string[] = [];
  const log = (source: string, line: string) => {
    if (/MaxListenersExceeded|unhandled rejection|uncaught exception/i.test(line))
      bugs.push(`${source}: ${line}`);
    if (process.env['DRILL_LOG']) console.error(`${source}: ${line}`);
  };
  const stores: Part[] = [];
  context.later(() => Promise.all(stores.map((store) => store.stop())));
  const stack = await startStack({
    dataDir: dir.path,
    port: await freePort(),
    throwaway: true,
    overrides: { ...overrides, coach },
    log,
  });
  context.later(stack.stop);
  // Nobody of a drill needs a farewell: what must be seen of an end was seen, or was killed before.
  context.later(async () => kill(stack.services.coach.pid, 'SIGKILL'));
  return {
    stack,
    dataDir: dir.path,
    first: replicaOf(stack.services.coach),
    bugs,
    keepToTheEnd: (part) => stores.push(part),
    people: (count) => makePeople(stack, count),
    async addReplica(env = {}) {
      const part = await startService({
        name: 'coach',
        port: await freePort(),
        metricsPort: await freePort(),
        env: { ...stack.envs.coach, ...env },
        entry: coach.entry,
        log: (line) => log('coach', line),
      });
      context.later(async () => {
        kill(part.pid, 'SIGKILL');
        await part.stop();
      });
      return replicaOf(part);
    },
  };
}

function replicaOf(part: ServicePart): Replica {
  return {
    part,
    url: `http://127.0.0.1:${part.port}`,
    signal: (name) => kill(part.pid, name),
  };
}

/** A process that has ended already needs no signal. */
function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
