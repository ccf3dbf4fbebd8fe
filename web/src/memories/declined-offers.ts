const KEY = 'evensplit:declined-notes';
const MOST = 50;

/** Ids of turns whose offer was put aside on this device; storage may be full or forbidden. */
export function declinedOffers(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

export function declineOffer(turnId: string): void {
  try {
    localStorage.setItem(KEY, JSON.stringify([...declinedOffers(), turnId].slice(-MOST)));
  } catch {
    // It is offered again on the next visit.
  }
}
