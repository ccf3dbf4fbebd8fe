import { parseArgs } from 'node:util';
import { isAbsolute, join, resolve } from 'node:path';
import { reachableDataDir } from '@evensplit/local-parts/open-to-others';
import { repoRoot } from './paths.ts';

export type UpOptions = {
  port: number;
  dataDir: string;
  publicUrl: string | undefined;
  demo: boolean;
  modelSim: boolean;
  detach: boolean;
  check: boolean;
  help: boolean;
};

/** A setting somebody typed wrong; its message is the one line they get. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const upHelp = `scripts/up runs all of Evensplit on this machine: installs what is missing, starts Postgres, Redis, the three
services and the gateway, and shows their logs until Ctrl-C.

  --port N          where to listen (8080)
  --data DIR        where data lives (.evensplit in the checkout)
  --public-url URL  the address people type, when it is not http://localhost:PORT
  --no-demo         do not create the demo athlete
  --model-sim       put a simulated language model behind the coach, to see what one changes; nothing leaves this machine
  --detach          go to the background once everything is ready; scripts/down stops it
  --check           start on free ports with throwaway data, run the smoke test, stop; the exit code tells
  --help            this text

DATABASE_URL (a role that may create roles) and REDIS_URL (a user that may create users) use existing servers
instead of starting our own.
COACH_PROVIDERS with OPENAI_* or GEMINI_* puts a language model behind the coach: docs/operations/models.md.`;

export function parseUpArgs(argv: string[], cwd: string): UpOptions {
  let values;
  try {
    ({ values } = parseArgs({
      args: argv,
      options: {
        port: { type: 'string', default: '8080' },
        data: { type: 'string' },
        'public-url': { type: 'string' },
        'no-demo': { type: 'boolean', default: false },
        'model-sim': { type: 'boolean', default: false },
        detach: { type: 'boolean', default: false },
        check: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }));
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split('. ')[0]}; --help lists the options`);
  }
  const port = Number(values.port);
  if (!/^\d{1,5}$/.test(values.port) || port < 1 || port > 65_535)
    throw new UsageError(`--port ${values.port} is not a port number from 1 to 65535`);
  const publicUrl = values['public-url'];
  if (publicUrl !== undefined && !/^https?:$/.test(URL.parse(publicUrl)?.protocol ?? ''))
    throw new UsageError(`--public-url ${publicUrl} is not an http or https address`);
  return {
    port,
    dataDir: values.data
      ? absolute(values.data, cwd)
      : reachableDataDir(join(repoRoot, '.evensplit')),
    publicUrl,
    demo: !values['no-demo'],
    modelSim: values['model-sim'],
    detach: values.detach,
    check: values.check,
    help: values.help,
  };
}

function absolute(path: string, cwd: string): string {
  return isAbsolute(path) ? path : resolve(cwd, path);
}
