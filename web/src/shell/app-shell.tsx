import { Suspense } from 'react';
import { Link, NavLink, Outlet, ScrollRestoration } from 'react-router';
import { Icon, type IconName } from '../ui/icon.tsx';
import { Bars } from '../ui/notice.tsx';
import { useActiveBatchId } from '../welcome/use-active-batch.ts';
import { useLiveBatch } from '../welcome/use-batch.ts';
import { ImportIndicator } from './import-indicator.tsx';
import { useAthlete } from './use-athlete.ts';
import { Wordmark } from './wordmark.tsx';

const places: { to: string; label: string; icon: IconName }[] = [
  { to: '/', label: 'Home', icon: 'home' },
  { to: '/activities', label: 'Activities', icon: 'list' },
  { to: '/coach', label: 'Coach', icon: 'coach' },
  { to: '/welcome', label: 'Add runs', icon: 'add' },
  { to: '/settings', label: 'Settings', icon: 'settings' },
];

/** Side navigation from 1024 px, bottom navigation below it. */
export function AppShell() {
  const athlete = useAthlete();
  useLiveBatch(useActiveBatchId());
  return (
    <div className="lg:grid lg:grid-cols-[15rem_minmax(0,1fr)]">
      <a
        href="#content"
        className="sr-only z-50 rounded-lg bg-accent px-4 py-3 font-semibold text-accent-ink focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
      >
        Skip to content
      </a>
      <header className="sticky top-0 hidden h-dvh flex-col border-r border-line px-4 py-6 lg:flex">
        <Link to="/" className="mb-8 rounded-lg px-2" aria-label="Evensplit, home">
          <Wordmark className="h-8" />
        </Link>
        <nav aria-label="Main" className="flex flex-col gap-1">
          {places.map((place) => (
            <NavLink key={place.to} to={place.to} end={place.to === '/'} className={sideLink}>
              <Icon name={place.icon} />
              {place.label}
            </NavLink>
          ))}
        </nav>
        <div className="mt-auto flex flex-col gap-4 px-2">
          <ImportIndicator />
          <p className="truncate text-sm text-muted" title={athlete.email}>
            {athlete.displayName}
          </p>
        </div>
      </header>

      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full max-w-6xl px-4 pt-5 pb-28 outline-none sm:px-6 lg:px-10 lg:pt-9 lg:pb-12"
      >
        <div className="mb-4 empty:hidden lg:hidden">
          <ImportIndicator />
        </div>
        <Suspense fallback={<Bars rows={6} className="pt-4" />}>
          <Outlet />
        </Suspense>
      </main>

      <nav
        aria-label="Main"
        className="fixed inset-x-0 bottom-0 z-30 grid grid-cols-5 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] lg:hidden"
      >
        {places.map((place) => (
          <NavLink key={place.to} to={place.to} end={place.to === '/'} className={bottomLink}>
            <Icon name={place.icon} className="size-6" />
            {place.label}
          </NavLink>
        ))}
      </nav>
      <ScrollRestoration />
    </div>
  );
}

function sideLink({ isActive }: { isActive: boolean }): string {
  return `flex min-h-11 items-center gap-3 rounded-xl px-3 text-[0.9375rem] font-semibold ${
    isActive ? 'bg-accent-soft text-accent-strong' : 'text-muted hover:bg-sunken hover:text-ink'
  }`;
}

function bottomLink({ isActive }: { isActive: boolean }): string {
  return `flex min-h-15 flex-col items-center justify-center gap-0.5 text-[min(0.6875rem,3.6vw)] font-semibold whitespace-nowrap ${
    isActive ? 'text-accent' : 'text-muted'
  }`;
}
