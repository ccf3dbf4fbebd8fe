import { atMost, reportOf, type Bar, type Report } from '../../bench/report.ts';
import type { Protocol } from '../../model-sim/sim-request.ts';
import { storm, type Storm } from '../../model-sim/storm.ts';
import type { DrillContext } from '../drill.ts';

const ABORTS = 10_000;
const TOGETHER = 20;
const CLOSED_MS = 250;
const GROWTH_MB = 16;

/**
 * Answers stopped at random moments, through either SDK as the coach uses it, in a process of its own that catches
 * nothing: they must end neither the process nor its health.
 */
export async function abortModels(context: DrillContext): Promise<Report> {
  const aborts = context.sizes.times ?? ABORTS;
  const bars: Bar[] = [];
  const more: Record<string, unknown> = {};
  for (const protocol of ['openai', 'gemini'] as const) {
    const result = await storm(protocol, aborts, TOGETHER);
    // In the storm both ends of a socket wait for the same processors; how soon a stop is felt shows in a breeze.
    const calm = await storm(protocol, 200, 2);
    bars.push(...judge(protocol, aborts, result, calm));
    if (result.stderr !== '') context.say(result.stderr);
    const seconds = Math.round(result.seconds * 10) / 10;
    context.say(`${protocol}: ${aborts} answers stopped in ${seconds} s`);
    more[protocol] = {
      upstreamCalls: result.upstreamCalls,
      calmCloseMsP50: percentile(calm.closeMs, 0.5),
      stormCloseMsP50: percentile(result.closeMs, 0.5),
      stormCloseMsP99: percentile(result.closeMs, 0.99),
      otherEnds: result.figures?.otherEnds ?? null,
      words: result.figures?.words ?? null,
      rssMb: result.figures?.rssMb ?? null,
      seconds,
    };
  }
  return reportOf('abort-storm', bars, more);
}

function judge(
  protocol: Protocol,
  aborts: number,
  { exitCode, figures }: Storm,
  calm: Storm,
): Bar[] {
  const name = (what: string) => `${protocol}: ${what}`;
  return [
    atMost(name('exit code'), exitCode ?? 1, 0),
    atMost(name('aborts missing'), aborts - (figures?.attempts ?? 0), 0),
    atMost(name('ended otherwise than aborted'), figures?.otherEnds.length ?? aborts, 0),
    atMost(name('listeners left'), figures?.listenersLeft ?? aborts, 0),
    atMost(name('socket closed after abort, p99 ms'), percentile(calm.closeMs, 0.99), CLOSED_MS),
    atMost(
      name('memory added by the second half, MB'),
      figures?.rssGrowthMb ?? Infinity,
      GROWTH_MB,
    ),
  ];
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Infinity;
}
