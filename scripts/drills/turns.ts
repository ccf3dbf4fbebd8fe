import type { TurnView } from '@evensplit/contracts';
import type { Person } from '../bench/people.ts';

/** A question that the ticking coach understands. */
export function sayWords(words: number, everyMs: number): string {
  return `Say ${words} words, one every ${everyMs} ms, please.`;
}

/** What it then says, worked out here and not read from it: the answer of every turn is known beforehand. */
export function wordsOf(turnId: string, words: number): string {
  return Array.from({ length: words }, (_, index) => `${turnId.slice(-4)}·${index}…🏃 `).join('');
}

/** Asked again when the service is busy, as any client would. */
export async function readTurn(url: string, person: Person, turnId: string): Promise<TurnView> {
  for (let tries = 0; ; tries += 1) {
    const answer = await fetch(new URL(`/v1/coach/turns/${turnId}`, url), {
      headers: { cookie: person.cookie },
    });
    if (answer.ok) return (await answer.json()) as TurnView;
    await answer.arrayBuffer();
    if (answer.status !== 503 || tries === 20)
      throw new Error(`a turn was read with ${answer.status}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** The status that a stop was answered with; a busy service is asked again. */
export async function stopTurn(url: string, person: Person, turnId: string): Promise<number> {
  for (let tries = 0; ; tries += 1) {
    const answer = await fetch(new URL(`/v1/coach/turns/${turnId}/stop`, url), {
      method: 'POST',
      headers: { cookie: person.cookie },
    });
    await answer.arrayBuffer();
    if (answer.status !== 503 || tries === 20) return answer.status;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** Waits until `look` finds something; throws when it does not in time. */
export async function until<T>(
  what: string,
  look: () => Promise<T | undefined | false>,
  limitMs: number,
): Promise<T> {
  const stop = performance.now() + limitMs;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (performance.now() > stop) throw new Error(`waited ${limitMs} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Fails loudly when something that must come does not: a drill never hangs. */
export async function within<T>(limitMs: number, what: string, work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`no ${what} in ${limitMs} ms`)), limitMs);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
