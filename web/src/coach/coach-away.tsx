import { isPassing } from '../api/api-error.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Failure } from '../ui/notice.tsx';

/** A conversation that cannot be shown: calm when it will come back by itself, exact when it will not. */
export function CoachAway({ error, retry }: { error: unknown; retry: () => void }) {
  if (!isPassing(error)) return <Failure error={error} retry={retry} />;
  return (
    <div role="status" data-testid="coach-away" className="flex flex-col items-start gap-3">
      <p className="text-lg font-semibold">The coach is away for a moment.</p>
      <p className="max-w-prose text-muted">
        Nothing is lost. This page looks again by itself; everything else works meanwhile.
      </p>
      <Button look="quiet" onClick={retry}>
        <Icon name="retry" className="size-4" />
        Look now
      </Button>
    </div>
  );
}
