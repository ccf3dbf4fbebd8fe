import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ImportBatchDetail, UploadAccepted } from '@evensplit/contracts';
import { freePort } from '@evensplit/local-parts/free-port';
import type { Page } from 'playwright-core';
import { renderDemoFiles } from '../demo/render-demo-files.ts';
import { createApiClient, type ApiClient } from '../stack/http-client.ts';
import { laptop, phone, visit, type Screen } from './open-browser.ts';
import { startProduct, type Product } from './start-product.ts';

const password = 'the long way round the lake';

/** Where screenshots go, when somebody wants to look: EVENSPLIT_SCREENSHOTS names a folder. */
const pictures = process.env['EVENSPLIT_SCREENSHOTS'];

const screens: [string, Screen][] = [
  ['phone light', phone],
  ['phone dark', { ...phone, dark: true }],
  ['laptop light', laptop],
  ['laptop dark', { ...laptop, dark: true }],
];

let product: Product;
let client: ApiClient;
let runId: string;
let conversationId: string;

beforeAll(async () => {
  // A model is configured, so that the page about it has something to say; nobody agrees, so it is never asked.
  const env = {
    COACH_PROVIDERS: 'openai',
    OPENAI_API_KEY: 'unused',
    OPENAI_MODEL: 'a-model',
    OPENAI_BASE_URL: `http://127.0.0.1:${await freePort()}/v1`,
  };
  product = await startProduct({ overrides: { coach: { env } } });
  client = createApiClient(product.url);
  await client.must('POST', '/v1/auth/signup', {
    email: 'lena@example.org',
    password,
    displayName: 'Lena',
    timeZone: 'Europe/Berlin',
  });
  await bringRuns(client);
  const list = await client.must<{ items: { id: string; hasRoute: boolean }[] }>(
    'GET',
    '/v1/activities',
  );
  runId = list.items.find((item) => item.hasRoute)?.id ?? '';
  const turn = await client.must<{ conversationId: string; turnId: string }>(
    'POST',
    '/v1/coach/turns',
    { text: 'Analyse my last run' },
    { 'idempotency-key': 'screens-test-1' },
  );
  conversationId = turn.conversationId;
  await untilAnswered(client, turn.turnId);
  if (pictures) await mkdir(pictures, { recursive: true });
}, 180_000);
afterAll(async () => {
  await product.stop();
});

// Hooks and tests stand at the top of the file because concurrent tests wait for no others. A page waits for its network
// as often as it computes, so two are looked at at once.
it.concurrent.each(screens)(
  'every screen is accessible, fits and complains about nothing: %s',
  async (name, screen) => {
    const places: [string, string, string, ((page: Page) => Promise<void>)?][] = [
      ['sign-in', '/sign-in', 'sign-in-form'],
      ['sign-up', '/sign-up', 'sign-up-form'],
      ['home', '/', 'home'],
      ['welcome', '/welcome', 'drop-zone'],
      ['activities', '/activities', 'activity-row'],
      ['activity', `/activities/${runId}`, 'route-line'],
      ['coach', '/coach', 'composer'],
      ['search', '/coach?q=covered', 'found', showHistory],
      ['conversation', `/coach/${conversationId}`, 'looked-at', openDetails],
      ['profile', '/settings/profile', 'profile-form'],
      ['security', '/settings/security', 'password-form'],
      ['privacy', '/settings/privacy', 'model-consent', openPreview],
      ['installation', '/settings/installation', 'new-invite'],
    ];
    const found: string[] = [];
    const { page, context, problems } = await visit(product, screen);
    for (const [place, path, mark, prepare] of places) {
      if (place === 'home') await context.addCookies(cookiesFor(product.url, client));
      await page.goto(path);
      await page.getByTestId(mark).first().waitFor();
      await page.waitForLoadState('networkidle');
      await prepare?.(page);
      if (pictures)
        await page.screenshot({ path: join(pictures, `${place} ${name}.png`), fullPage: true });
      const { violations } = await new AxeBuilder({ page }).analyze();
      for (const violation of violations)
        found.push(
          `${place}: ${violation.id} at ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`,
        );
      const overflow = await page.evaluate(
        'document.documentElement.scrollWidth - window.innerWidth',
      );
      if (Number(overflow) > 0) found.push(`${place}: scrolls sideways by ${Number(overflow)} px`);
    }
    await context.close();
    expect([...found, ...problems]).toEqual([]);
  },
);

it('keeps the bar and the cards of a phone readable with text twice as large', async () => {
  const { page, context } = await visit(product, phone);
  await context.addCookies(cookiesFor(product.url, client));
  await page.goto('/');
  await page.getByTestId('home').waitFor();
  await page.evaluate("document.documentElement.style.fontSize = '200%'");
  const cut = await page.evaluate(
    `[...document.querySelectorAll('nav a, [data-testid=home] section')]
      .filter((one) => one.scrollWidth > one.clientWidth || one.getBoundingClientRect().right > innerWidth)
      .map((one) => one.textContent.slice(0, 20))`,
  );
  expect(cut).toEqual([]);
  await context.close();
});

/** On a phone it lies below the fold. */
async function showHistory(page: Page): Promise<void> {
  await page.getByTestId('found').first().scrollIntoViewIfNeeded();
}

async function openDetails(page: Page): Promise<void> {
  await page.getByTestId('looked-at').first().locator('summary').click();
}

/** Consent is asked for, and everything that a model would see lies open. */
async function openPreview(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Give consent' }).waitFor();
  await page.getByRole('button', { name: 'See exactly what it would see' }).click();
  for (const part of await page.getByTestId('model-preview').locator('summary').all())
    await part.click();
}

/** About six weeks of the demo athlete, so that charts and predictions have something to show. */
async function bringRuns(client: ApiClient): Promise<void> {
  const form = new FormData();
  for (const file of renderDemoFiles({
    seed: 3,
    today: new Date().toISOString().slice(0, 10),
    months: 2,
    gzip: true,
  }))
    form.append('files', new Blob([new Uint8Array(file.bytes)]), file.name);
  const { batchId } = await client.must<UploadAccepted>('POST', '/v1/ingest/uploads', form);
  const deadline = Date.now() + 120_000;
  while (Date.now() < deadline) {
    const { batch } = await client.must<ImportBatchDetail>(
      'GET',
      `/v1/ingest/uploads/${batchId}?limit=1`,
    );
    if (batch.state === 'done') return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('the runs were not imported in two minutes');
}

async function untilAnswered(client: ApiClient, turnId: string): Promise<void> {
  for (let tries = 0; tries < 60; tries++) {
    const { status } = await client.must<{ status: string }>('GET', `/v1/coach/turns/${turnId}`);
    if (status === 'done') return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('the coach did not answer');
}

function cookiesFor(url: string, client: ApiClient) {
  return [...client.cookies].map(([name, value]) => ({ name, value, url, httpOnly: true }));
}
