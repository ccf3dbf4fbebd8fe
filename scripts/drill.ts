import { parseArgs } from 'node:util';
import { printReport } from './bench/report.ts';
import { drills } from './drills/catalogue.ts';
import { runDrill } from './drills/run-drill.ts';
import { runEach } from './drills/run-each.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    times: { type: 'string' },
    clients: { type: 'string' },
    files: { type: 'string' },
  },
});
const [name = ''] = positionals;
const sizes = {
  ...sizeOf('times', values.times),
  ...sizeOf('clients', values.clients),
  ...sizeOf('files', values.files),
};
const quick = Object.keys(drills).filter((one) => drills[one]?.quick);
const drill = Object.hasOwn(drills, name) ? drills[name] : undefined;

if (name !== 'all' && !drill) {
  console.log('usage: npm run drill -- ID [--times N] [--clients N] [--files N]\n');
  for (const [id, { about, quick: inAll }] of Object.entries(drills))
    console.log(`  ${id.padEnd(12)} ${about}${inAll ? '' : '  (not in all)'}`);
  console.log(`  ${'all'.padEnd(12)} ${quick.join(', ')}`);
  process.exitCode = name === '' ? 0 : 1;
} else {
  const report = drill
    ? await runDrill(name, drill, sizes)
    : await runEach(import.meta.filename, quick);
  printReport(report);
  // Clients of a drill that failed would try again for ever; everything that was started is stopped by now.
  process.exit(report.ok ? 0 : 1);
}

function sizeOf(option: string, text: string | undefined): Record<string, number> {
  if (text === undefined) return {};
  const size = Number(text);
  if (!Number.isInteger(size) || size < 1 || size > 10_000)
    throw new Error(`--${option} is a whole number from 1 to 10,000`);
  return { [option]: size };
}
