import { describe, expect, it } from '@jest/globals';
import { keyboardInset } from './keyboard-inset.ts';

describe('keyboardInset', () => {
  it('is what a keyboard covers, wherever the seen part has been scrolled to', () => {
    expect(keyboardInset(844, { height: 508, offsetTop: 0, scale: 1 })).toBe(336);
    expect(keyboardInset(844, { height: 508, offsetTop: 100, scale: 1 })).toBe(236);
  });

  it('is nothing for a browser’s own bar, without a keyboard, and when zoomed in', () => {
    expect(keyboardInset(844, { height: 844, offsetTop: 0, scale: 1 })).toBe(0);
    expect(keyboardInset(844, { height: 788, offsetTop: 0, scale: 1 })).toBe(0);
    expect(keyboardInset(844, { height: 422, offsetTop: 0, scale: 2 })).toBe(0);
  });
});
