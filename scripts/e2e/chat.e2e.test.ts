import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TurnView } from '@evensplit/contracts';
import { freePort } from '@evensplit/local-parts/free-port';
import type { Locator, Page } from 'playwright-core';
import { createApiClient, type ApiClient } from '../stack/http-client.ts';
import { startService, type ServicePart } from '../stack/start-service.ts';
import { laptop, visit, type Visit } from './open-browser.ts';
import { startProduct, type Product } from './start-product.ts';

const email = 'noor@example.org';
const password = 'the long way round the lake';
/** Answers by counting aloud, so that words stream for seconds and every one of them is known. */
const entry = 'services/coach/bench/ticking-main.ts';

/** The chat while things go wrong around it: the tests go in order, in one browser of one athlete. */
describe('the chat', () => {
  let product: Product;
  let client: ApiClient;
  let athlete: Visit;
  let page: Page;
  const revived: ServicePart[] = [];

  beforeAll(async () => {
    // A model is configured and never asked: the day's tokens are fewer than one answer may cost.
    const env = {
      COACH_PROVIDERS: 'openai',
      OPENAI_API_KEY: 'unused',
      OPENAI_MODEL: 'unused',
      OPENAI_BASE_URL: `http://127.0.0.1:${await freePort()}/v1`,
      COACH_DAILY_TOKENS: '1000',
    };
    product = await startProduct({ overrides: { coach: { entry, env } } });
    client = createApiClient(product.url);
    await client.must('POST', '/v1/auth/signup', {
      email,
      password,
      displayName: 'Noor',
      timeZone: 'Europe/Berlin',
    });
    athlete = await visit(product, laptop);
    page = athlete.page;
    await athlete.context.addCookies(
      [...client.cookies].map(([name, value]) => ({
        name,
        value,
        url: product.url,
        httpOnly: true,
      })),
    );
  }, 180_000);
  afterAll(async () => {
    await Promise.all(revived.map((part) => part.stop()));
    await product.stop();
  });

  const lastTurn = (on: Page) => on.getByTestId('turn').last();
  const answerOf = (turn: Locator) => turn.getByTestId('answer');

  async function ask(on: Page, question: string): Promise<void> {
    const box = on.getByLabel('Your question');
    await box.fill(question);
    await box.press('Enter');
  }

  /** What the answer says to whoever reads it, without what the page says about it. */
  const wordsOf = (turn: Locator) => answerOf(turn).locator('p').first().innerText();

  async function untilWord(turn: Locator, index: number): Promise<void> {
    await answerOf(turn).getByText(`·${index}…`).waitFor();
  }

  async function counted(turn: Locator, words: number): Promise<string> {
    const end = ((await turn.getAttribute('id')) ?? '').slice(-4);
    return Array.from({ length: words }, (_, index) => `${end}·${index}…🏃`).join(' ');
  }

  const rowOf = async (turn: Locator) =>
    client.must<TurnView>(
      'GET',
      `/v1/coach/turns/${(await turn.getAttribute('id'))?.replace('turn-', '')}`,
    );

  it('goes on with an answer while its page is closed, and shows all of it to who comes back', async () => {
    await page.goto('/coach');
    await ask(page, 'Say 80 words, one every 100 ms');
    await untilWord(lastTurn(page), 5);
    const { pathname } = new URL(page.url());
    await page.close();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    page = await athlete.context.newPage();
    await page.goto(pathname);
    const turn = lastTurn(page);
    await untilWord(turn, 20);
    expect(await turn.getAttribute('data-status')).toBe('running');
    await page.locator('[data-testid=turn][data-status=done]').waitFor();
    expect(await wordsOf(turn)).toBe(await counted(turn, 80));
    expect(await page.getByTestId('turn').count()).toBe(1);
    // Who hears the page is told of the whole answer, once.
    expect(await page.getByTestId('announcement').innerText()).toBe(
      `The coach has answered. ${await counted(turn, 80)}`,
    );
  });

  it('stops with Escape, keeps what was said, and leaves the cursor where it was', async () => {
    await ask(page, 'Say 200 words, one every 50 ms');
    const turn = lastTurn(page);
    await page.getByRole('button', { name: 'Stop' }).waitFor();
    await untilWord(turn, 4);
    await page.keyboard.press('Escape');
    await answerOf(turn).getByText('You stopped the answer here.').waitFor();
    const row = await rowOf(turn);
    expect(row.status).toBe('stopped');
    expect(await wordsOf(turn)).toBe(row.text.trim());
    expect(await page.evaluate('document.activeElement?.getAttribute("aria-label")')).toBe(
      'Your question',
    );
    await turn.getByRole('button', { name: 'Edit question' }).click();
    expect(await page.getByLabel('Your question').inputValue()).toBe(
      'Say 200 words, one every 50 ms',
    );
    await page.getByLabel('Your question').fill('Say 3 words, one every 10 ms');
    await page.keyboard.press('Enter');
    await lastTurn(page).and(page.locator('[data-status=done]')).waitFor();
    expect(await wordsOf(lastTurn(page))).toBe(await counted(lastTurn(page), 3));
  });

  const fromTheEnd = async (): Promise<number> =>
    Number(
      await page.evaluate(
        '(({ scrollHeight, clientHeight, scrollTop }) => scrollHeight - clientHeight - scrollTop)(document.documentElement)',
      ),
    );

  it('follows the words until its reader goes up, says that more have come, and leads back to them', async () => {
    const address = `https://example.org/${'without-a-place-to-break'.repeat(12)}`;
    await ask(page, `Say 2000 words, one every 10 ms ${address}`);
    const turn = page.getByTestId('turn').nth(3);
    await untilWord(turn, 250);
    expect(await fromTheEnd()).toBeLessThan(60);
    await page.mouse.move(600, 400);
    await page.mouse.wheel(0, -500);
    const newWords = page.getByRole('button', { name: 'New words' });
    await newWords.waitFor();
    const place = await page.evaluate('scrollY');
    await untilWord(turn, 450);
    expect(await page.evaluate('scrollY')).toBe(place);
    await newWords.click();
    expect(await fromTheEnd()).toBeLessThan(60);
    await untilWord(turn, 550);
    expect(await fromTheEnd()).toBeLessThan(60);
    expect(await newWords.count()).toBe(0);

    // Nothing of the question is cut off, and what is typed meanwhile stays.
    const [question, answer] = await Promise.all([
      turn.getByRole('heading').boundingBox(),
      answerOf(turn).boundingBox(),
    ]);
    expect(question?.x).toBeGreaterThanOrEqual(answer?.x ?? Infinity);
    await ask(page, 'And then?');
    await page.getByText('One answer at a time').waitFor();
    await page.keyboard.press('Escape');
    await answerOf(turn).getByText('You stopped the answer here.').waitFor();
    expect(await page.getByLabel('Your question').inputValue()).toBe('And then?');
    expect(await page.getByText('One answer at a time').count()).toBe(0);
  });

  it('keeps a question that cannot go out now: another device has asked, and the network is away', async () => {
    const conversationId = new URL(page.url()).pathname.replace('/coach/', '');
    await client.must(
      'POST',
      '/v1/coach/turns',
      { conversationId, text: 'Say 20 words, one every 100 ms' },
      { 'idempotency-key': 'another-device-1' },
    );
    await ask(page, 'Say 2 words, one every 10 ms');
    const unsent = page.getByTestId('unsent');
    await unsent.getByText('still being written').waitFor();
    await page.getByTestId('turn').nth(4).waitFor();
    const later = page.getByTestId('turn').nth(5);
    await later.and(page.locator('[data-status=done]')).waitFor();
    expect(await wordsOf(later)).toBe(await counted(later, 2));
    expect(await wordsOf(page.getByTestId('turn').nth(4))).toBe(
      await counted(page.getByTestId('turn').nth(4), 20),
    );
    expect(await unsent.count()).toBe(0);

    await athlete.context.setOffline(true);
    await ask(page, 'Say 1 words, one every 10 ms');
    await unsent.getByText('You are offline.').waitFor();
    await athlete.context.setOffline(false);
    await page.getByTestId('turn').nth(6).and(page.locator('[data-status=done]')).waitFor();
    expect(await page.getByTestId('turn').count()).toBe(7);
  });

  it('is one conversation in two tabs: question, words, stop and deletion', async () => {
    const other = await athlete.context.newPage();
    await other.goto(new URL(page.url()).pathname);
    await other.getByTestId('turn').nth(6).waitFor();
    await ask(page, 'Say 30 words, one every 100 ms');
    const [here, there] = [lastTurn(page), lastTurn(other)];
    await other.getByTestId('turn').nth(7).waitFor();
    await untilWord(there, 3);
    await Promise.all(
      [page, other].map((tab) =>
        tab.locator('[data-testid=turn] >> nth=7').and(tab.locator('[data-status=done]')).waitFor(),
      ),
    );
    expect(await wordsOf(there)).toBe(await counted(here, 30));
    expect(await wordsOf(here)).toBe(await wordsOf(there));

    await ask(other, 'Say 200 words, one every 50 ms');
    await page.getByTestId('turn').nth(8).waitFor();
    await untilWord(here, 2);
    await page.getByRole('button', { name: 'Stop' }).click();
    for (const turn of [here, there])
      await answerOf(turn).getByText('You stopped the answer here.').waitFor();
    expect(await wordsOf(here)).toBe(await wordsOf(there));

    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('button', { name: 'Delete this conversation' }).click();
    await other.getByText('This conversation is gone.').waitFor();
    await page.getByText('Your questions and answers are kept here.').waitFor();
    await other.close();
  });

  it('lives through the death of the coach: the text stays, the rest works, the question goes out later', async () => {
    await page.goto('/coach');
    await ask(page, 'Say 300 words, one every 100 ms');
    const turn = page.getByTestId('turn').first();
    // Texts are saved every two seconds; what came since is in the log, which outlives its writer.
    await untilWord(turn, 25);
    const { coach } = product.stack.services;
    process.kill(coach.pid, 'SIGKILL');
    await turn.getByTestId('turn-phase').getByText('Connection lost').waitFor();
    const shown = await wordsOf(turn);
    expect(shown).toContain('·25…');
    expect(await turn.getAttribute('data-status')).toBe('running');

    const guest = await visit(product, laptop);
    const later = await athlete.context.newPage();
    await Promise.all([signInAndAsk(guest.page), openWithoutCoach(later)]);

    revived.push(
      await startService({
        name: 'coach',
        port: coach.port,
        metricsPort: coach.metricsPort,
        env: product.stack.envs.coach,
        entry,
      }),
    );
    await answerOf(turn).getByText('was restarted. What was written until then is kept.').waitFor();
    const row = await rowOf(turn);
    expect([row.status, row.errorCode]).toEqual(['error', 'replica_lost']);
    expect(await wordsOf(turn)).toBe(row.text.trim());
    expect(row.text.trim().startsWith(shown.trim())).toBe(true);
    expect((await counted(turn, 300)).startsWith(row.text.trim())).toBe(true);
    // Nobody pressed anything on either of these.
    await answerOf(later.getByTestId('turn').first()).getByText('was restarted').waitFor();
    const asked = guest.page.locator('[data-testid=turn][data-status=done]');
    await asked.waitFor();
    expect(await wordsOf(asked)).toBe(await counted(asked, 4));
    await Promise.all([guest.context.close(), later.close()]);

    await page.getByRole('button', { name: 'Stop' }).waitFor({ state: 'detached' });
    await turn.getByRole('button', { name: 'Ask again' }).click();
    const again = page.getByTestId('turn').nth(1);
    await untilWord(again, 1);
    await page.keyboard.press('Escape');
    await answerOf(again).getByText('You stopped').waitFor();
    expect(await page.getByTestId('turn').count()).toBe(2);
  });

  /** Somebody else's first look at Evensplit while the coach is dead. */
  async function signInAndAsk(on: Page): Promise<void> {
    await on.goto('/sign-in');
    const form = on.getByTestId('sign-in-form');
    await form.getByLabel('E-mail').fill(email);
    await form.getByLabel('Password').fill(password);
    await form.getByRole('button', { name: /sign in/i }).click();
    await on.getByTestId('home').waitFor();
    await on.goto('/coach');
    await ask(on, 'Say 4 words, one every 10 ms, about Tempelhof');
    const kept = on.getByTestId('unsent').getByText('is kept here and goes out');
    await kept.waitFor();
    await on.reload();
    await kept.waitFor();
  }

  async function openWithoutCoach(on: Page): Promise<void> {
    await on.goto(new URL(page.url()).pathname);
    await on.getByTestId('coach-away').waitFor();
  }

  it('finds conversations by their words, with the keyboard, and leads to the place', async () => {
    const search = page.getByLabel('Search conversations');
    await search.fill('TEMPELHOF words');
    const found = page.getByTestId('conversation');
    await page.waitForURL(/[?&]q=TEMPELHOF\+words/);
    await page.getByText('1 found').waitFor({ state: 'attached' });
    expect(await found.count()).toBe(1);
    expect(await found.locator('mark').allInnerTexts()).toEqual(['words', 'Tempelhof']);
    await search.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/coach\/[0-9a-f-]{36}\?q=TEMPELHOF\+words#turn-[0-9a-f-]{36}$/);
    await page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`).waitFor();
    expect(await page.getByTestId('turn').count()).toBe(1);
    await search.fill('marathon%');
    await page.getByText('No question and no answer has this word.').waitFor();
    await search.press('Escape');
    await found.nth(1).waitFor();
    expect(new URL(page.url()).search).toBe('');
  });

  it('says that the day’s share is spent, in the answer and before it, and when the operator switches models off', async () => {
    expect(await page.getByTestId('coach-state').count()).toBe(0);
    await client.must('PUT', '/v1/me/consents', { purpose: 'model_processing', granted: true });
    await page.goto('/coach');
    await page
      .getByTestId('coach-state')
      .getByText(/used up\. Until \d\d:\d\d the coach/)
      .waitFor();
    await ask(page, 'Say 2 words, one every 10 ms');
    await page.locator('[data-testid=turn][data-status=done]').waitFor();
    expect(await wordsOf(lastTurn(page))).toMatch(
      /^What the language model may do for you in one day is used up, so this answer comes/,
    );

    await page.goto('/settings/installation');
    const models = page.getByTestId('switch coach.llm');
    await models.getByRole('button', { name: 'Switch all off' }).click();
    await models.getByLabel('Reason').fill('The provider is being changed');
    await models.getByRole('button', { name: 'Switch all off' }).click();
    await models.getByText('Off for everybody').waitFor();
    await models.getByText(/just now: The provider is being changed/).waitFor();
    await page.goto('/coach');
    // The coach hears of it within five seconds.
    const told = page.getByTestId('coach-state').getByText('switched off');
    for (let tries = 0; tries < 8 && (await told.count()) === 0; tries++) {
      await page.waitForTimeout(1000);
      await page.reload();
      await page.getByTestId('coach-state').waitFor();
    }
    expect(await told.count()).toBe(1);
  });

  it('meets no other error in the browser than the requests that found nobody', () => {
    const expected = /status of (502|503|404|409)|WebSocket connection|ERR_INTERNET_DISCONNECTED/;
    expect(athlete.problems.filter((problem) => !expected.test(problem))).toEqual([]);
  });
});
