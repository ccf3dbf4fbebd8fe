import { isolationBench } from './bench/isolation.ts';
import type { Report } from './bench/report.ts';
import { printBars } from './bench/report.ts';
import { streamBench } from './bench/stream.ts';
import { trainingBench } from './bench/training.ts';

/** Every benchmark by name; each starts what it needs, and leaves nothing running. */
const benches: Record<string, (args: string[]) => Promise<Report>> = {
  isolation: isolationBench,
  stream: streamBench,
  training: trainingBench,
};

const [name = '', ...given] = process.argv.slice(2);
const bench = benches[name];
if (!bench) {
  console.error(
    `usage: npm run bench -- NAME [--json], where NAME is one of ${Object.keys(benches).join(', ')}`,
  );
  process.exitCode = 1;
} else {
  const json = given.includes('--json');
  const { log } = console;
  // For a program that reads: one line on standard output, and what people read meanwhile on the other one.
  if (json) console.log = console.error;
  const report = await bench(given.filter((one) => one !== '--json'));
  console.log = log;
  if (!json) printBars(report);
  console.log(JSON.stringify(report));
  // Clients of a bench that was interrupted would go on for a while; everything that was started is stopped by now.
  process.exit(report.ok ? 0 : 1);
}
