import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { findOnPath } from '../stack/ensure-tools.ts';

export type Screen = { width: number; height: number; dark?: boolean };
export const phone: Screen = { width: 390, height: 844 };
export const laptop: Screen = { width: 1440, height: 900 };

/** Headless Chromium of the system; nothing in it may reach for the network on its own. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = await findOnPath('chromium');
  if (!executablePath) throw new Error('chromium is not on the PATH; scripts/test installs it');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export type Visit = { page: Page; context: BrowserContext; problems: string[] };

/** A browser of its own for one person; `problems` collects what the console and the page complain about. */
export async function visit(
  { browser, url }: { browser: Browser; url: string },
  screen: Screen,
): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: screen.width, height: screen.height },
    // A phone lays scroll bars over the page and is touched, not clicked.
    isMobile: screen.width < 600,
    hasTouch: screen.width < 600,
    colorScheme: screen.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
  });
  const page = await context.newPage();
  const problems: string[] = [];
  // Of every tab that this person opens.
  context.on('weberror', (error) => problems.push(`page error: ${error.error().message}`));
  context.on('console', (message) => {
    // Refusals that a journey provokes (not signed in, weak password) are answers, not faults of the page.
    if (message.type() === 'error' && !/status of (401|422)/.test(message.text()))
      problems.push(`console: ${message.text()}`);
  });
  return { page, context, problems };
}
