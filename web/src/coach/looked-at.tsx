import type { LookedAt as Looked } from '@evensplit/contracts';
import { Icon } from '../ui/icon.tsx';
import { lookedLine } from './looked-words.ts';

/** What an answer rests on and what it could not know, one tap below it. */
export function LookedAt({ looked }: { looked: readonly Looked[] }) {
  if (looked.length === 0) return null;
  return (
    <details data-testid="looked-at" className="group max-w-prose text-sm text-muted">
      <summary className="-mx-2 inline-flex min-h-11 cursor-pointer items-center gap-1.5 rounded-lg px-2 font-semibold hover:text-ink">
        <Icon name="next" className="size-4 transition-transform group-open:rotate-90" />
        What was looked at
      </summary>
      <ul className="flex flex-col gap-2 pb-2 pl-5">
        {looked.map((one, index) => (
          <li key={index}>
            <span className="text-ink">{lookedLine(one)}</span>
            {one.missing.map((why) => (
              <span key={why} className="block">
                {why}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </details>
  );
}
