import type { Report } from '../bench/report.ts';

/** How big a drill is; each has a quick default, and the numbers of the record stand in docs/operations/drills.md. */
export type Sizes = { times?: number; clients?: number; files?: number };

export type DrillContext = {
  sizes: Sizes;
  say: (line: string) => void;
  /** What must be undone whatever happens, last first: also when the drill is interrupted. */
  later: (undo: () => Promise<unknown>) => void;
};

export type Drill = {
  /** One line: what is done to whom, and what must hold. */
  about: string;
  /** Part of `all`. */
  quick: boolean;
  run: (context: DrillContext) => Promise<Report>;
};
