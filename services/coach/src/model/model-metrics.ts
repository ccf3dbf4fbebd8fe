import { Counter, Histogram, type Registry } from 'prom-client';
import type { StrikeReason } from '../binder/token.ts';
import type { CallRecord } from './token-account.ts';

/** Labels carry neither an athlete nor a word that was said. */
export type ModelMetrics = {
  callEnded(call: CallRecord): void;
  /** A model's number that no fact supports. */
  numberStruck(reason: StrikeReason): void;
  /** What a turn used went past what was set aside for it: the estimate is wrong. */
  reservationExceeded(): void;
};

export function createModelMetrics(registry: Registry): ModelMetrics {
  const registers = [registry];
  const calls = new Histogram({
    name: 'coach_model_call_seconds',
    help: 'Calls to models by provider and how they ended.',
    labelNames: ['provider', 'outcome'],
    buckets: [0.5, 1, 2, 5, 10, 20, 30, 60, 121],
    registers,
  });
  const strikes = new Counter({
    name: 'coach_strikes_total',
    help: 'Numbers and claims struck from the answers of models, by what was wrong with them.',
    labelNames: ['reason'],
    registers,
  });
  const exceeded = new Counter({
    name: 'coach_reservations_exceeded_total',
    help: 'Turns that used more tokens than were reserved for them.',
    registers,
  });
  return {
    callEnded: ({ provider, finishReason, errorCode, totalMs }) =>
      calls.observe(
        { provider, outcome: errorCode ?? finishReason ?? 'none' },
        (totalMs ?? 0) / 1000,
      ),
    numberStruck: (reason) => strikes.inc({ reason }),
    reservationExceeded: () => exceeded.inc(),
  };
}
