import { Link } from 'react-router';
import { buttonClass } from '../ui/button.tsx';
import { Empty } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';

export function NotFoundPage() {
  return (
    <>
      <PageTitle title="Not found" />
      <Empty
        title="There is no page at this address."
        action={
          <Link to="/" className={buttonClass()}>
            Go home
          </Link>
        }
      />
    </>
  );
}
