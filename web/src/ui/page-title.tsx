import { type ReactNode, useEffect } from 'react';

/** The one h1 of a screen, and the tab's title with it. */
export function PageTitle({
  title,
  eyebrow,
  aside,
  hidden = false,
}: {
  title: string;
  eyebrow?: ReactNode;
  aside?: ReactNode;
  hidden?: boolean;
}) {
  useEffect(() => {
    document.title = `${title} · Evensplit`;
  }, [title]);
  if (hidden) return <h1 className="sr-only">{title}</h1>;
  return (
    <header className="mb-5 flex flex-wrap items-end justify-between gap-x-4 gap-y-3">
      <div className="min-w-0">
        {eyebrow && <div className="mb-1 text-[0.9375rem] text-muted">{eyebrow}</div>}
        <h1 className="display text-[1.75rem] break-words sm:text-4xl">{title}</h1>
      </div>
      {aside}
    </header>
  );
}
