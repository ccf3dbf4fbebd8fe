import type { TurnView } from '@evensplit/contracts';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import { api } from '../api/api.ts';
import { Icon } from '../ui/icon.tsx';

const MAX_LENGTH = 8000;
const hasKeyboard = window.matchMedia('(pointer: fine)').matches;

export function Composer({
  draft,
  setDraft,
  running,
  sending,
  onAsk,
  autoFocus,
}: {
  draft: string;
  setDraft: (text: string) => void;
  running: TurnView | null;
  sending: boolean;
  onAsk: (question: string) => void;
  autoFocus: boolean;
}) {
  const box = useRef<HTMLTextAreaElement>(null);
  const stop = useMutation({
    mutationFn: (turnId: string) => api.send('POST', `/v1/coach/turns/${turnId}/stop`),
  });
  // On a phone the keyboard would cover the suggestions.
  useEffect(() => {
    if (autoFocus && hasKeyboard) box.current?.focus({ preventScroll: true });
  }, [autoFocus]);

  const busy = sending || running !== null;

  function send(): void {
    const text = draft.trim();
    if (!text || busy) return;
    setDraft('');
    onAsk(text);
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    send();
  }

  function keyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || !hasKeyboard) {
      return;
    }
    event.preventDefault();
    send();
  }

  return (
    <form
      onSubmit={submit}
      data-testid="composer"
      className="sticky bottom-[calc(3.75rem+env(safe-area-inset-bottom))] mt-auto bg-paper pt-4 pb-3 lg:bottom-0 lg:pb-6"
    >
      {stop.isError && (
        <p role="alert" className="mb-2 text-sm text-danger">
          Stopping did not get through. Try again.
        </p>
      )}
      <div className="flex items-end gap-2 rounded-2xl border border-line-strong bg-surface p-1.5 pl-4 focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent">
        <textarea
          ref={box}
          value={draft}
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={keyDown}
          rows={1}
          maxLength={MAX_LENGTH}
          aria-label="Your question"
          placeholder="Ask about your running"
          className="field-sizing-content max-h-48 min-h-11 min-w-0 flex-1 resize-none bg-transparent py-2.5 text-base outline-none placeholder:text-muted"
        />
        {running ? (
          <button
            type="button"
            onClick={() => stop.mutate(running.id)}
            disabled={stop.isPending}
            className="flex min-h-11 items-center gap-1.5 rounded-xl bg-ink px-4 font-semibold text-paper disabled:opacity-60"
          >
            <Icon name="stop" className="size-4 fill-current" />
            Stop
          </button>
        ) : (
          <button
            type="submit"
            aria-label="Send question"
            disabled={!draft.trim() || busy}
            className="grid size-11 place-items-center rounded-xl bg-accent text-accent-ink hover:bg-accent-strong disabled:bg-sunken disabled:text-muted"
          >
            <Icon name="send" />
          </button>
        )}
      </div>
    </form>
  );
}
