import {
  HomeView,
  type ImportBatchDetail,
  type SessionStarted,
  type UploadAccepted,
} from '@evensplit/contracts';
import { makeSampleFiles } from '../demo/sample-files.ts';
import { askOverSocket, askOverSse, type CoachAnswer } from './ask-coach.ts';
import type { SmokeContext } from './smoke-context.ts';

type Step = (context: SmokeContext) => Promise<string>;

const password = 'a smoke test password 42';

export const smokeSteps: readonly (readonly [name: string, step: Step])[] = [
  ['the gateway serves the web app', servesWeb],
  ['core-api is ready', isReady],
  ['sign up', signUp],
  ['upload three files of three formats', uploadFiles],
  ['all of them are imported and derived', waitForDerivation],
  ['the values are those of the files', compareValues],
  ['home shows facts only', readHome],
  ['the coach answers over SSE', (context) => ask(context, askOverSse)],
  ['the coach answers over Socket.IO', (context) => ask(context, askOverSocket)],
  ['the same file again is a duplicate', uploadAgain],
  ['log out', logOut],
];

async function servesWeb({ url }: SmokeContext): Promise<string> {
  const page = await fetch(url);
  const html = await page.text();
  if (page.status !== 200 || !html.includes('<div id="root"'))
    throw new Error(`got ${page.status}, no app in it`);
  if (!page.headers.get('content-security-policy')) throw new Error('no content security policy');
  return '';
}

async function isReady({ client }: SmokeContext): Promise<string> {
  await client.must('GET', '/health/ready');
  return '';
}

async function signUp({ client, unique }: SmokeContext): Promise<string> {
  const email = `smoke-${unique}@example.org`;
  await client.must<SessionStarted>('POST', '/v1/auth/signup', {
    email,
    password,
    displayName: 'Smoke',
    timeZone: 'Europe/Berlin',
  });
  return email;
}

async function uploadFiles(context: SmokeContext): Promise<string> {
  const yesterday = new Date(Date.now() - 30 * 3_600_000);
  context.files = makeSampleFiles({
    seed: Number.parseInt(context.unique, 16),
    startedAt: yesterday,
  });
  const form = new FormData();
  for (const file of context.files)
    form.append('files', new Blob([new Uint8Array(file.bytes)]), file.name);
  const accepted = await context.client.must<UploadAccepted>('POST', '/v1/ingest/uploads', form);
  if (accepted.files.length !== 3)
    throw new Error(`${accepted.files.length} of 3 files were accepted`);
  context.batchId = accepted.batchId;
  return accepted.batchId;
}

async function waitForDerivation({ client, batchId }: SmokeContext): Promise<string> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const { batch, files } = await client.must<ImportBatchDetail>(
      'GET',
      `/v1/ingest/uploads/${batchId}`,
    );
    if (batch.state === 'done') {
      const failed = files.find((file) => file.state !== 'imported');
      if (failed) throw new Error(`${failed.name} is ${failed.state}: ${failed.reason}`);
      return `${batch.counts.imported} imported`;
    }
    if (Date.now() > deadline) throw new Error(`still ${batch.state} after a minute`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

async function compareValues({ client, files }: SmokeContext): Promise<string> {
  const { items } = await client.must<{
    items: { startedAt: string; distanceM: number; avgHeartRate: number; elapsedS: number }[];
  }>('GET', '/v1/activities');
  for (const file of files ?? []) {
    const item = items.find(
      (one) => Math.abs(Date.parse(one.startedAt) - file.startedAt.getTime()) < 2000,
    );
    if (!item) throw new Error(`no activity starts when ${file.name} does`);
    const { expected } = file;
    if (Math.abs(item.distanceM / expected.distanceM - 1) > 0.005)
      throw new Error(
        `${file.name} is ${expected.distanceM.toFixed(0)} m long, the activity ${item.distanceM.toFixed(0)} m`,
      );
    if (Math.abs(item.avgHeartRate - expected.avgHr) > 1.5)
      throw new Error(
        `${file.name} has an average of ${expected.avgHr} bpm, the activity ${item.avgHeartRate}`,
      );
  }
  return `${items.length} activities`;
}

async function readHome({ client }: SmokeContext): Promise<string> {
  const home = HomeView.parse(await client.must('GET', '/v1/home'));
  if (!home.lastRun) throw new Error('no last run');
  const known = new Set(home.facts.map((fact) => fact.id));
  const used = [
    ...home.lastRunFactIds,
    ...home.trend.loadFactIds,
    ...home.predictions.map((one) => one.factId),
  ];
  const dangling = used.filter((id) => !known.has(id));
  if (dangling.length > 0) throw new Error(`${dangling.length} ids on the page are no facts`);
  return `${home.today.headline}; ${home.facts.length} facts`;
}

async function ask(
  context: SmokeContext,
  by: (context: SmokeContext, question: string) => Promise<CoachAnswer>,
): Promise<string> {
  const answer = await by(context, 'Analyse my last run');
  if (answer.status !== 'done') throw new Error(`the turn ended as ${answer.status}`);
  if (answer.terminals !== 1) throw new Error(`${answer.terminals} terminal events`);
  checkReceipts(answer);
  return `${answer.text.length} characters, ${answer.factIds.length} receipts, written by ${answer.writer}`;
}

/** Every number in the answer stands inside a receipt link, and every link leads to a fact of this turn. */
function checkReceipts(answer: CoachAnswer): void {
  const known = new Set(answer.factIds);
  const links = [...answer.text.matchAll(/\[([^\]]*)\]\(#fact:([\w-]+)\)/g)];
  if (links.length === 0) throw new Error('the answer has no receipt at all');
  for (const [, label, id] of links)
    if (!known.has(id ?? '')) throw new Error(`“${label}” leads to no fact of this turn`);
  const rest = answer.text.replaceAll(/\[[^\]]*\]\(#fact:[\w-]+\)/g, '');
  // Dates name the run that is spoken of; they are no claim about it.
  const bare = rest
    .replaceAll(
      /\b\d{1,2} (January|February|March|April|May|June|July|August|September|October|November|December)( \d{4})?\b/g,
      '',
    )
    .match(/\d+/);
  if (bare) throw new Error(`“${bare[0]}” stands in the answer without a receipt`);
}

async function uploadAgain({ client, files }: SmokeContext): Promise<string> {
  const [file] = files ?? [];
  if (!file) throw new Error('nothing was uploaded');
  const form = new FormData();
  form.append('files', new Blob([new Uint8Array(file.bytes)]), file.name);
  const { batchId } = await client.must<UploadAccepted>('POST', '/v1/ingest/uploads', form);
  const deadline = Date.now() + 30_000;
  for (;;) {
    const { files: rows } = await client.must<ImportBatchDetail>(
      'GET',
      `/v1/ingest/uploads/${batchId}`,
    );
    const state = rows[0]?.state;
    if (state === 'duplicate') break;
    if (state === 'imported' || state === 'failed' || Date.now() > deadline)
      throw new Error(`it is ${state}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const { totals } = await client.must<{ totals: { count: number } }>('GET', '/v1/activities');
  if (totals.count !== 3) throw new Error(`there are ${totals.count} activities now`);
  return '';
}

async function logOut({ client }: SmokeContext): Promise<string> {
  await client.must('POST', '/v1/auth/logout');
  const answer = await client.call('GET', '/v1/home');
  if (answer.status !== 401) throw new Error(`home still answers ${answer.status}`);
  return '';
}
