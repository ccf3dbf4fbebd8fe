import {
  compareWithIdle,
  idleOf,
  type Figures,
  type Play,
  type StateFigures,
} from './judge-states.ts';
import { endpoints, type Endpoint } from './visitors.ts';

const NAME = 14;
/** In cores: a run that shares its machine with so much other work is to be repeated before anybody believes it. */
const MUCH = 0.3;
const CELL = 40;
const PAIR = 52;

/** Each state against the idle rounds beside it, and all idle rounds together on top. */
export function printStates(plays: readonly Play[]): void {
  const header = endpoints.map((endpoint) => endpoint.padStart(CELL)).join('');
  const columns = 'p50 / p95 / p99 ms, p99 ÷ idle, failed'.padStart(CELL);
  console.log(`\n${''.padEnd(NAME)}${header}\n${''.padEnd(NAME)}${columns.repeat(3)}`);
  const idle = idleOf(plays);
  console.log('idle'.padEnd(NAME) + endpoints.map((one) => cell(idle[one])).join(''));
  for (const { state, figures } of compareWithIdle(plays))
    console.log(state.padEnd(NAME) + endpoints.map((one) => cell(figures[one])).join(''));
  const others = Math.max(...plays.flat().map(({ cores }) => cores?.others ?? 0));
  if (others > MUCH)
    console.log(`other work took up to ${others.toFixed(1)} cores of this machine: provisional`);
}

/** The same states in both arrangements, by p99, by what they did to it, and by who was not served at all. */
export function printWhatTheSplitBuys(split: readonly Play[], oneProcess: readonly Play[]): void {
  const alone = compareWithIdle(oneProcess);
  const both = compareWithIdle(split).flatMap((ours) => {
    const theirs = alone.find(({ state }) => state === ours.state);
    return theirs ? [[ours, theirs] as const] : [];
  });
  if (both.length === 0) return;
  console.log('\nwhat the split buys: p99 ms (÷ idle), failed; three services | one process');
  console.log(''.padEnd(NAME) + endpoints.map((one) => one.padStart(PAIR)).join(''));
  for (const [ours, theirs] of both)
    console.log(ours.state.padEnd(NAME) + endpoints.map((one) => pair(one, ours, theirs)).join(''));
}

function pair(endpoint: Endpoint, ours: StateFigures, theirs: StateFigures): string {
  const half = ({ p99, ratio, failed, n }: Figures) => {
    const lost = failed > 0 ? `, ${((100 * failed) / (failed + n)).toFixed(0)} % failed` : '';
    return n === 0 ? 'none answered' : `${p99.toFixed(0)} (×${ratio.toFixed(1)})${lost}`;
  };
  return `${half(ours.figures[endpoint])} | ${half(theirs.figures[endpoint])}`.padStart(PAIR);
}

function cell(
  figures: Omit<Figures, 'idleP99' | 'ratio' | 'allowed'> & { ratio?: number },
): string {
  const { p50, p95, p99, failed, ratio } = figures;
  const times = [p50, p95, p99].map((ms) => ms.toFixed(1)).join(' / ');
  const against = ratio === undefined ? '' : `  ×${ratio.toFixed(2)}`;
  return `${times}${against.padStart(8)}  ${failed}`.padStart(CELL);
}
