import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Navigate, useLocation } from 'react-router';
import { api } from '../api/api.ts';
import { keepFresh } from '../api/keep-fresh.ts';
import { meQuery } from '../api/queries.ts';
import { Failure } from '../ui/notice.tsx';
import { AppShell } from './app-shell.tsx';
import { AthleteContext } from './use-athlete.ts';
import { Mark } from './wordmark.tsx';

/** Everything behind it needs a session; without one the sign-in page remembers where the athlete was going. */
export function SessionGate() {
  const me = useQuery(meQuery);
  const location = useLocation();
  const signedIn = Boolean(me.data);
  useEffect(() => (signedIn ? keepFresh(api.refresh) : undefined), [signedIn]);

  if (me.data)
    return (
      <AthleteContext value={me.data}>
        <AppShell />
      </AthleteContext>
    );
  if (me.data === null) {
    const next = location.pathname + location.search;
    return (
      <Navigate
        to={next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`}
        replace
      />
    );
  }
  return (
    <main className="grid min-h-dvh place-items-center p-6">
      {me.isError ? (
        <Failure error={me.error} retry={() => void me.refetch()} />
      ) : (
        <div role="status">
          <Mark className="size-14 animate-pulse text-accent" />
          <span className="sr-only">Opening Evensplit</span>
        </div>
      )}
    </main>
  );
}
