import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { makeSampleFiles } from '../demo/sample-files.ts';
import { phone, visit, type Visit } from './open-browser.ts';
import { startProduct, type Product } from './start-product.ts';

const password = 'the long way round the lake';

/** A newcomer's first hour, on a phone: the tests go in order, each where the one before stopped. */
describe('a first hour with Evensplit', () => {
  let product: Product;
  let athlete: Visit;
  let page: Page;
  let files: string;

  beforeAll(async () => {
    product = await startProduct();
    athlete = await visit(product, phone);
    page = athlete.page;
    files = await mkdtemp(join(tmpdir(), 'evensplit-runs-'));
  });
  afterAll(async () => {
    await product.stop();
    await rm(files, { recursive: true, force: true });
  });

  it('leads a stranger to sign-up, and refuses a weak password with a reason', async () => {
    await page.goto('/');
    await page.getByRole('link', { name: /create/i }).click();
    const form = page.getByTestId('sign-up-form');
    await form.getByLabel('Name').fill('Mara');
    await form.getByLabel('E-mail').fill('mara@example.org');
    await form.getByLabel('Password').fill('aaaaaaaaaaaaaaaaaaaa');
    await form.getByRole('button', { name: 'Create account' }).click();
    await page.getByText(/easy to guess/).waitFor();
    await form.getByLabel('Password').fill(password);
    await form.getByRole('button', { name: 'Create account' }).click();
    await page.getByTestId('drop-zone').waitFor();
    expect(new URL(page.url()).pathname).toBe('/welcome');
  });

  it('reads dropped files, tells what could not be read and why, and fills home', async () => {
    const samples = makeSampleFiles({ seed: 7, startedAt: new Date(Date.now() - 20 * 3_600_000) });
    const paths: string[] = [];
    for (const sample of samples) {
      const path = join(files, sample.name);
      await writeFile(path, sample.bytes);
      paths.push(path);
    }
    const broken = join(files, 'broken.fit');
    await writeFile(broken, 'this is no recording');
    await page.getByTestId('file-input').setInputFiles([...paths, broken]);
    const progress = page.getByTestId('import-progress');
    await progress.waitFor();
    await page
      .getByText(/3 .*(imported|runs|added|new)/i)
      .first()
      .waitFor({ timeout: 60_000 });
    await page.getByText('broken.fit').first().waitFor();
    await page.goto('/');
    await page.getByTestId('home').waitFor();
    expect(await page.getByTestId('receipt').count()).toBeGreaterThan(0);
  });

  it('opens a receipt and lands on the run it came from', async () => {
    await page.getByTestId('receipt').first().click();
    const panel = page.getByTestId('receipt-panel');
    await panel.waitFor();
    await panel.getByTestId('receipt-run').first().click();
    await page.getByTestId('activity').waitFor();
    expect(new URL(page.url()).pathname).toMatch(/^\/activities\/[0-9a-f-]{36}$/);
  });

  it('lists the runs, finds one by what the address says, and shows its laps', async () => {
    await page.goto('/activities');
    await page.getByTestId('activity-row').first().waitFor();
    expect(await page.getByTestId('activity-row').count()).toBe(3);
    await page.goto('/activities?text=nothing-is-called-this');
    await page.getByTestId('totals').waitFor();
    expect(await page.getByTestId('activity-row').count()).toBe(0);
    await page.goto('/activities');
    await page.getByTestId('activity-row').first().click();
    await page.getByTestId('activity').waitFor();
    await page.getByTestId('route-line').waitFor();
  });

  it('asks the coach, reads the answer as it streams, and every number is a receipt', async () => {
    await page.goto('/coach');
    await page.getByTestId('suggestion').first().click();
    const turn = page.locator('[data-testid=turn][data-status=done]');
    await turn.waitFor({ timeout: 30_000 });
    const answer = turn.getByTestId('answer');
    const receipts = answer.getByTestId('receipt');
    expect(await receipts.count()).toBeGreaterThan(0);
    expect(new URL(page.url()).pathname).toMatch(/^\/coach\/[0-9a-f-]{36}$/);
    await page.reload();
    await turn.waitFor();
    await receipts.first().click();
    await page.getByTestId('receipt-panel').waitFor();
    await page.keyboard.press('Escape');
  });

  it('shows the answer on a second device, and signs the first one out from there', async () => {
    const other = await visit(product, phone);
    await other.page.goto('/sign-in');
    const form = other.page.getByTestId('sign-in-form');
    await form.getByLabel('E-mail').fill('mara@example.org');
    await form.getByLabel('Password').fill(password);
    await form.getByRole('button', { name: /sign in/i }).click();
    await other.page.getByTestId('home').waitFor();
    await other.page.goto(new URL(page.url()).pathname);
    const first = await page.getByTestId('answer').first().innerText();
    await other.page.getByTestId('answer').first().waitFor();
    expect(await other.page.getByTestId('answer').first().innerText()).toBe(first);
    await other.page.goto('/settings/security');
    await other.page
      .getByRole('button', { name: /^Sign out / })
      .first()
      .click();
    // The control poll makes it hold everywhere within five seconds; the page notices at its next request.
    const signIn = page.getByTestId('sign-in-form');
    const isSignedOut = () =>
      signIn.waitFor({ timeout: 1000 }).then(
        () => true,
        () => false,
      );
    do await page.goto('/activities');
    while (!(await isSignedOut()));
    expect(other.problems).toEqual([]);
    await other.context.close();
  });

  it('meets no error in the browser on the whole way', () => {
    expect(athlete.problems).toEqual([]);
  });
});
