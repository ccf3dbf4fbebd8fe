import { describe, expect, it } from '@jest/globals';
import { methodWords, metricWords, subjectWords } from './fact-words.ts';

describe('the words of a receipt', () => {
  it('read a method with its version', () => {
    expect(methodWords('best-effort/2')).toBe('best effort, version 2');
    expect(methodWords('sum')).toBe('sum');
    expect(metricWords('activity.heart_rate_drift')).toBe('Heart rate drift');
  });

  it('name the week or day, and leave runs to the list below', () => {
    const same = (date: string) => date;
    expect(subjectWords('week:2026-11-16', same)).toBe('Week of 2026-11-16');
    expect(subjectWords('day:2026-11-20', same)).toBe('2026-11-20');
    expect(subjectWords('activity:0199', same)).toBeNull();
    expect(subjectWords('athlete', same)).toBeNull();
  });
});
