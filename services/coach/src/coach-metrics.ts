import type { TurnErrorCode } from '@evensplit/contracts';
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { Concern } from './guardrails/words/guardrail-words.ts';
import type { FinalStatus } from './turns/turn-outcome.ts';

/** What the engine counts; labels never carry an athlete, a turn or a word of what was said. */
export type CoachMetrics = {
  turnStarted(): void;
  turnEnded(status: FinalStatus, errorCode: TurnErrorCode | null, seconds: number): void;
  /** Somebody else took a turn of ours: its writer was blocked, or lost the database, for longer than its lease. */
  turnFenced(): void;
  turnReaped(): void;
  /** A turn's log failed; its answer went on without. */
  logOff: () => void;
  /** Redis held an id that only a bug can explain. */
  logCorrupt(): void;
  /** A question was answered with a fixed text, or with a remark before the answer. */
  guardrailRuled(concern: Concern, verdict: 'refuse' | 'remark'): void;
};

type Sized = { size(): number };

export function createCoachMetrics(
  registry: Registry,
  sizes: { running: Sized; tails: Sized },
): CoachMetrics {
  const registers = [registry];
  const counter = (name: string, help: string) => new Counter({ name, help, registers });
  const gauge = (name: string, help: string, of: Sized) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(of.size());
      },
    });
  gauge('coach_turns_running', 'Turns this replica is writing.', sizes.running);
  gauge('coach_tails_open', 'Streams this replica is serving, over SSE and sockets.', sizes.tails);
  const started = counter('coach_turns_started_total', 'Questions that became a turn.');
  const fenced = counter('coach_turns_fenced_total', 'Turns that were taken from this replica.');
  const reaped = counter(
    'coach_turns_reaped_total',
    'Turns ended here for an owner that was gone.',
  );
  const logsOff = counter('coach_logs_off_total', 'Times a turn went on without its event log.');
  const corrupt = counter('coach_logs_corrupt_total', 'Event logs that hold ids of nobody: bugs.');
  const rulings = new Counter({
    name: 'coach_guardrail_rulings_total',
    help: 'Questions that a guardrail answered or remarked on, by what they were about.',
    labelNames: ['concern', 'verdict'],
    registers,
  });
  const ended = new Histogram({
    name: 'coach_turn_duration_seconds',
    help: 'Turns by how they ended, from the row to its end.',
    labelNames: ['status', 'code'],
    buckets: [0.25, 0.5, 1, 2.5, 5, 10, 20, 40, 80, 121],
    registers,
  });
  return {
    turnStarted: () => started.inc(),
    turnEnded: (status, errorCode, seconds) =>
      ended.observe({ status, code: errorCode ?? 'none' }, seconds),
    turnFenced: () => fenced.inc(),
    turnReaped: () => reaped.inc(),
    logOff: () => logsOff.inc(),
    logCorrupt: () => corrupt.inc(),
    guardrailRuled: (concern, verdict) => rulings.inc({ concern, verdict }),
  };
}
