import type { ReactNode } from 'react';

/** What was asked, as it was typed; an address without a place to break is broken anyway. */
export function QuestionBubble({
  as: Tag = 'p',
  children,
}: {
  as?: 'h2' | 'p';
  children: ReactNode;
}) {
  return (
    <Tag className="max-w-[min(100%,65ch)] self-end rounded-2xl rounded-br-md bg-accent-soft px-4 py-2.5 text-[1.0625rem] text-wrap wrap-anywhere whitespace-pre-wrap text-accent-strong">
      {children}
    </Tag>
  );
}
