import type { Heard } from './listen.ts';

/** What one subscriber made of everything it was sent, over however many connections. */
export type Recording = {
  text: () => string;
  lastId: () => string | undefined;
  events: () => number;
  /** Ids that were not after the one before: an event told twice, or out of order. */
  repeats: () => number;
  snapshots: () => number;
  ends: () => number;
  end: () => Heard['data'] | undefined;
  /** `performance.now()` of the first end. */
  endedAt: () => number | undefined;
  take: (event: Heard) => void;
};

export function createRecording(): Recording {
  let text = '';
  let lastId: string | undefined;
  let events = 0;
  let repeats = 0;
  let snapshots = 0;
  let ends = 0;
  let end: Heard['data'] | undefined;
  let endedAt: number | undefined;
  return {
    text: () => text,
    lastId: () => lastId,
    events: () => events,
    repeats: () => repeats,
    snapshots: () => snapshots,
    ends: () => ends,
    end: () => end,
    endedAt: () => endedAt,
    take(event) {
      events += 1;
      if (lastId !== undefined && !isAfter(event.id, lastId)) repeats += 1;
      lastId = event.id;
      if (event.type === 'delta') text += String(event.data['d']);
      if (event.type === 'snapshot') {
        text = String(event.data['text']);
        snapshots += 1;
      }
      if (event.type !== 'end') return;
      ends += 1;
      end ??= event.data;
      endedAt ??= performance.now();
    },
  };
}

function isAfter(id: string, other: string): boolean {
  const [epoch = 0, seq = 0] = id.split('-').map(Number);
  const [otherEpoch = 0, otherSeq = 0] = other.split('-').map(Number);
  return epoch > otherEpoch || (epoch === otherEpoch && seq > otherSeq);
}
