import { type ReactNode, useId } from 'react';

/** A titled region of a page; the heading names it for screen readers. */
export function Card({
  title,
  aside,
  children,
  className = '',
  testId,
}: {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
  className?: string;
  testId?: string;
}) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      data-testid={testId}
      className={`rounded-card border border-line bg-surface p-5 shadow-card sm:p-6 ${className}`}
    >
      <div className="mb-3 flex min-h-6 items-baseline justify-between gap-3">
        <h2 id={id} className="eyebrow">
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
