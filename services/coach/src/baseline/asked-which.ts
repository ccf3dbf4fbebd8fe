import type { Asked, WhichRun } from './asked.ts';
import { askedDay } from './asked-day.ts';

export const RUN =
  /\b(run|runs|ran|jog|jogged|workout|workouts|session|sessions|race|raced|races|training|activity|outing|intervals?|reps|tempos?|speedwork|parkrun|long one)\b/;

/** The run that a text names, the newest when it names none. */
export function runNamedIn({ text, today }: Asked): WhichRun {
  const day = askedDay(text, today);
  if (day !== undefined) return { by: 'day', day };
  const kind = askedKind(text);
  const back = placeIn(text);
  return kind === undefined ? { by: 'newest', back } : { by: 'kind', kind, back };
}

/** "the second to last", "the one before my last", "my third last run". */
function placeIn(text: string): number {
  if (/\b(third|3rd)( |-)?(to |from |most )?(last|recent|latest)\b/.test(text)) return 2;
  return /\b(before last|before (my|the) last|(second|2nd|next)( |-)?(to |from |most )?(last|recent|latest)|penultimate|previous)\b/.test(
    text,
  )
    ? 1
    : 0;
}

const kinds: [string, RegExp][] = [
  ['long', /\blong (runs?|one|ones)\b/],
  ['race', /\brace[ds]?\b|\braces\b/],
  [
    'interval',
    /\bintervals?\b|\bspeed ?work\b|\bspeed (session|workout)s?\b|\btrack (session|workout|reps|work)s?\b|\b(session|workout)s? on the track\b|\brepeats\b|\bmy reps\b/,
  ],
  ['tempo', /\btempos?\b|\bthreshold (run|session|workout)s?\b/],
  ['easy', /\beasy (runs?|one|ones|jog|day)\b/],
  ['recovery', /\brecovery (runs?|one|ones|jog)\b/],
  ['treadmill', /\btreadmill\b/],
  ['trail', /\btrail\b/],
];

export function askedKind(text: string): string | undefined {
  return kinds.find(([, pattern]) => pattern.test(text))?.[0];
}

export function countsBack(which: WhichRun): which is Extract<WhichRun, { back: number }> {
  return which.by === 'newest' || which.by === 'kind';
}
