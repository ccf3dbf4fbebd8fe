import { connect } from 'node:net';
import { UsageError } from './parse-up-args.ts';

const usualPorts: Record<string, number> = {
  'postgresql:': 5432,
  'postgres:': 5432,
  'redis:': 6379,
  'rediss:': 6379,
};

/** Says which setting points nowhere, before anything is started because of it. */
export async function requireReachable(setting: string, address: string): Promise<void> {
  const url = URL.parse(address);
  if (!url || !(url.protocol in usualPorts))
    throw new UsageError(
      `${setting} is not a ${setting === 'REDIS_URL' ? 'redis://' : 'postgresql://'} address`,
    );
  const port = Number(url.port || usualPorts[url.protocol]);
  const answered = await new Promise<boolean>((resolve) => {
    const socket = connect({ host: url.hostname, port, timeout: 3000 });
    const done = (ok: boolean) => {
      socket.destroy();
      resolve(ok);
    };
    socket.once('connect', () => done(true));
    socket.once('error', () => done(false));
    socket.once('timeout', () => done(false));
  });
  if (!answered)
    throw new UsageError(
      `nobody answers at ${url.hostname}:${port}, where ${setting} points; start that server or unset ${setting}`,
    );
}
