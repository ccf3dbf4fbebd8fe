const STORAGE_KEY = 'evensplit.accessExpiresAt';
const LEAD_MS = 60_000;
/** A wrong wall clock must not turn into a refresh loop: the 401 path covers whatever this one misses. */
const MIN_GAP_MS = 60_000;

/** Remembered across tabs, so that a tab which wakes up late sees that another one has already refreshed. */
export function rememberExpiry(accessExpiresAt: string | null): void {
  try {
    if (accessExpiresAt) localStorage.setItem(STORAGE_KEY, accessExpiresAt);
    else localStorage.removeItem(STORAGE_KEY);
  } catch {
    // Storage may be forbidden; the session then lives from the 401 path alone.
  }
}

function readExpiry(): number | null {
  try {
    const stored = localStorage.getItem(STORAGE_KEY);
    return stored ? Date.parse(stored) : null;
  } catch {
    return null;
  }
}

/** Milliseconds until a refresh is due; never sooner than the smallest gap after the last one. */
export function refreshDelay(expiresAt: number, now: number, lastRefreshAt: number): number {
  return Math.max(expiresAt - LEAD_MS - now, lastRefreshAt + MIN_GAP_MS - now, 0);
}

/** Renews the access token shortly before it ends while the page is visible. Returns the stop function. */
export function keepFresh(refresh: () => Promise<unknown>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastRefreshAt = Number.NEGATIVE_INFINITY;

  function plan(): void {
    clearTimeout(timer);
    const expiresAt = readExpiry();
    if (expiresAt === null || document.hidden) return;
    timer = setTimeout(() => void tick(), refreshDelay(expiresAt, Date.now(), lastRefreshAt));
  }

  async function tick(): Promise<void> {
    const expiresAt = readExpiry();
    if (expiresAt !== null && expiresAt - Date.now() <= LEAD_MS + 1000) {
      lastRefreshAt = Date.now();
      await refresh().catch(() => undefined);
    }
    plan();
  }

  document.addEventListener('visibilitychange', plan);
  window.addEventListener('storage', plan);
  plan();
  return () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', plan);
    window.removeEventListener('storage', plan);
  };
}
