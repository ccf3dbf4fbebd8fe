import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { differences, type ReferenceRow } from './compare-values.ts';
import { reference } from './reference.ts';
import { performanceValues } from './reference-values/performance.ts';
import { streamsLoadValues } from './reference-values/streams-load.ts';

function check(topics: Record<string, ReferenceRow[]>) {
  for (const [topic, rows] of Object.entries(topics))
    it(`agrees on ${topic}`, () => {
      const adapter = reference[topic];
      expect(adapter).toBeDefined();
      const wrong = rows.flatMap(({ input, expected, tolerance, source }) =>
        differences(expected, adapter?.(input as never), tolerance).map(
          (found) => `${JSON.stringify(input)} (${source}): ${found}`,
        ),
      );
      expect(wrong).toEqual([]);
    });
}

describe('published and derived values', () => {
  check(performanceValues);
  check(streamsLoadValues);
});

describe('the shared reference file', () => {
  const folder =
    process.env['EVENSPLIT_TEST_DATA'] ?? join(import.meta.dirname, '../../../../shared/data');
  const file = join(folder, 'science_refs.json');
  if (existsSync(file)) check(JSON.parse(readFileSync(file, 'utf8')));
  else
    it('is absent, so its rows are skipped', () => {
      console.log(`skipped: no science_refs.json in ${folder} (set EVENSPLIT_TEST_DATA)`);
      expect(Object.keys(reference).length).toBeGreaterThan(60);
    });
});

describe('the comparison itself', () => {
  it('sees a value outside its tolerance', () => {
    expect(differences(100, 100.02, { abs: 0.01 })).toHaveLength(1);
    expect(differences(100, 100.02, { rel: 0.001 })).toHaveLength(0);
    expect(differences({ a: 1, b: 2 }, { a: 1, b: 2.1 }, { abs: { a: 0, b: 0.05 } })).toHaveLength(
      1,
    );
  });
  it('holds strings, null and lengths to be exact', () => {
    expect(differences('small', 'moderate', { abs: 1 })).toHaveLength(1);
    expect(differences(null, 0, { abs: 1 })).toHaveLength(1);
    expect(differences([1, 2], [1], { abs: 1 })).toHaveLength(1);
    expect(differences(1, NaN, { abs: 1 })).toHaveLength(1);
  });
});
