import { turnEventData, type Fact } from '@evensplit/contracts';
import { beginning, FIRST_EPOCH, type Cursor } from './cursor.ts';
import { follows, type LogEntry } from './log-entry.ts';

export type Rebuilt = { text: string; seq: number; facts: Fact[] };

/**
 * The answer of an owner that died, as far as its log tells it: from the last snapshot on, without a hole.
 * `seq` says how far that is, so that it can be weighed against the text saved in the row.
 */
export function rebuildAnswer(entries: readonly LogEntry[]): Rebuilt {
  let at: Cursor = beginning;
  let text = '';
  const facts: Fact[] = [];
  let whole = true;
  for (const entry of entries) {
    if (entry.at.epoch > FIRST_EPOCH) break;
    if (entry.type === 'receipt') {
      facts.push(turnEventData.receipt.parse(JSON.parse(entry.json)).fact);
    }
    whole = entry.type === 'snapshot' || (whole && follows(at, entry));
    if (!whole) continue;
    at = entry.at;
    if (entry.type === 'snapshot') text = turnEventData.snapshot.parse(JSON.parse(entry.json)).text;
    if (entry.type === 'delta') text += turnEventData.delta.parse(JSON.parse(entry.json)).d;
  }
  return { text, seq: at.seq, facts };
}
