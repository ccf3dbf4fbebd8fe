import { NavLink, Outlet } from 'react-router';
import { useAthlete } from '../shell/use-athlete.ts';
import { PageTitle } from '../ui/page-title.tsx';

export function SettingsPage() {
  const athlete = useAthlete();
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
      <nav aria-label="Settings" className="mb-6 flex gap-1 overflow-x-auto border-b border-line">
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
