import { Icon, type IconName } from '../ui/icon.tsx';

const tones = {
  /** Something the athlete did or should know; nothing is wrong. */
  calm: 'bg-sunken text-ink',
  warn: 'bg-warn-soft text-warn',
} as const;

/** What is to be said about an answer, right below it. */
export function TurnNotice({
  tone,
  icon,
  children,
  testId,
}: {
  tone: keyof typeof tones;
  icon: IconName;
  children: string;
  testId?: string;
}) {
  return (
    <p
      data-testid={testId}
      className={`mt-4 flex max-w-prose gap-2 rounded-xl px-4 py-3 text-[0.9375rem] first:mt-0 ${tones[tone]}`}
    >
      <Icon name={icon} className="mt-px size-5" />
      {children}
    </p>
  );
}
