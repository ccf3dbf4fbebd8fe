import { PageTitle } from '../ui/page-title.tsx';
import { LogOut } from './log-out.tsx';
import { PasswordCard } from './password-card.tsx';
import { SessionsCard } from './sessions-card.tsx';

export function SecuritySection() {
  return (
    <div className="flex flex-col gap-5">
      <PageTitle title="Security" hidden />
      <SessionsCard />
      <PasswordCard />
      <LogOut />
    </div>
  );
}
