import type { AthleteView, DistanceUnits } from '@evensplit/contracts';
import { useQuery } from '@tanstack/react-query';
import { meQuery } from '../api/queries.ts';

/** The athlete who is signed in; only used below the session gate, which waits until there is one. */
export function useAthlete(): AthleteView {
  const { data } = useQuery(meQuery);
  if (!data) throw new Error('useAthlete is used outside of a session');
  return data;
}

export function useUnits(): DistanceUnits {
  const { data } = useQuery(meQuery);
  return data?.units ?? 'km';
}
