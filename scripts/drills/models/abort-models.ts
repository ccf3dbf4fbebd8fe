import { parseArgs } from 'node:util';
import { atMost, printReport, reportOf, type Bar } from '../bench/report.ts';
import type { Protocol } from './sim-request.ts';
import { storm, type Storm } from './storm.ts';

const { values } = parseArgs({
  options: {
    aborts: { type: 'string', default: '10000' },
    together: { type: 'string', default: '20' },
  },
});
const aborts = Number(values.aborts);

/** Answers stopped at random moments must end neither the process nor its health. */
function judge(protocol: Protocol, { exitCode, figures }: Storm, calm: Storm): Bar[] {
  const name = (what: string) => `${protocol}: ${what}`;
  return [
    atMost(name('exit code'), exitCode ?? 1, 0),
    atMost(name('aborts missing'), aborts - (figures?.attempts ?? 0), 0),
    atMost(name('ended otherwise than aborted'), figures?.otherEnds.length ?? aborts, 0),
    atMost(name('listeners left'), figures?.listenersLeft ?? aborts, 0),
    atMost(name('socket closed after abort, p99 ms'), percentile(calm.closeMs, 0.99), 250),
    atMost(name('memory added by the second half, MB'), figures?.rssGrowthMb ?? Infinity, 16),
  ];
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Infinity;
}

const bars: Bar[] = [];
const more: Record<string, unknown> = {};
for (const protocol of ['openai', 'gemini'] as const) {
  const result = await storm(protocol, aborts, Number(values.together));
  // In the storm both ends of a socket wait for the same processors; how soon a stop is felt shows in a breeze.
  const calm = await storm(protocol, 200, 2);
  bars.push(...judge(protocol, result, calm));
  if (result.stderr !== '') console.log(result.stderr);
  more[protocol] = {
    upstreamCalls: result.upstreamCalls,
    calmCloseMsP50: percentile(calm.closeMs, 0.5),
    stormCloseMsP50: percentile(result.closeMs, 0.5),
    stormCloseMsP99: percentile(result.closeMs, 0.99),
    otherEnds: result.figures?.otherEnds ?? null,
    words: result.figures?.words ?? null,
    rssMb: result.figures?.rssMb ?? null,
    seconds: Math.round(result.seconds * 10) / 10,
  };
}
const report = reportOf('abort-storm', bars, more);
printReport(report);
process.exitCode = report.ok ? 0 : 1;
