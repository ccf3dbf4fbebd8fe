import type { LogEntry } from '../log/log-entry.ts';
import type { RowGlance } from './row-watch.ts';

export type Mail = {
  entries: LogEntry[];
  /** More came than is kept: read the log from the cursor instead. */
  behind: boolean;
  /** What the row looked like after a quiet while; `null` = the turn is gone. */
  row: RowGlance | null | undefined;
};

export type Mailbox = {
  put: (entry: LogEntry) => void;
  putRow: (row: RowGlance | null) => void;
  /** Ends a waiting `take` with nothing in it. */
  wake: () => void;
  /** Everything that came since the last call; waits for something to come. */
  take(): Promise<Mail>;
};

const KEPT = 400;

/** What arrives for a subscriber while it is busy sending. It keeps little: the log has everything. */
export function createMailbox(): Mailbox {
  let mail: Mail = empty();
  let waiting: (() => void) | undefined;

  function hasMail(): boolean {
    return mail.entries.length > 0 || mail.behind || mail.row !== undefined;
  }

  function wake(): void {
    waiting?.();
    waiting = undefined;
  }

  return {
    wake,
    put(entry) {
      if (mail.behind) return;
      mail.entries.push(entry);
      if (mail.entries.length > KEPT) mail = { ...mail, entries: [], behind: true };
      wake();
    },
    putRow(row) {
      mail.row = row;
      wake();
    },
    async take() {
      if (!hasMail()) await new Promise<void>((resolve) => (waiting = resolve));
      const taken = mail;
      mail = empty();
      return taken;
    },
  };
}

function empty(): Mail {
  return { entries: [], behind: false, row: undefined };
}
