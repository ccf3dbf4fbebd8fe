import type { Fact, LookedAt, Writer } from '@evensplit/contracts';
import type { AbortReason } from './abort-reason.ts';

/** A turn that this replica is writing. */
export type RunningTurn = {
  readonly id: string;
  readonly epoch: number;
  abort(reason: AbortReason): void;
  progress(): { text: string; seq: number; writer: Writer | null; facts: Fact[] };
  lookedAt(): LookedAt[];
};

export type Slot = { fill(turn: RunningTurn): void; free(): void };

export type RunningTurns = {
  /** Room for one more turn; `undefined` when this replica is full or going away. */
  takeSlot(): Slot | undefined;
  get(turnId: string): RunningTurn | undefined;
  list(): RunningTurn[];
  size(): number;
  drain(): void;
  /** Resolves when nothing runs any more. */
  idle(): Promise<void>;
};

export function createRunningTurns(maxTurns: number): RunningTurns {
  const turns = new Map<string, RunningTurn>();
  let taken = 0;
  let draining = false;
  const waiting = new Set<() => void>();

  return {
    takeSlot() {
      if (draining || taken >= maxTurns) return undefined;
      taken += 1;
      let held: string | undefined;
      let freed = false;
      return {
        fill(turn) {
          held = turn.id;
          turns.set(turn.id, turn);
        },
        free() {
          if (freed) return;
          freed = true;
          taken -= 1;
          if (held !== undefined) turns.delete(held);
          if (taken > 0) return;
          for (const resolve of waiting) resolve();
          waiting.clear();
        },
      };
    },
    get: (turnId) => turns.get(turnId),
    list: () => [...turns.values()],
    size: () => turns.size,
    drain: () => void (draining = true),
    idle: () =>
      taken === 0 ? Promise.resolve() : new Promise<void>((resolve) => waiting.add(resolve)),
  };
}
