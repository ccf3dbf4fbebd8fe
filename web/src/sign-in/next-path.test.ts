import { describe, expect, it } from '@jest/globals';
import { nextPath } from './next-path.ts';

describe('nextPath', () => {
  it('keeps a path of the app with its query', () => {
    expect(nextPath('/activities?text=tempo')).toBe('/activities?text=tempo');
  });

  it.each([null, '', 'activities', '//evil.example', '/\\evil.example', 'https://evil.example'])(
    'goes home for %p',
    (next) => {
      expect(nextPath(next)).toBe('/');
    },
  );
});
