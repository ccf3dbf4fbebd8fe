import { describe, expect, it } from '@jest/globals';
import { planChunks } from './plan-chunks.ts';

const sized = (...bytes: number[]) => bytes.map((each) => ({ bytes: each }));
const shape = (chunks: { bytes: number }[][]) => chunks.map((chunk) => chunk.map((f) => f.bytes));

describe('planChunks', () => {
  it('starts a new chunk when either limit would be passed', () => {
    const limits = { files: 3, bytes: 10 };
    expect(shape(planChunks(sized(1, 1, 1, 1, 9, 2), limits))).toEqual([[1, 1, 1], [1, 9], [2]]);
  });

  it('sends a file above the byte limit alone', () => {
    const limits = { files: 25, bytes: 10 };
    expect(shape(planChunks(sized(2, 50, 3), limits))).toEqual([[2], [50], [3]]);
  });

  it('keeps every file once and in order', () => {
    const files = Array.from({ length: 137 }, (_, index) => ({
      bytes: (index * 7919) % 3_000_000,
    }));
    const chunks = planChunks(files);
    expect(chunks.flat()).toEqual(files);
    for (const chunk of chunks) {
      expect(chunk.length).toBeLessThanOrEqual(25);
      expect(chunk.reduce((sum, file) => sum + file.bytes, 0)).toBeLessThanOrEqual(
        20 * 1024 * 1024,
      );
    }
  });

  it('plans nothing for nothing', () => {
    expect(planChunks([])).toEqual([]);
  });
});
