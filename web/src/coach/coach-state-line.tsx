import { useQuery } from '@tanstack/react-query';
import { coachStateQuery } from '../api/queries.ts';
import { useAthlete } from '../shell/use-athlete.ts';
import { formatInstant } from '../ui/format.ts';
import { modelAwayWords } from './model-away-words.ts';

/** Says before a question is asked that it has to wait, or that a model will not answer it where one would otherwise. */
export function CoachStateLine() {
  const { timeZone } = useAthlete();
  const state = useQuery(coachStateQuery);
  if (!state.data) return null;
  const words = modelAwayWords(state.data, (instant) =>
    formatInstant(instant, timeZone, { hour: '2-digit', minute: '2-digit' }),
  );
  if (words === null) return null;
  return (
    <p role="status" data-testid="coach-state" className="mb-2 text-sm text-muted">
      {words}
    </p>
  );
}
