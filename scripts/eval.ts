import { parseArgs } from 'node:util';
import { setUp, tearDown } from '@evensplit/testkit/global-setup';
import { printBars } from './bench/report.ts';
import { printTable, reportEval } from './eval/report-eval.ts';
import { runEval, type EvalSize } from './eval/run-eval.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    thorough: { type: 'boolean', default: false },
    seed: { type: 'string', default: '7' },
    questions: { type: 'string', default: '44' },
    athletes: { type: 'string' },
    characters: { type: 'string' },
    phrases: { type: 'string' },
  },
});
const { log } = console;
// For a program that reads: one line on standard output, and what people read meanwhile on the other one.
if (values.json) console.log = console.error;

const size: EvalSize = {
  seed: numberOf('seed', values.seed),
  questions: numberOf('questions', values.questions),
  thorough: values.thorough,
  ...(values.athletes === undefined ? {} : { athletes: values.athletes.split(',') }),
  ...(values.characters === undefined ? {} : { characters: values.characters.split(',') }),
  ...(values.phrases === undefined ? {} : { phrases: numberOf('phrases', values.phrases) }),
};
const interrupted = Promise.withResolvers<never>();
interrupted.promise.catch(() => undefined);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => interrupted.reject(new Error(`got ${signal}`)));
await setUp();
try {
  const result = await runEval(size, console.log, interrupted.promise);
  const report = reportEval(size, result);
  printTable(result);
  printBars(report);
  log(JSON.stringify(report));
  process.exitCode = report.ok ? 0 : 1;
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await tearDown();
}
// Questions of an interrupted evaluation would be asked again for a while; everything that was started is stopped by now.
process.exit();

function numberOf(option: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new Error(`--${option} is a whole number from 1`);
  return value;
}
