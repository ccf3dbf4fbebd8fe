import type { HomeView } from '@evensplit/contracts';
import { writerWords } from '../coach/turn-words.ts';
import { FactSentence } from '../receipts/fact-sentence.tsx';
import { Card } from '../ui/card.tsx';
import { formatAgo } from '../ui/format.ts';

export function BriefingCard({
  briefing,
  className,
}: {
  briefing: NonNullable<HomeView['briefing']>;
  className: string;
}) {
  return (
    <Card
      title="Briefing"
      className={className}
      testId="briefing"
      aside={<span className="text-sm text-muted">{formatAgo(briefing.writtenAt)}</span>}
    >
      <p className="max-w-prose text-[1.0625rem] leading-[1.75]">
        <FactSentence text={briefing.text} />
      </p>
      <p className="mt-4 text-sm text-muted">{writerWords(briefing.writer)}</p>
    </Card>
  );
}
