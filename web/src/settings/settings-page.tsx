import { useEffect, useRef } from 'react';
import { NavLink, Outlet, useLocation } from 'react-router';
import { useAthlete } from '../shell/use-athlete.ts';
import { PageTitle } from '../ui/page-title.tsx';

export function SettingsPage() {
  const athlete = useAthlete();
  const { pathname } = useLocation();
  const tabs = useRef<HTMLElement>(null);
  // Where they do not all fit, the one that is shown is in sight.
  useEffect(() => {
    const current = tabs.current?.querySelector('[aria-current=page]');
    current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [pathname]);
  const sections = [
    { to: '/settings/profile', label: 'Profile' },
    { to: '/settings/security', label: 'Security' },
    { to: '/settings/memory', label: 'Memory' },
    { to: '/settings/privacy', label: 'Privacy' },
    ...(athlete.roles.includes('owner')
      ? [{ to: '/settings/installation', label: 'Installation' }]
      : []),
  ];
  return (
    <div className="max-w-3xl">
      <PageTitle title="Settings" />
      <nav
        ref={tabs}
        aria-label="Settings"
        className="mb-6 flex gap-1 overflow-x-auto border-b border-line"
      >
        {sections.map(({ to, label }) => (
          <NavLink
            key={to}
            to={to}
            className={({ isActive }) =>
              `-mb-px flex min-h-11 items-center border-b-2 px-3 font-semibold ${
                isActive ? 'border-accent text-ink' : 'border-transparent text-muted hover:text-ink'
              }`
            }
          >
            {label}
          </NavLink>
        ))}
      </nav>
      <Outlet />
    </div>
  );
}
