import type { Submission } from './submit-question.ts';

const PLACE = 'evensplit:unsent-questions';
/** Who comes back to a tab after longer than this would be surprised by an answer. */
const KEPT_MS = 15 * 60_000;

type Kept = Submission & { at: number };
type Place = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** A reload must not lose a question that waits for the coach; with its key it still cannot be asked twice. */
export function keepUnsent(
  place: Place,
  conversationId: string | null,
  submission: Submission | null,
  now: number,
): void {
  const { [nameOf(conversationId)]: _, ...others } = read(place);
  const all = submission
    ? { ...others, [nameOf(conversationId)]: { ...submission, at: now } }
    : others;
  if (Object.keys(all).length > 0) place.setItem(PLACE, JSON.stringify(all));
  else place.removeItem(PLACE);
}

export function unsentIn(
  place: Place,
  conversationId: string | null,
  now: number,
): Submission | null {
  const kept = read(place)[nameOf(conversationId)];
  return kept && now - kept.at <= KEPT_MS ? { key: kept.key, body: kept.body } : null;
}

/** A question that is too old to go out by itself: its writer finds it in the field and decides. */
export function draftIn(place: Place, conversationId: string | null, now: number): string {
  const kept = read(place)[nameOf(conversationId)];
  return kept && now - kept.at > KEPT_MS ? kept.body.text : '';
}

export function forgetUnsent(place: Place): void {
  place.removeItem(PLACE);
}

function nameOf(conversationId: string | null): string {
  return conversationId ?? 'new';
}

function read(place: Place): Record<string, Kept> {
  try {
    // Only this file writes it.
    return JSON.parse(place.getItem(PLACE) ?? '{}') as Record<string, Kept>;
  } catch {
    return {};
  }
}
