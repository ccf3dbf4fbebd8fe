import { buttonClass } from '../ui/button.tsx';
import { Empty } from '../ui/notice.tsx';

/** A screen whose code could not be loaded (a new release, no network) or which threw while drawing. */
export function BrokenPage() {
  return (
    <main className="mx-auto max-w-xl p-8">
      <h1 className="sr-only">Something broke</h1>
      <Empty
        title="This screen could not be shown."
        action={
          <a href={window.location.href} className={buttonClass()}>
            Load it again
          </a>
        }
      >
        Your data is not affected. If it happens again, tell whoever runs this installation.
      </Empty>
    </main>
  );
}
