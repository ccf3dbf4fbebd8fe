import type { ReactNode } from 'react';
import { ApiError } from '../api/api-error.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

/** A failed part of a page: what happened, the request id for whoever helps, and a way to try again. */
export function Failure({ error, retry }: { error: unknown; retry?: (() => void) | undefined }) {
  const known = error instanceof ApiError ? error : null;
  return (
    <div role="alert" className="flex flex-col items-start gap-3">
      <p className="flex gap-2 text-[0.9375rem]">
        <Icon name="warning" className="mt-0.5 size-5 text-danger" />
        <span>{known ? known.message : 'This could not be shown.'}</span>
      </p>
      {known?.requestId && (
        <p className="text-[0.8125rem] break-all text-muted">Request {known.requestId}</p>
      )}
      {retry && (
        <Button look="quiet" onClick={retry}>
          <Icon name="retry" className="size-4" />
          Try again
        </Button>
      )}
    </div>
  );
}

/** Nothing here yet, and what to do next. */
export function Empty({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="flex flex-col items-start gap-3 py-2">
      <p className="text-lg font-semibold">{title}</p>
      {children && <div className="max-w-prose text-muted">{children}</div>}
      {action}
    </div>
  );
}

export function Bars({ rows, className = '' }: { rows: number; className?: string }) {
  return (
    <div className={`flex flex-col gap-3 ${className}`} aria-hidden="true">
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="skeleton h-5" style={{ width: `${92 - ((row * 23) % 45)}%` }} />
      ))}
    </div>
  );
}
