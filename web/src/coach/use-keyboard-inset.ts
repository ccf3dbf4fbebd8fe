import { useEffect, useState } from 'react';
import { keyboardInset } from './keyboard-inset.ts';

/** How much of the page's foot lies behind the on-screen keyboard, where that covers the page instead of shrinking it. */
export function useKeyboardInset(): number {
  const [inset, setInset] = useState(0);
  useEffect(() => {
    const seen = window.visualViewport;
    if (!seen) return undefined;
    const look = () => setInset(keyboardInset(window.innerHeight, seen));
    seen.addEventListener('resize', look);
    seen.addEventListener('scroll', look);
    return () => {
      seen.removeEventListener('resize', look);
      seen.removeEventListener('scroll', look);
    };
  }, []);
  return inset;
}
