import { useQuery } from '@tanstack/react-query';
import { isPassing } from '../api/api-error.ts';
import { suggestionsQuery } from '../api/queries.ts';
import { Icon } from '../ui/icon.tsx';

/** For those who do not know what to ask. Without them the question box works all the same, and says so. */
export function Suggestions({ onAsk }: { onAsk: (question: string) => void }) {
  const suggestions = useQuery(suggestionsQuery);
  return (
    <section aria-label="Suggested questions" className="mb-6 min-h-48">
      <p className="mb-4 max-w-prose text-muted">
        Ask in your own words. Every number in an answer opens the run it came from.
      </p>
      <ul className="flex max-w-2xl flex-col gap-2">
        {suggestions.isPending &&
          [0, 1, 2, 3].map((row) => <li key={row} className="skeleton h-12" />)}
        {isPassing(suggestions.error) && (
          <li role="status" data-testid="coach-away" className="max-w-prose">
            <p className="font-semibold">The coach is away for a moment.</p>
            <p className="text-muted">
              Ask all the same: your question is kept here and goes out by itself.
            </p>
          </li>
        )}
        {suggestions.data?.questions.map((question) => (
          <li key={question}>
            <button
              type="button"
              data-testid="suggestion"
              onClick={() => onAsk(question)}
              className="flex min-h-12 w-full items-center justify-between gap-3 rounded-xl border border-line bg-surface px-4 py-2 text-left font-medium hover:border-accent hover:bg-accent-soft"
            >
              {question}
              <Icon name="next" className="size-4 text-muted" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
