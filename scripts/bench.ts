import { isolationBench } from './bench/isolation.ts';
import type { Report } from './bench/report.ts';
import { printReport } from './bench/report.ts';
import { streamBench } from './bench/stream.ts';
import { trainingBench } from './bench/training.ts';

/** Every benchmark by name; each starts what it needs, and leaves nothing running. */
const benches: Record<string, (args: string[]) => Promise<Report>> = {
  isolation: isolationBench,
  stream: streamBench,
  training: trainingBench,
};

const name = process.argv[2] ?? '';
const bench = benches[name];
if (!bench) {
  console.error(
    `usage: npm run bench -- NAME, where NAME is one of ${Object.keys(benches).join(', ')}`,
  );
  process.exitCode = 1;
} else {
  const report = await bench(process.argv.slice(3));
  printReport(report);
  process.exitCode = report.ok ? 0 : 1;
}
