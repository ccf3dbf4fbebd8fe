import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { tempDir } from '@evensplit/local-parts/temp-dir';
import { runEach } from './run-each.ts';

/** Stands for the drill command: what it does depends on the name alone. */
const script = `
const [id] = process.argv.slice(2);
const bars = [{ name: 'a', value: 1, bar: 1, ok: true }, { name: 'b', value: 2, bar: 1, ok: id !== 'missed' }];
if (id === 'dies') process.exit(7);
console.log('ok a');
console.log(JSON.stringify({ name: id, ok: id !== 'missed', bars, seconds: 3 }));
`;

describe('drills one after another', () => {
  it('are told together, with what was missed and who never reported', async () => {
    const dir = await tempDir('run-each');
    try {
      const path = join(dir.path, 'drill.mjs');
      await writeFile(path, script);
      const report = await runEach(path, ['met', 'dies', 'missed']);
      expect(report).toMatchObject({ name: 'all', ok: false });
      expect(report.bars).toEqual([
        { name: 'met: bars met', value: 2, bar: 2, ok: true },
        { name: 'dies: bars met', value: 0, bar: 1, ok: false },
        { name: 'missed: bars met', value: 1, bar: 2, ok: false },
        { name: 'drills that were run', value: 3, bar: 3, ok: true },
      ]);
      expect(report['drills']).toMatchObject({
        met: { ok: true, seconds: 3, missed: [] },
        dies: { ok: false, missed: [{ value: 7 }] },
        missed: { ok: false, missed: [{ name: 'b', value: 2 }] },
      });
    } finally {
      await dir.remove();
    }
  });
});
