import { Icon } from '../ui/icon.tsx';

/** Over the field, for those who read further up while the answer grows. */
export function NewWords({ onGo }: { onGo: () => void }) {
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-full flex justify-center pb-1">
      <button
        type="button"
        onClick={onGo}
        className="pointer-events-auto flex min-h-11 items-center gap-2 rounded-full border border-line-strong bg-surface px-4 text-[0.9375rem] font-semibold text-ink shadow-card hover:bg-sunken"
      >
        New words
        <Icon name="send" className="size-4 rotate-180" />
      </button>
    </div>
  );
}
