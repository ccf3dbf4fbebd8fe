import pg from 'pg';
import { atMost, exactly, reportOf, type Report } from '../bench/report.ts';
import type { DrillContext } from './drill.ts';
import { startStage, type Stage } from './stage.ts';
import { signUp } from './watch-login.ts';

const TABS = 20;

/** F27: the tabs of one browser wake up together and all of them refresh with the same token. */
export async function refreshTabs(context: DrillContext): Promise<Report> {
  const times = context.sizes.times ?? 5;
  const stage = await startStage(context);
  const { client, athleteId } = await signUp(stage.stack.url);
  let refused = 0;
  let children = 0;
  let made = 0;
  for (let round = 0; round < times; round += 1) {
    const before = await tokens(stage, athleteId);
    const cookie = client.cookieHeader();
    const answers = await Promise.all(
      Array.from({ length: TABS }, () =>
        fetch(new URL('/v1/auth/refresh', stage.stack.url), {
          method: 'POST',
          headers: { cookie },
        }),
      ),
    );
    refused += answers.filter((answer) => !answer.ok).length;
    children += new Set(answers.map(refreshCookie)).size;
    made += (await tokens(stage, athleteId)) - before;
    // The browser's jar goes on with what it was given; its own refresh is one more token of the next round.
    await client.must('POST', '/v1/auth/refresh');
  }
  const home = await client.call('GET', '/v1/home');
  context.say(`${times} times ${TABS} tabs: ${made} new tokens`);
  return reportOf('F27', [
    exactly('refreshes that succeeded', times * TABS - refused, times * TABS),
    exactly('different children', children, times),
    exactly('new tokens in the database', made, times),
    exactly('home afterwards', home.status, 200),
    atMost('bugs told by any process', stage.bugs.length, 0),
  ]);
}

function refreshCookie(answer: Response): string | undefined {
  return answer.headers
    .getSetCookie()
    .find((line) => line.startsWith('es_rt='))
    ?.split(';')[0];
}

async function tokens(stage: Stage, athleteId: string): Promise<number> {
  const client = new pg.Client({ connectionString: stage.stack.urls.admin });
  await client.connect();
  try {
    const { rows } = await client.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM "RefreshToken" t JOIN "Session" s ON s.id = t."sessionId" WHERE s."athleteId" = $1`,
      [athleteId],
    );
    return rows[0]?.n ?? -1;
  } finally {
    await client.end();
  }
}
