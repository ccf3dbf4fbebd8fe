import { describe, expect, it } from '@jest/globals';
import { readProtoDuration, readRetryAfter } from './explain-status.ts';
import { dialectOf } from './openai-provider.ts';

describe('how long a provider wants to be left alone', () => {
  const now = Date.parse('2026-11-20T10:00:00Z');

  it.each([
    ['2', 2000],
    ['0', 0],
    ['0.5', 500],
    ['Fri, 20 Nov 2026 10:00:07 GMT', 7000],
    ['Fri, 20 Nov 2026 09:00:00 GMT', 0],
    ['-1', undefined],
    ['soon', undefined],
    [' ', undefined],
    [null, undefined],
  ])('Retry-After %s', (header, expected) => {
    expect(readRetryAfter(header, now)).toBe(expected);
  });

  it.each([
    ['34s', 34_000],
    ['0.25s', 250],
    ['34', undefined],
    [34, undefined],
    [undefined, undefined],
  ])('retryDelay %s', (delay, expected) => {
    expect(readProtoDuration(delay)).toBe(expected);
  });
});

describe('which dialect a base URL speaks', () => {
  it.each([
    ['https://api.openai.com/v1', 'openai'],
    ['https://eu.api.openai.com/v1', 'openai'],
    ['http://localhost:11434/v1', 'compatible'],
    ['https://api.openai.com.example.org/v1', 'compatible'],
    ['https://notapi.openai.company/v1', 'compatible'],
  ])('%s', (url, dialect) => {
    expect(dialectOf(url)).toBe(dialect);
  });
});
