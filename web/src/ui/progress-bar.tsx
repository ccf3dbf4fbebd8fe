import { Progress } from 'radix-ui';

export function ProgressBar({
  value,
  max,
  label,
  className = '',
}: {
  value: number;
  max: number;
  label: string;
  className?: string;
}) {
  const share = max > 0 ? Math.min(1, value / max) : 0;
  return (
    <Progress.Root
      value={Math.min(value, max)}
      max={Math.max(max, 1)}
      aria-label={label}
      className={`h-2.5 overflow-hidden rounded-full bg-sunken ${className}`}
    >
      <Progress.Indicator
        className="h-full rounded-full bg-accent transition-transform duration-300"
        style={{ transform: `translateX(${(share - 1) * 100}%)` }}
      />
    </Progress.Root>
  );
}
