import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Failure } from '../ui/notice.tsx';
import type { Hold } from './hold-question.ts';
import { QuestionBubble } from './question-bubble.tsx';

export function UnsentQuestion({
  question,
  hold,
  error,
  retry,
  edit,
}: {
  question: string;
  hold: Hold | null;
  error: unknown;
  retry: () => void;
  edit: () => void;
}) {
  return (
    <div data-testid="unsent" className="mt-10 flex flex-col gap-4 first:mt-0">
      <QuestionBubble>{question}</QuestionBubble>
      {hold ? (
        <div role="status" className="flex max-w-prose flex-col items-start gap-2">
          <p className="font-semibold">{hold.title}</p>
          <p className="text-[0.9375rem] text-muted">{hold.words}</p>
        </div>
      ) : error ? (
        <Failure error={error} retry={retry} />
      ) : (
        <p role="status" className="text-muted">
          Sending your question…
        </p>
      )}
      {(hold || Boolean(error)) && (
        <div className="-ml-4 flex">
          {hold && (
            <Button look="plain" onClick={retry}>
              <Icon name="retry" className="size-4" />
              Try now
            </Button>
          )}
          <Button look="plain" onClick={edit}>
            Edit question
          </Button>
        </div>
      )}
    </div>
  );
}
