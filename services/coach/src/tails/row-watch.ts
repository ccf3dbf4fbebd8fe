import type { TurnStatus } from '@evensplit/contracts';
import type { CoachDb } from '@evensplit/db';
import type { Timings } from '../timings.ts';

/** What one query tells about many turns at once; the text is read only by those who need it. */
export type RowGlance = { id: string; status: TurnStatus; epoch: number; partialSeq: number };

type QuietTail = {
  turnId: string;
  /** `performance.now()` of the last event that was passed on or the last look at the row. */
  heardAt: number;
  onRow: (row: RowGlance | null) => void;
};

export type RowWatch = {
  add(tail: QuietTail): () => void;
  /** One pass: every tail that was quiet for long enough hears about its row. */
  look(): Promise<void>;
};

/** Tails that are told by one statement: thousands at once would be felt by whoever shares the database or this event loop. */
const SLICE = 200;

/** The end of a turn is in its row even when the log is lost, so quiet subscribers look there, many in one query. */
export function createRowWatch(deps: {
  db: Pick<CoachDb, '$queryRaw'>;
  timings: Timings;
  readerConnected: () => boolean;
}): RowWatch {
  const tails = new Set<QuietTail>();

  async function tell(silent: QuietTail[]): Promise<void> {
    const ids = [...new Set(silent.map((tail) => tail.turnId))];
    const rows = await deps.db.$queryRaw<RowGlance[]>`
      SELECT id, status::text AS status, epoch, "partialSeq" FROM "Turn" WHERE id = ANY(${ids}::uuid[])`;
    const byId = new Map(rows.map((row) => [row.id, row]));
    for (const tail of silent) {
      tail.heardAt = performance.now();
      tail.onRow(byId.get(tail.turnId) ?? null);
    }
  }

  return {
    add(tail) {
      tails.add(tail);
      return () => void tails.delete(tail);
    },
    async look() {
      const { quiet, quietWithoutReader } = deps.timings;
      const limit = performance.now() - (deps.readerConnected() ? quiet : quietWithoutReader);
      const silent = [...tails].filter((tail) => tail.heardAt <= limit);
      for (let from = 0; from < silent.length; from += SLICE)
        await tell(silent.slice(from, from + SLICE));
    },
  };
}
