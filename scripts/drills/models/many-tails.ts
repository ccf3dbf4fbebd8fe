import type { Person } from '../../bench/people.ts';
import { exactly, type Bar } from '../../bench/report.ts';
import { startTurn } from '../../bench/start-turn.ts';
import type { DrillContext } from '../drill.ts';
import { openLine, wires, type Line } from '../listen.ts';
import { withRedis } from '../open-redis.ts';
import { readMetrics } from '../read-metrics.ts';
import { stopTurn, until } from '../turns.ts';
import { wishFor, type ModelStage } from './model-stage.ts';

const TAILS = 2000;
/** As many as one athlete may have. */
const PER_ATHLETE = 20;
const OPENING_AT_ONCE = 50;

/** Two connections to the cache Redis per replica, whether nobody listens or two thousand do. */
export async function judgeConnections(
  context: DrillContext,
  stage: ModelStage,
  people: Person[],
): Promise<Bar[]> {
  const { url } = stage.first;
  const turns = await Promise.all(
    people.slice(0, TAILS / PER_ATHLETE).map(async (person) => {
      return { person, turnId: await startTurn(url, person, wishFor('plain+drip-frames')) };
    }),
  );
  const idle = await connections(stage);
  const wanted = turns.flatMap((turn) => Array.from({ length: PER_ATHLETE }, () => turn));
  const lines: Line[] = [];
  let next = 0;
  async function open(): Promise<void> {
    while (next < wanted.length) {
      const index = next++;
      const turn = wanted[index];
      if (!turn) return;
      const onEvent = () => undefined;
      const to = { ...turn, url, origin: stage.stack.url, onEvent };
      lines.push(await openLine(wires[index % 2] ?? 'sse', to));
    }
  }
  await Promise.all(Array.from({ length: OPENING_AT_ONCE }, open));
  const tails = async () => (await readMetrics(stage.first.part.metricsPort))('coach_tails_open');
  const most = await tails();
  const busy = await connections(stage);
  for (const line of lines) line.cut();
  for (const { person, turnId } of turns) await stopTurn(url, person, turnId);
  await until('the tails to go', async () => (await tails()) === 0, 10_000);
  context.say(`${most} tails: Redis connections ${JSON.stringify(busy)}`);
  return [
    exactly('tails open at once', most, TAILS),
    exactly('Redis connections of the coach while they are', sum(busy), 2),
    exactly('Redis connections of the coach without them', sum(idle), 2),
  ];
}

/** By the name that each client gave itself. */
async function connections(stage: ModelStage): Promise<Record<string, number>> {
  return withRedis(stage.stack.urls.cache, async (redis) => {
    const found: Record<string, number> = {};
    for (const client of String(await redis.client('LIST')).split('\n')) {
      const name = / name=(coach\S*)/.exec(client)?.[1];
      if (name !== undefined) found[name] = (found[name] ?? 0) + 1;
    }
    return found;
  });
}

function sum(counts: Record<string, number>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}
