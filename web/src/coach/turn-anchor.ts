/** The place of a turn in the page, as the end of an address. */
export function turnAnchor(turnId: string): string {
  return `turn-${turnId}`;
}
