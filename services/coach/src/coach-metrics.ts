import type { TurnErrorCode } from '@evensplit/contracts';
import type { FinalStatus } from './turns/turn-outcome.ts';

/** What the engine counts; labels never carry an athlete, a turn or a word of what was said. */
export type CoachMetrics = {
  turnStarted(): void;
  turnEnded(status: FinalStatus, errorCode: TurnErrorCode | null, seconds: number): void;
  /** Somebody else took a turn of ours: its writer was blocked, or lost the database, for longer than its lease. */
  turnFenced(): void;
  turnReaped(): void;
  /** A turn's log failed; its answer went on without. */
  logOff(): void;
  /** Redis held an id that only a bug can explain. */
  logCorrupt(): void;
};

export function createCoachMetrics(_sizes: unknown): CoachMetrics & { observeRequest(): void } {
  const nothing = () => undefined;
  return {
    turnStarted: nothing,
    turnEnded: nothing,
    turnFenced: nothing,
    turnReaped: nothing,
    logOff: nothing,
    logCorrupt: nothing,
    observeRequest: nothing,
  };
}
