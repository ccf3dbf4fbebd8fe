import { Link } from 'react-router';
import { buttonClass } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';

/** One tap to an answer. The question travels beside the address, so opening a link never asks by itself. */
export function AskLink({
  question,
  children,
  className = '',
}: {
  question: string;
  children: string;
  className?: string;
}) {
  return (
    <Link to="/coach" state={{ ask: question }} className={buttonClass('quiet', className)}>
      <Icon name="coach" />
      {children}
    </Link>
  );
}
