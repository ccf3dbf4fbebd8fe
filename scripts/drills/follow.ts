import { setTimeout as sleep } from 'node:timers/promises';
import { listen, type Line, type ListenTo, type Wire } from './listen.ts';
import { createRecording, type Recording } from './record.ts';

export type FollowOptions = Omit<ListenTo, 'url' | 'cursor' | 'onEvent'> & {
  /** Where and how the next connection goes; the number says which one it is, from 0. */
  next: (connection: number) => { url: string; wire: Wire };
  /** After how many of its events a connection is cut by us; undefined = it stays as long as it lasts. */
  cutAfter?: (connection: number) => number | undefined;
  /** Told of each event that is taken. */
  onEvent?: ListenTo['onEvent'];
};

export type Follower = {
  recording: Recording;
  /** Resolves at the end event. */
  ended: Promise<void>;
  /** Resolves half a second after it, so that a second one would be caught. */
  done: Promise<void>;
  connections: () => number;
  /** What became of the newest connection. */
  state: () => string;
  leave: () => void;
};

/** A client as it should be: whenever its connection is lost it comes back with the last id it has, until the end. */
export function follow(options: FollowOptions): Follower {
  const recording = createRecording();
  let connections = 0;
  let left = false;
  let line: Line | undefined;
  let state = 'none';
  const ended = Promise.withResolvers<void>();

  async function connectOnce(): Promise<void> {
    const connection = connections++;
    const { url, wire } = options.next(connection);
    const cutAfter = options.cutAfter?.(connection);
    let heard = 0;
    const mine = listen(wire, {
      ...options,
      url,
      cursor: recording.lastId(),
      onEvent(event) {
        // What was on its way when we cut is what a client that went away never saw.
        if (cutAfter !== undefined && heard >= cutAfter) return;
        recording.take(event);
        options.onEvent?.(event);
        heard += 1;
        if (heard === cutAfter && event.type !== 'end') mine.cut();
        if (event.type !== 'end') return;
        ended.resolve();
        setTimeout(() => mine.cut(), 500);
      },
    });
    line = mine;
    state = `opening over ${wire} at ${url}`;
    void mine.opened.then(() => (state = `open over ${wire} at ${url}`));
    const why = await mine.closed;
    state = `closed (${why}) over ${wire} at ${url}`;
    mine.cut();
    if (recording.ends() > 0 || left) return;
    // A cut of ours is followed by a new connection at once; anything else deserves a pause.
    await sleep(why === 'cut' ? Math.random() * 50 : 300 + Math.random() * 700);
  }

  async function run(): Promise<void> {
    while (recording.ends() === 0 && !left) await connectOnce();
  }

  return {
    recording,
    ended: ended.promise,
    done: run(),
    connections: () => connections,
    state: () => state,
    leave() {
      left = true;
      line?.cut();
    },
  };
}
