import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { createApiClient, type ApiClient } from '../stack/http-client.ts';
import { laptop, phone, visit, type Screen, type Visit } from './open-browser.ts';
import { startProduct, type Product } from './start-product.ts';

/** Where screenshots go, when somebody wants to look: EVENSPLIT_SCREENSHOTS names a folder. */
const pictures = process.env['EVENSPLIT_SCREENSHOTS'];

const screens: [string, Screen][] = [
  ['phone light', phone],
  ['phone dark', { ...phone, dark: true }],
  ['laptop light', laptop],
  ['laptop dark', { ...laptop, dark: true }],
];

/** What an athlete has remembered, on the page and in the conversation. The tests go in order. */
describe('memories in the browser', () => {
  let product: Product;
  let client: ApiClient;
  let athlete: Visit;
  let page: Page;
  /** A conversation with an offer that was left open. */
  let sore = '';

  beforeAll(async () => {
    product = await startProduct();
    client = createApiClient(product.url);
    await client.must('POST', '/v1/auth/signup', {
      email: 'ines@example.org',
      password: 'the long way round the lake',
      displayName: 'Ines',
      timeZone: 'Europe/Berlin',
    });
    athlete = await signedIn(phone);
    page = athlete.page;
    page.setDefaultTimeout(15_000);
    if (pictures) await mkdir(pictures, { recursive: true });
  }, 180_000);
  afterAll(async () => {
    await product.stop();
  });

  async function signedIn(screen: Screen): Promise<Visit> {
    const visitor = await visit(product, screen);
    const cookies = [...client.cookies].map(([name, value]) => ({
      name,
      value,
      url: product.url,
      httpOnly: true,
    }));
    await visitor.context.addCookies(cookies);
    return visitor;
  }

  async function look(name: string, at: Page): Promise<string[]> {
    await at.waitForLoadState('networkidle');
    if (pictures) await at.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
    const { violations } = await new AxeBuilder({ page: at }).analyze();
    const overflow = await at.evaluate('document.documentElement.scrollWidth - window.innerWidth');
    return [
      ...violations.map(
        ({ id, nodes }) =>
          `${name}: ${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
      ),
      ...(Number(overflow) > 0 ? [`${name}: scrolls sideways by ${Number(overflow)} px`] : []),
    ];
  }

  const memories = () => page.getByTestId('memory');
  async function askCoach(question: string): Promise<void> {
    await page.goto('/coach');
    await page.getByLabel('Your question').fill(question);
    await page.getByRole('button', { name: 'Send question' }).click();
  }

  it('begins empty and says how to begin', async () => {
    await page.goto('/settings/memory');
    await page.getByText('remembers nothing about you yet').waitFor();
    expect(await look('memory empty phone light', page)).toEqual([]);
  });

  it('keeps an injury that is written by keyboard alone', async () => {
    await page.getByRole('button', { name: 'Add something' }).focus();
    await page.keyboard.press('Enter');
    const form = page.getByTestId('memory-form');
    await form.waitFor();
    expect(await page.evaluate('document.activeElement.name')).toBe('kind');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Left Achilles');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Hurts on the first steps for 3 weeks now');
    await page.keyboard.press('Enter');
    await memories().waitFor();
    expect(await page.getByRole('status').first().innerText()).toBe('Kept.');
    expect(await memories().innerText()).toMatch(/Left Achilles[^]*“Hurts on[^]*Written by you/);
    expect(await form.count()).toBe(0);
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Add something');
  });

  it('offers the fields of each kind, and refuses what does not fit', async () => {
    await page.getByRole('button', { name: 'Add something' }).click();
    const form = page.getByTestId('memory-form');
    await form.getByLabel('What is it?').selectOption('preference');
    expect(await form.getByLabel('Since (optional)').count()).toBe(0);
    await form.getByRole('button', { name: 'Remember it' }).click();
    expect(await memories().count()).toBe(1);
    await form.getByLabel('What is it?').selectOption('event');
    await form.getByLabel('What goes on?').selectOption('altitude');
    await form.getByLabel('Since (optional)').fill('2026-11-20');
    await form.getByLabel('Until (optional)').fill('2026-11-10');
    expect(await page.evaluate("document.querySelector('[name=until]').validity.valid")).toBe(
      false,
    );
    await form.getByLabel('Until (optional)').fill('2099-01-10');
    await form.getByRole('button', { name: 'Remember it' }).click();
    await page.getByText('Altitude').first().waitFor();
    expect(await memories().count()).toBe(2);
  });

  it('is changed where it stands, and the keyboard is back where it was', async () => {
    await page.goto('/settings/memory');
    await page.getByRole('button', { name: 'Edit: Left Achilles' }).click();
    const form = page.getByTestId('memory-form');
    await form.getByLabel('How is it?').selectOption('recovering');
    await form.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Getting better').waitFor();
    expect(await page.evaluate("document.activeElement.getAttribute('aria-label')")).toBe(
      'Edit: Left Achilles',
    );
  });

  it('does not overwrite what was changed on another device', async () => {
    await page.goto('/settings/memory');
    await page.getByRole('button', { name: 'Edit: Left Achilles' }).click();
    const form = page.getByTestId('memory-form');
    const { memories: known } = await client.must<{
      memories: { id: string; revision: number; kind: string }[];
    }>('GET', '/v1/coach/memories');
    const injury = known.find(({ kind }) => kind === 'injury');
    await client.must('PATCH', `/v1/coach/memories/${injury?.id}`, {
      text: 'Written elsewhere',
      revision: injury?.revision,
    });
    await form.getByLabel('In your words (optional)').fill('Written here');
    await form.getByRole('button', { name: 'Save' }).click();
    await page.getByText('changed in between').waitFor();
    await page.waitForFunction(
      "document.querySelector('[data-testid=memory-form] [name=text]').value === 'Written elsewhere'",
    );
    await page.keyboard.press('Escape');
    await page.getByTestId('memory-form').waitFor({ state: 'detached' });
    expect(await memories().first().innerText()).toContain('Written elsewhere');
  });

  it('is offered in a conversation, kept with one tap, and tells where it came from', async () => {
    await askCoach('Remember that I prefer long runs on Saturday');
    const offer = page.getByTestId('memory-offer');
    await offer.waitFor();
    expect(await offer.innerText()).toContain('“I prefer long runs on Saturday”');
    expect(await look('memory offer phone light', page)).toEqual([]);
    await offer.getByRole('button', { name: 'Keep it' }).click();
    await page.getByTestId('memory-kept').waitFor();
    expect(await page.evaluate('document.activeElement.textContent')).toBe(
      'What your coach remembers',
    );
    await page.reload();
    await page.getByTestId('memory-kept').waitFor();
    await page.getByRole('link', { name: 'What your coach remembers' }).click();
    const kept = memories().filter({ hasText: 'long runs on Saturday' });
    await kept.getByRole('link', { name: 'this conversation' }).click();
    await page.getByTestId('turn').waitFor();
  });

  it('keeps nothing that is put aside, and does not ask again', async () => {
    await askCoach('I am travelling until Friday');
    const offer = page.getByTestId('memory-offer');
    await offer.waitFor();
    await offer.getByRole('button', { name: 'Not now' }).click();
    await offer.waitFor({ state: 'detached' });
    await page.reload();
    await page.getByTestId('answer').waitFor();
    await page.waitForLoadState('networkidle');
    expect(await offer.count()).toBe(0);
    const { memories: kept } = await client.must<{ memories: unknown[] }>(
      'GET',
      '/v1/coach/memories',
    );
    expect(kept).toHaveLength(3);
  });

  it('is quoted by the coach, with a receipt that leads to it', async () => {
    await askCoach('What do you know about me?');
    const turn = page.locator('[data-testid=turn][data-status=done]');
    await turn.waitFor();
    await turn.getByTestId('receipt').filter({ hasText: 'Written elsewhere' }).click();
    const panel = page.getByTestId('receipt-panel');
    await panel.getByText('Stated.').waitFor();
    expect(await look('memory receipt phone light', page)).toEqual([]);
    await panel.getByRole('link', { name: 'What your coach remembers' }).click();
    await memories().first().waitFor();
  });

  it('is offered for what was not answered with training, and can be of another kind', async () => {
    await askCoach('Remember that my left ankle is sore since Monday');
    const offer = page.getByTestId('memory-offer');
    await offer.waitFor();
    expect(await page.getByTestId('answer').innerText()).toMatch(/^I cannot judge pain/);
    expect(await offer.innerText()).toMatch(/Injury · Left ankle · since/);
    await offer.getByRole('button', { name: 'Change first' }).click();
    const form = offer.getByTestId('memory-form');
    expect(await form.getByLabel('Body part').inputValue()).toBe('left ankle');
    await form.getByLabel('What is it?').selectOption('event');
    expect(await form.getByLabel('What goes on?').inputValue()).toBe('travel');
    await form.getByRole('button', { name: 'Cancel' }).click();
    await offer.getByRole('button', { name: 'Keep it' }).waitFor();
    sore = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  });

  it.each(screens)('is accessible, fits and complains about nothing: %s', async (name, screen) => {
    const visitor = await signedIn(screen);
    const at = visitor.page;
    at.setDefaultTimeout(15_000);
    const found: string[] = [];
    await at.goto('/settings/memory');
    await at.getByTestId('memory').first().waitFor();
    found.push(...(await look(`memory ${name}`, at)));
    await at.getByRole('button', { name: 'Edit: Left Achilles' }).click();
    await at.getByTestId('memory-form').waitFor();
    await at.getByRole('button', { name: 'Delete: Altitude' }).click();
    await at.getByRole('button', { name: 'Forget this' }).waitFor();
    found.push(...(await look(`memory edited ${name}`, at)));
    await at.goto(`/coach/${sore}`);
    await at.getByTestId('memory-offer').waitFor();
    found.push(...(await look(`memory offer ${name}`, at)));
    await at.getByRole('button', { name: 'Change first' }).click();
    await at.getByTestId('memory-form').waitFor();
    found.push(...(await look(`memory offer changed ${name}`, at)));
    await visitor.context.close();
    expect([...found, ...visitor.problems]).toEqual([]);
  });

  it('is forgotten after two presses', async () => {
    await page.goto('/settings/memory');
    await page.getByRole('button', { name: 'Delete: Altitude' }).click();
    await page.getByRole('button', { name: 'Forget this' }).click();
    await page.getByText('Deleted.').waitFor();
    expect(await page.getByText('Altitude').count()).toBe(0);
    expect(await memories().count()).toBe(2);
  });

  it('says what failed when the coach is away, and tries again', async () => {
    await page.route('**/v1/coach/memories', (route) =>
      route.fulfill({ status: 503, contentType: 'application/json', body: '{}' }),
    );
    await page.goto('/settings/memory');
    await page.getByRole('button', { name: 'Try again' }).waitFor({ timeout: 20_000 });
    expect(await look('memory away phone light', page)).toEqual([]);
    await page.unroute('**/v1/coach/memories');
    await page.getByRole('button', { name: 'Try again' }).click();
    await memories().first().waitFor();
  });

  it('meets no error in the browser but those that were played', () => {
    expect(athlete.problems.filter((one) => !/status of (409|503)/.test(one))).toEqual([]);
  });
});
