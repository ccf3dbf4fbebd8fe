import { startService, type ServicePart } from '../../stack/start-service.ts';
import { sendSignal } from '../../stack/send-signal.ts';
import type { Stack } from '../../stack/start-stack.ts';
import { COACH_NICE, STALLED_ENTRY, type Arrangement } from './arrangement.ts';
import { withOwner } from './database.ts';

export type Split = Arrangement & { stop: () => Promise<void> };

/** The product as it is: three services. Its coach is killed and started anew between the states. */
export function splitOf(stack: Stack, log: (line: string) => void): Split {
  const { port, metricsPort } = stack.services.coach;
  let coach: ServicePart = stack.services.coach;

  /** A kill, because nobody needs the farewell of a coach whose turns hang; it also reaches one that is frozen. */
  async function stop(): Promise<void> {
    sendSignal(coach.pid, 'SIGKILL');
    await coach.stop();
  }

  return {
    url: stack.url,
    pid: () => coach.pid,
    applicationName: 'evensplit-coach',
    poolSize: 5,
    stop,
    async reset() {
      await stop();
      await withOwner(stack, (client) => client.query('TRUNCATE "Conversation", "Turn" CASCADE'));
      coach = await startService({
        name: 'coach',
        port,
        metricsPort,
        env: stack.envs.coach,
        entry: STALLED_ENTRY,
        nice: COACH_NICE,
        log,
      });
    },
  };
}
