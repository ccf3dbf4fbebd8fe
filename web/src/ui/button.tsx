import type { ComponentProps } from 'react';

const looks = {
  primary:
    'bg-accent text-accent-ink hover:bg-accent-strong disabled:bg-sunken disabled:text-muted',
  quiet:
    'border border-line-strong/50 bg-surface text-ink hover:border-line-strong hover:bg-sunken disabled:text-muted',
  plain: 'text-accent hover:bg-accent-soft disabled:text-muted',
  danger: 'border border-danger/50 text-danger hover:bg-danger-soft disabled:opacity-60',
} as const;

export type ButtonLook = keyof typeof looks;

/** Shared by buttons and by links which look like one. */
export function buttonClass(look: ButtonLook = 'primary', className = ''): string {
  return `inline-flex min-h-11 items-center justify-center gap-2 rounded-xl px-4 text-[0.9375rem] font-semibold transition-colors ${looks[look]} ${className}`;
}

export function Button({
  look = 'primary',
  className = '',
  type = 'button',
  ...rest
}: ComponentProps<'button'> & { look?: ButtonLook }) {
  return <button type={type} className={buttonClass(look, className)} {...rest} />;
}
