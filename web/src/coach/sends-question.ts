/** What is needed of a key event. */
type Key = { key: string; shiftKey: boolean; isComposing: boolean; keyCode: number };

/** Safari ends a composition before it tells of the Enter that ended it; only the old code still says so. */
const COMPOSED = 229;

/** Enter sends, Shift and Enter begins a line, and the Enter that chooses a word while composing does neither. */
export function sendsQuestion({ key, shiftKey, isComposing, keyCode }: Key): boolean {
  return key === 'Enter' && !shiftKey && !isComposing && keyCode !== COMPOSED;
}
