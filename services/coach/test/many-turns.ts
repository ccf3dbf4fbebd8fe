import { createRunningTurns, type RunningTurn, type Slot } from '../src/turns/running-turns.ts';

/** A replica with turns `turn 0`, `turn 1` … that say nothing and hear nothing but what `of` gives them. */
export function manyTurns(count: number, of: (id: string) => Partial<RunningTurn> = () => ({})) {
  const running = createRunningTurns(count);
  const slots = new Map<string, Slot>();
  for (let index = 0; index < count; index += 1) {
    const id = `turn ${index}`;
    const slot = running.takeSlot();
    if (slot === undefined) throw new Error(`there is no place for ${id}`);
    slot.fill({
      id,
      epoch: 1,
      abort: () => undefined,
      progress: () => ({ text: '', seq: 0, writer: null, facts: [] }),
      lookedAt: () => [],
      ...of(id),
    });
    slots.set(id, slot);
  }
  return { running, end: (id: string) => slots.get(id)?.free() };
}
