import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportBatchDetail, SessionStarted, UploadAccepted } from '@evensplit/contracts';
import { freePort } from '@evensplit/local-parts/free-port';
import { tempDir } from '@evensplit/local-parts/temp-dir';
import { writeDemoFiles } from '../demo/write-demo-files.ts';
import { createApiClient } from '../stack/http-client.ts';
import { ensureTools } from '../stack/ensure-tools.ts';
import { startStack, type Stack } from '../stack/start-stack.ts';
import { measure, type Latency } from './latency.ts';
import { cookieFor, makePeople } from './people.ts';
import { atMost, reportOf, type Bar, type Report } from './report.ts';
import { openStalledTurns } from './stalled-turns.ts';

const STALLED = 500;
/** Requests per second of each kind, all at once, for this long: a busy minute of a small installation. */
const RATES = { login: 8, ready: 40, home: 15 } as const;
const ROUND_S = 15;
/** Machines are shared: on top of the ratio, this much is noise and not the coach. */
const NOISE_MS = 2;
const RATIO = 1.2;

type Endpoint = keyof typeof RATES;
type Round = Record<Endpoint, Latency>;

const password = 'a bench password 42 long';

/**
 * What a stalled coach does to everybody else: login, readiness and home through the gateway, with no stream open,
 * with 500 that never finish, and with none again, in one run on one machine. The bar is the ratio, never the time.
 */
export async function isolationBench(): Promise<Report> {
  await ensureTools(['redis-server', 'caddy'], console.log);
  const dir = await tempDir('bench');
  const stack = await startStack({
    dataDir: dir.path,
    port: await freePort(),
    throwaway: true,
    overrides: {
      coach: {
        entry: 'services/coach/bench/stalled-main.ts',
        env: { COACH_MAX_TURNS: String(STALLED + 50) },
      },
    },
    log: (source, line) => console.error(`${source}: ${line}`),
  });
  try {
    const load = await prepare(stack);
    // The first round warms every process up and is not counted.
    await oneRound(load);
    const before = await oneRound(load);
    const people = await makePeople(stack, STALLED / 2);
    const stalled = await openStalledTurns(stack.url, people, STALLED);
    const during = await oneRound(load);
    stalled.close();
    const after = await oneRound(load);
    return judge(before, during, after, stalled.open);
  } finally {
    await stack.stop();
    await dir.remove();
  }
}

type Load = { url: string; email: string; cookies: string[] };

/** One athlete with two months of real history, and enough sessions that no limit is met. */
async function prepare(stack: Stack): Promise<Load> {
  const client = createApiClient(stack.url);
  const email = 'bench@example.org';
  const { athlete } = await client.must<SessionStarted>('POST', '/v1/auth/signup', {
    email,
    password,
    displayName: 'Bench',
    timeZone: 'Europe/Berlin',
  });
  const dir = await tempDir('bench-files');
  try {
    const today = new Date().toISOString().slice(0, 10);
    const files = await writeDemoFiles({
      dir: join(dir.path, 'runs'),
      seed: 1,
      today,
      months: 3,
      gzip: true,
    });
    const form = new FormData();
    for (const file of files.slice(-60))
      form.append('files', new Blob([new Uint8Array(await readFile(file.path))]), file.name);
    const { batchId } = await client.must<UploadAccepted>('POST', '/v1/ingest/uploads', form);
    await untilDone(() => client.must<ImportBatchDetail>('GET', `/v1/ingest/uploads/${batchId}`));
  } finally {
    await dir.remove();
  }
  const cookies = await Promise.all(Array.from({ length: 20 }, () => cookieFor(stack, athlete.id)));
  return { url: stack.url, email, cookies };
}

async function untilDone(read: () => Promise<ImportBatchDetail>): Promise<void> {
  const deadline = Date.now() + 120_000;
  while (Date.now() < deadline) {
    if ((await read()).batch.state === 'done') return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('the history was not imported in two minutes');
}

async function oneRound(load: Load): Promise<Round> {
  const get = (path: string) => async (index: number) => {
    const cookie = load.cookies[index % load.cookies.length] ?? '';
    const answer = await fetch(new URL(path, load.url), { headers: { cookie } });
    await answer.arrayBuffer();
    return answer.ok;
  };
  const login = async () => {
    const answer = await fetch(new URL('/v1/auth/login', load.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: load.email, password }),
    });
    await answer.arrayBuffer();
    return answer.ok;
  };
  const [logins, ready, home] = await Promise.all([
    measure(RATES.login, ROUND_S, login),
    measure(RATES.ready, ROUND_S, get('/health/ready')),
    measure(RATES.home, ROUND_S, get('/v1/home')),
  ]);
  return { login: logins, ready, home };
}

/** The idle reference is the worse of the rounds before and after: drift of the machine must not look like the coach. */
function judge(before: Round, during: Round, after: Round, open: number): Report {
  const bars: Bar[] = [
    { name: 'open stalled streams', value: open, bar: STALLED, ok: open === STALLED },
  ];
  console.log(
    `\n${''.padEnd(8)}${'p50 ms'.padStart(28)}${'p95 ms'.padStart(28)}${'p99 ms'.padStart(28)}`,
  );
  console.log(
    `${''.padEnd(8)}${'idle / stalled / idle'.padStart(28)}`.padEnd(36) +
      'idle / stalled / idle'.padStart(28).repeat(2),
  );
  for (const endpoint of Object.keys(RATES) as Endpoint[]) {
    const rounds = [before, during, after].map((round) => round[endpoint]);
    const row = (['p50', 'p95', 'p99'] as const).map((p) =>
      rounds
        .map((one) => one[p].toFixed(1))
        .join(' / ')
        .padStart(28),
    );
    console.log(endpoint.padEnd(8) + row.join(''));
    const idle = Math.max(before[endpoint].p99, after[endpoint].p99);
    const allowed = RATIO + NOISE_MS / idle;
    bars.push(
      atMost(
        `${endpoint} p99, stalled ÷ idle (≤ 1.2 + 2 ms)`,
        during[endpoint].p99 / idle,
        allowed,
      ),
    );
    const failed = rounds.reduce((sum, one) => sum + one.failed, 0);
    bars.push(atMost(`${endpoint} failed requests`, failed, 0));
  }
  return reportOf('isolation', bars, { before, during, after, streams: open });
}
