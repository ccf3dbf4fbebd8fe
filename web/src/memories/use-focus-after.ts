import { type RefObject, useEffect, useRef } from 'react';

/** Gives the focus to its element when `shown` comes back, and not when the page is first seen. */
export function useFocusAfter<Target extends HTMLElement>(
  shown: boolean,
): RefObject<Target | null> {
  const target = useRef<Target>(null);
  const was = useRef(shown);
  useEffect(() => {
    if (shown && !was.current) target.current?.focus();
    was.current = shown;
  }, [shown]);
  return target;
}
