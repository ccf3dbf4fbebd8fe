import { setTimeout as sleep } from 'node:timers/promises';
import { atMost, exactly, type Bar } from '../../bench/report.ts';
import { withRedis } from '../open-redis.ts';
import type { ModelStage } from './model-stage.ts';
import { readLedger } from './read-ledger.ts';

const TTL_S = 1800;

/**
 * Nothing of a turn is in Redis half an hour after its start. That its log has an expiry, and which, is read; then the
 * half hour is cut to a moment, and what is left is looked for by the ids of all turns.
 */
export async function judgeLeftInRedis(stage: ModelStage): Promise<Bar[]> {
  const ids = new Set((await readLedger(stage)).map(({ id }) => id));
  return withRedis(stage.stack.urls.cache, async (redis) => {
    const keysOfTurns = async () =>
      (await redis.keys('*')).filter((key) => {
        const id = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(key)?.[0];
        return id !== undefined && ids.has(id);
      });
    const before = await keysOfTurns();
    const lives = await Promise.all(before.map((key) => redis.ttl(key)));
    await Promise.all(before.map((key) => redis.pexpire(key, 1)));
    await sleep(1000);
    const after = await keysOfTurns();
    const bytes = await Promise.all(after.map((key) => redis.memory('USAGE', key)));
    return [
      { name: 'logs of turns in Redis', value: before.length, bar: 1, ok: before.length >= 1 },
      exactly('of them without an end', lives.filter((seconds) => seconds < 0).length, 0),
      atMost('longest life left, s', Math.max(...lives), TTL_S),
      exactly(
        'bytes of turns in Redis after it',
        bytes.reduce<number>((total, one) => total + (one ?? 0), 0),
        0,
      ),
    ];
  });
}
