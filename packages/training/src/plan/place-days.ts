export type HardDaysRequest = {
  /** Days a hard session may stand on, ascending. */
  candidates: readonly number[];
  count: number;
  /** Day of this week's long run; null when there is none. */
  longDay: number | null;
  longIsHard: boolean;
  /** Hard days around this week that are already fixed: the last one before it, next week's long run, the race. */
  hardAround: readonly number[];
  raceDay: number | null;
  /** Least days between two hard sessions: 2 (48 h), from age 50 on 3 (72 h). */
  spacing: number;
};

/** Least distance of hard days in civil days: 48 h, 72 h from age 50 on (policy). */
export function hardSpacing(age: number): number {
  return age >= 50 ? 3 : 2;
}

/**
 * Days of the hard sessions (`plan/1`, step 6; policy): of all assignments that keep the spacing, the one whose smallest cyclic gap between hard days
 * is largest, ties to the earliest days. The long run always counts as hard for the choice, but only when it really is hard for the spacing.
 * In race week gaps run to the race instead of round the week. Null when no assignment keeps the spacing.
 */
export function placeHardDays(request: HardDaysRequest): number[] | null {
  let best: { days: number[]; gap: number } | null = null;
  for (const days of combinations(request.candidates, request.count)) {
    if (!keepsSpacing(days, request)) continue;
    const gap = smallestGap(days, request);
    if (best === null || gap > best.gap) best = { days, gap };
  }
  return best?.days ?? null;
}

function keepsSpacing(days: readonly number[], request: HardDaysRequest): boolean {
  const { longDay, longIsHard, hardAround, raceDay, spacing } = request;
  const others = [...hardAround];
  if (longDay !== null && longIsHard) others.push(longDay);
  if (raceDay !== null) others.push(raceDay);
  return days.every((day, index) =>
    [...others, ...days.slice(index + 1)].every((other) => Math.abs(other - day) >= spacing),
  );
}

function smallestGap(days: readonly number[], { longDay, raceDay }: HardDaysRequest): number {
  const hard = [...days];
  if (longDay !== null) hard.push(longDay);
  if (raceDay !== null) hard.push(raceDay);
  const sorted = hard.toSorted((a, b) => a - b);
  const gaps = sorted.slice(1).map((day, index) => day - (sorted[index] ?? 0));
  if (raceDay === null) gaps.push((sorted[0] ?? 0) + 7 - (sorted.at(-1) ?? 0));
  return Math.min(7, ...gaps);
}

/** All ways to take `count` of the items, in lexicographic order. */
function combinations(items: readonly number[], count: number): number[][] {
  if (count === 0) return [[]];
  return items.flatMap((item, index) =>
    combinations(items.slice(index + 1), count - 1).map((rest) => [item, ...rest]),
  );
}

/**
 * Days of the easy runs: one by one the free day farthest (round the week) from every running day so far, ties to the earliest. What stays
 * free is rest: the days closest to other runs are the least valuable ones.
 */
export function placeEasyDays(
  free: readonly number[],
  taken: readonly number[],
  count: number,
): number[] {
  const chosen: number[] = [];
  for (let i = 0; i < count; i++) {
    const running = [...taken, ...chosen];
    let best: { day: number; distance: number } | null = null;
    for (const day of free) {
      if (chosen.includes(day)) continue;
      let distance = 7;
      for (const other of running) {
        const apart = cyclicDistance(day, other);
        if (apart < distance) distance = apart;
      }
      if (best === null || distance > best.distance) best = { day, distance };
    }
    if (best !== null) chosen.push(best.day);
  }
  return chosen.toSorted((a, b) => a - b);
}

function cyclicDistance(a: number, b: number): number {
  const apart = (a > b ? a - b : b - a) % 7;
  return apart > 3 ? 7 - apart : apart;
}
