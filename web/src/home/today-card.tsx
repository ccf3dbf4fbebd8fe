import type { HomeView, TodaySession } from '@evensplit/contracts';
import { FactSentence } from '../receipts/fact-sentence.tsx';
import { Card } from '../ui/card.tsx';

const effort: Record<TodaySession, { bars: number; words: string } | null> = {
  rest: null,
  return: { bars: 1, words: 'Very light effort' },
  recovery: { bars: 1, words: 'Very light effort' },
  easy: { bars: 2, words: 'Light effort' },
  long: { bars: 3, words: 'Steady effort' },
  quality: { bars: 4, words: 'Hard effort' },
  none: null,
};

export function TodayCard({ today, className }: { today: HomeView['today']; className: string }) {
  const level = effort[today.session];
  return (
    <Card
      title="Today"
      className={className}
      testId="today"
      aside={level && <Effort bars={level.bars} words={level.words} />}
    >
      <p className="display text-[1.875rem] text-balance sm:text-[2.5rem]">{today.headline}</p>
      {today.reasons.length > 0 && (
        <>
          {today.session !== 'none' && <h3 className="eyebrow mt-6">Why</h3>}
          <ul className="mt-2 flex flex-col gap-2.5 text-[1.0625rem] leading-relaxed">
            {today.reasons.map((reason) => (
              <li key={reason} className="flex gap-3">
                <span aria-hidden="true" className="mt-[0.7em] h-0.5 w-3 shrink-0 bg-accent" />
                <span className="min-w-0">
                  <FactSentence text={reason} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

function Effort({ bars, words }: { bars: number; words: string }) {
  return (
    <span className="flex items-center gap-2 text-sm text-muted">
      {words}
      <span aria-hidden="true" className="flex gap-1">
        {Array.from({ length: 4 }, (_, bar) => (
          <span
            key={bar}
            className={`h-3.5 w-2 -skew-x-12 rounded-[2px] ${bar < bars ? 'bg-accent' : 'bg-line'}`}
          />
        ))}
      </span>
    </span>
  );
}
