import { Link } from 'react-router';
import { Card } from '../ui/card.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { ModelCard } from './model-card.tsx';

/** What is kept about an athlete, and who besides them may see it. */
export function PrivacySection() {
  return (
    <div className="flex flex-col gap-5">
      <PageTitle title="Privacy" hidden />
      <Card title="What is stored">
        <ul className="flex max-w-prose list-disc flex-col gap-2 pl-5 text-[0.9375rem]">
          <li>
            The files you bring, as they came, and the runs, laps and values worked out of them.
          </li>
          <li>Your profile, and the questions you asked the coach with their answers.</li>
          <li>
            What you asked the coach to{' '}
            <Link to="/settings/memory" className="font-semibold text-accent underline">
              remember
            </Link>
            .
          </li>
          <li>Where you are signed in, and what you agreed to and when.</li>
        </ul>
        <p className="mt-3 max-w-prose text-[0.9375rem] text-muted">
          All of it stays on this installation, but for what you agree to below.
        </p>
      </Card>
      <ModelCard />
    </div>
  );
}
