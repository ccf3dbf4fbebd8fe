import { parseArgs } from 'node:util';
import { printReport, reportOf, type Report } from './bench/report.ts';
import { drills } from './drills/catalogue.ts';
import { runDrill } from './drills/run-drill.ts';

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
const chosen = name === 'all' ? quick : name in drills ? [name] : [];

if (chosen.length === 0) {
  console.log('usage: npm run drill -- ID [--times N] [--clients N] [--files N]\n');
  for (const [id, { about, quick: inAll }] of Object.entries(drills))
    console.log(`  ${id.padEnd(12)} ${about}${inAll ? '' : '  (not in all)'}`);
  console.log(`  ${'all'.padEnd(12)} ${quick.join(', ')}`);
  process.exitCode = name === '' ? 0 : 1;
} else {
  const reports: Report[] = [];
  for (const id of chosen) {
    const drill = drills[id];
    if (!drill) continue;
    const report = await runDrill(id, drill, sizes);
    printReport(report);
    reports.push(report);
  }
  if (name === 'all') printReport(summaryOf(reports));
  // Clients of a drill that failed would try again for ever; everything that was started is stopped by now.
  process.exit(reports.every((report) => report.ok) ? 0 : 1);
}

function summaryOf(reports: Report[]): Report {
  const bars = reports.map(({ name: id, bars: all }) => {
    const met = all.filter((bar) => bar.ok).length;
    return { name: `${id}: bars met`, value: met, bar: all.length, ok: met === all.length };
  });
  return reportOf('all', bars);
}

function sizeOf(option: string, text: string | undefined): Record<string, number> {
  if (text === undefined) return {};
  const size = Number(text);
  if (!Number.isInteger(size) || size < 1 || size > 10_000)
    throw new Error(`--${option} is a whole number from 1 to 10,000`);
  return { [option]: size };
}
