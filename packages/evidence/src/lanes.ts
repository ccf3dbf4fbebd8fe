import { SourceLane } from '@evensplit/contracts';

type Lane = SourceLane;

/**
 * Lanes whose data may feed a metric or be combined with other data (providers.md §5). Runs that came through the
 * Strava API are shown and forgotten: their terms forbid deriving, so they never reach a query of the registry.
 */
const derivable: ReadonlySet<Lane> = new Set([
  'file',
  'strava_file',
  'garmin',
  'garmin_personal',
  'manual',
  'weather',
]);

export const derivableLanes: readonly Lane[] = SourceLane.options.filter((lane) =>
  derivable.has(lane),
);

/** The known lanes among stored words, each once, in a fixed order so that the same runs give the same bytes. */
export function lanesOf(words: Iterable<string>): Lane[] {
  const seen = new Set(words);
  return SourceLane.options.filter((lane) => seen.has(lane));
}
