import { atMost, exactly, type Bar } from '../bench/report.ts';
import type { Follower } from './follow.ts';

/** A turn, everybody who followed it, and the answer that each of them must have ended up with. */
export type Followed = { turnId: string; followers: Follower[]; answer: string };

/** What must hold for every subscriber of every turn, whatever was done to the processes in between. */
export function judgeSubscribers(turns: Followed[]): Bar[] {
  let other = 0;
  let repeats = 0;
  let notOne = 0;
  for (const { followers, answer } of turns)
    for (const { recording } of followers) {
      if (recording.text() !== answer) other += 1;
      if (recording.ends() !== 1) notOne += 1;
      repeats += recording.repeats();
    }
  const subscribers = turns.reduce((sum, { followers }) => sum + followers.length, 0);
  return [
    atMost(`of ${subscribers} subscribers, with another text than stored`, other, 0),
    atMost('events told twice or out of order', repeats, 0),
    exactly('subscribers without exactly one end', notOne, 0),
  ];
}
