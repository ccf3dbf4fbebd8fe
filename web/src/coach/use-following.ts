import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

const NEAR_END_PX = 160;
/** Who wrote it, a notice and an offer stand below an answer a moment after its last word. */
const AFTER_END_MS = 1500;

/**
 * Keeps the end of a growing conversation in sight of whoever is at that end. Who scrolled up is left alone, and
 * `isBehind` tells that words have come meanwhile which they have not seen.
 */
export function useFollowing(content: RefObject<HTMLElement | null>, isLive: boolean) {
  const [isBehind, setBehind] = useState(false);
  const atEnd = useRef(true);
  const liveUntil = useRef(0);

  const follow = useCallback(() => {
    atEnd.current = true;
    setBehind(false);
    window.scrollTo({ top: document.documentElement.scrollHeight });
  }, []);

  useEffect(() => {
    if (!isLive) return undefined;
    liveUntil.current = Infinity;
    return () => {
      liveUntil.current = performance.now() + AFTER_END_MS;
    };
  }, [isLive]);

  useEffect(() => {
    const element = content.current;
    if (!element) return undefined;
    let height = 0;
    let top = 0;
    function look(): void {
      const { scrollHeight, clientHeight, scrollTop } = document.documentElement;
      const isNear = scrollHeight - clientHeight - scrollTop < NEAR_END_PX;
      // Only who goes up leaves the end: words, a keyboard or a second line in the field push it down by themselves.
      if (isNear) atEnd.current = true;
      else if (scrollTop < top || height === 0) atEnd.current = false;
      top = scrollTop;
      if (isNear) setBehind(false);
    }
    // Words, notices and tables alike, and before the page is painted with them.
    const observer = new ResizeObserver(() => {
      const before = height;
      // What was there from the first is not news: the page opens where its address says.
      if (before === 0) look();
      height = element.offsetHeight;
      if (before === 0 || height <= before || performance.now() > liveUntil.current) return;
      if (atEnd.current) follow();
      else setBehind(true);
    });
    observer.observe(element);
    window.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      window.removeEventListener('scroll', look);
    };
  }, [content, follow]);

  return { isBehind, follow };
}
