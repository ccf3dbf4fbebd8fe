import type { AthleteView, DistanceUnits } from '@evensplit/contracts';
import { createContext, useContext } from 'react';

/**
 * Who is signed in, handed down by the session gate. Not read from the query cache: when a session ends elsewhere the
 * cache empties at once, and a page below would render once more without an athlete before the gate takes it away.
 */
export const AthleteContext = createContext<AthleteView | null>(null);

export function useAthlete(): AthleteView {
  const athlete = useContext(AthleteContext);
  if (!athlete) throw new Error('useAthlete is used outside of a session');
  return athlete;
}

export function useUnits(): DistanceUnits {
  return useContext(AthleteContext)?.units ?? 'km';
}
