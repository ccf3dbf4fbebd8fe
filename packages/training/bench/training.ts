import { analyseRun, type RunContext } from '../src/analyse-run.ts';
import { bestEfforts } from '../src/best-efforts.ts';
import { dailyLoads, medianLoadPerHour, type RunLoad } from '../src/daily-loads.ts';
import { appendDay, correctDay, loadCurve, loadOn, type LoadCurve } from '../src/load-curve.ts';
import { findInPlain, plainForRules, screenText } from '../src/guardrails/screen-text.ts';
import { civilDate } from '../src/plan/calendar-day.ts';
import { ORDINARY_QUESTIONS } from '../test/guardrail-phrases/ordinary-questions.ts';
import { sampleRun } from './sample-run.ts';

type Bar = { name: string; value: number; bar: number; ok: boolean };

/** What the bench ends with; `ratios` are to the plain pass measured in the same run. */
export type TrainingBench = {
  name: 'training';
  ok: boolean;
  bars: Bar[];
  floorMs: number;
  ratios: Record<string, number>;
};

const SAMPLES = 15_000;
const MANY_SAMPLES = 1_000_000;
const RUNS = 4000;
const DAYS = 3650;
const FIRST_DAY = 16_800;
/** The engine settles on its code for the whole analysis after some five hundred runs; a worker that lives for days is past that. */
const TRIES = 800;

const athlete: RunContext = {
  heart: { max: 190, rest: 48, threshold: 168, sex: 'M' },
  thresholdSpeed: 3.9,
  longest30DaysM: 30_000,
  altitudeSource: 'barometric',
};

/**
 * Times the science on made-up data: one long run analysed in full, ten years of load recomputed and grown by a day, best efforts
 * on a million samples, the screening of a question. Prints a table; nothing is started and nothing is left behind.
 */
export function runTrainingBench(): TrainingBench {
  const run = sampleRun(SAMPLES);
  const columns = Object.values(run);
  const floor = bestOf(TRIES, () => plainPass(columns));
  const analysis = bestOf(TRIES, () => analyseRun(run, [], athlete));

  const history = tenYears();
  const recompute = bestOf(10, () => buildCurve(history));
  const curve = buildCurve(history);
  const append = bestOf(200, () => appendDay(curve, { load: 55, unknownS: 0 }));
  const correct = bestOf(50, () => correctDay(curve, 40, { load: 60, unknownS: 0 }));

  const long = sampleRun(MANY_SAMPLES);
  const longFloor = bestOf(5, () => plainPass(Object.values(long)));
  const efforts = bestOf(3, () => bestEfforts(long));

  const questions = ORDINARY_QUESTIONS.length;
  const screen = bestOf(20, () => ORDINARY_QUESTIONS.forEach(screenText)) / questions;
  const screenAll = bestOf(20, () => ORDINARY_QUESTIONS.forEach(tryEveryRule)) / questions;

  const bars = [
    atMost('analyse one run of 15,000 samples, ms', analysis, 15),
    atMost('analyse one run, times a plain pass', analysis / floor, 25),
    atMost('recompute ten years of 4,000 runs, ms', recompute, 1000),
    atMost('append one day, ms', append, 1),
    atMost('correct an early day of ten years, ms', correct, 10),
    atMost('best efforts on 1,000,000 samples, ms', efforts, 2000),
    atMost('best efforts on 1,000,000 samples, times a plain pass', efforts / longFloor, 100),
    atMost('screen an ordinary question, ms', screen, 0.1),
    atMost('screen an ordinary question, times every rule tried', screen / screenAll, 0.5),
  ];
  const report: TrainingBench = {
    name: 'training',
    ok: bars.every(({ ok }) => ok),
    bars,
    floorMs: rounded(floor),
    ratios: {
      analysis: rounded(analysis / floor),
      recompute: rounded(recompute / floor),
      append: rounded(append / floor),
      efforts: rounded(efforts / longFloor),
      screen: rounded(screen / screenAll),
    },
  };
  printTable(report);
  return report;
}

function tryEveryRule(text: string): unknown {
  return findInPlain(plainForRules(text), () => true);
}

/** The floor: every number of every column read once, nothing kept but a sum. */
function plainPass(columns: Float64Array[]): number {
  let sum = 0;
  for (const column of columns) for (let i = 0; i < column.length; i++) sum += column[i]!;
  return sum;
}

/** 4,000 runs over ten years, one in fifty of unknown load. */
function tenYears(): RunLoad[] {
  return Array.from({ length: RUNS }, (_, i) => ({
    date: civilDate(FIRST_DAY + Math.floor((i * DAYS) / RUNS)),
    load: i % 50 === 17 ? null : 30 + ((i * 37) % 90),
    durationS: 1800 + ((i * 101) % 5400),
  }));
}

function buildCurve(runs: readonly RunLoad[]): LoadCurve {
  const curve = loadCurve(dailyLoads(runs), { loadPerHour: medianLoadPerHour(runs) });
  if ('reason' in curve) throw new Error(curve.detail);
  loadOn(curve, civilDate(FIRST_DAY + DAYS - 1));
  return curve;
}

/** Fastest of several tries in ms: other work on the machine only ever adds. */
function bestOf(tries: number, work: () => unknown): number {
  let best = Infinity;
  for (let k = 0; k < tries; k++) {
    const started = performance.now();
    work();
    best = Math.min(best, performance.now() - started);
  }
  return best;
}

function atMost(name: string, value: number, bar: number): Bar {
  return { name, value: rounded(value), bar, ok: value <= bar };
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function printTable({ bars, floorMs }: TrainingBench): void {
  console.log(`plain pass over eight columns of ${SAMPLES} samples: ${floorMs} ms`);
  for (const { name, value, bar, ok } of bars)
    console.log(`${ok ? 'ok    ' : 'MISSED'}  ${name.padEnd(56)} ${value}  (bar ${bar})`);
}

if (import.meta.main) {
  const report = runTrainingBench();
  console.log(JSON.stringify(report));
  process.exitCode = report.ok ? 0 : 1;
}
