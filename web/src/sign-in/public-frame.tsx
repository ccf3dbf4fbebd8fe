import type { ReactNode } from 'react';
import { Wordmark } from '../shell/wordmark.tsx';

/** The frame of the pages before a session: the form on one side, two even splits on the other. */
export function PublicFrame({ children }: { children: ReactNode }) {
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[minmax(0,1fr)_minmax(0,1.05fr)]">
      <main className="mx-auto flex w-full max-w-md flex-col px-5 pt-10 pb-12 lg:justify-center lg:px-8">
        <Wordmark className="mb-10 h-9 self-start" />
        {children}
      </main>
      <SplitLanes />
    </div>
  );
}

/** Decoration, not data: two halves of a race, line under line, with the same area below them. */
function SplitLanes() {
  return (
    <div
      aria-hidden="true"
      data-edge="brand"
      className="relative hidden overflow-hidden bg-brand text-white lg:flex lg:flex-col lg:justify-end"
    >
      <svg
        viewBox="0 0 800 900"
        preserveAspectRatio="xMidYMid slice"
        className="absolute inset-0 size-full"
      >
        {Array.from({ length: 9 }, (_, lane) => (
          <path
            key={lane}
            d={`M-40 ${640 - lane * 62} C 180 ${560 - lane * 74}, 330 ${700 - lane * 58}, 520 ${520 - lane * 60} S 760 ${360 - lane * 52}, 860 ${420 - lane * 66}`}
            fill="none"
            stroke="white"
            strokeOpacity={0.07 + (lane === 4 ? 0.75 : lane * 0.012)}
            strokeWidth={lane === 4 ? 5 : 2}
            strokeLinecap="round"
          />
        ))}
      </svg>
      <p className="display relative max-w-lg p-12 text-4xl">
        Every number has a receipt.
        <span className="mt-4 block text-lg font-normal tracking-normal text-white/85">
          Ask about your running and open the run, the lap and the arithmetic behind each answer.
        </span>
      </p>
    </div>
  );
}
