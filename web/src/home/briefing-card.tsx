import type { HomeView } from '@evensplit/contracts';
import { AnswerText } from '../coach/answer-text.tsx';
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
      aside={
        <span className="text-sm text-muted">
          {briefing.writer} · {formatAgo(briefing.writtenAt)}
        </span>
      }
    >
      <AnswerText text={briefing.text} />
    </Card>
  );
}
