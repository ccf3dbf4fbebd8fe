import { useLayoutEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { turnAnchor } from './turn-anchor.ts';

/** A conversation opens at the turn its address names, else at the last one: that is where it goes on. */
export function useOpenedAt(ready: boolean): void {
  const { hash } = useLocation();
  const shown = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (!ready || shown.current === hash) return;
    const first = shown.current === null;
    shown.current = hash;
    const turns = document.querySelectorAll(`[id^='${turnAnchor('')}']`);
    const named = hash ? document.getElementById(hash.slice(1)) : null;
    if (named) named.scrollIntoView();
    else if (first && turns.length > 1) turns[turns.length - 1]?.scrollIntoView();
  }, [ready, hash]);
}
