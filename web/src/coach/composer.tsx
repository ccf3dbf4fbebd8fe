import type { TurnView } from '@evensplit/contracts';
import { useMutation } from '@tanstack/react-query';
import {
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from 'react';
import { api } from '../api/api.ts';
import { Icon } from '../ui/icon.tsx';
import { sendsQuestion } from './sends-question.ts';
import { useKeyboardInset } from './use-keyboard-inset.ts';

const MAX_LENGTH = 8000;
const NEARLY_FULL = 7500;
const hasKeyboard = window.matchMedia('(pointer: fine)').matches;

export function Composer({
  draft,
  setDraft,
  running,
  sending,
  onAsk,
  focusFor,
  children,
}: {
  draft: string;
  setDraft: (text: string) => void;
  running: TurnView | null;
  sending: boolean;
  onAsk: (question: string) => void;
  /** Every new value other than 0 puts the cursor here. */
  focusFor: number;
  children?: ReactNode;
}) {
  const box = useRef<HTMLTextAreaElement>(null);
  const covered = useKeyboardInset();
  const stop = useMutation({
    mutationFn: (turnId: string) => api.send('POST', `/v1/coach/turns/${turnId}/stop`),
  });
  useEffect(() => {
    const field = box.current;
    if (focusFor === 0 || !field) return;
    field.focus({ preventScroll: true });
    field.setSelectionRange(field.value.length, field.value.length);
  }, [focusFor]);

  const busy = sending || running !== null;
  // From the press until the answer has ended, also when the network takes its time with either.
  const stopping = stop.variables === running?.id && (stop.isPending || stop.isSuccess);
  const [tooSoon, setTooSoon] = useState(false);
  useEffect(() => setTooSoon(false), [busy]);

  // Send and Stop take each other's place: whoever stood on the one that went is not thrown out of the form.
  const inside = useRef(false);
  useEffect(() => {
    if (hasKeyboard && inside.current && document.activeElement === document.body) {
      box.current?.focus({ preventScroll: true });
    }
  }, [busy]);

  function send(): void {
    const text = draft.trim();
    if (!text) return;
    if (busy) {
      setTooSoon(running !== null);
      return;
    }
    setDraft('');
    onAsk(text);
  }

  function stopRunning(): void {
    if (running && !stop.isPending) stop.mutate(running.id);
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    send();
  }

  function keyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape' && running && !event.nativeEvent.isComposing) {
      event.preventDefault();
      stopRunning();
    } else if (hasKeyboard && sendsQuestion(event.nativeEvent)) {
      event.preventDefault();
      send();
    }
  }

  return (
    <form
      onSubmit={submit}
      onFocus={() => {
        inside.current = true;
      }}
      onBlur={({ relatedTarget, currentTarget }) => {
        if (relatedTarget && !currentTarget.contains(relatedTarget)) inside.current = false;
      }}
      data-testid="composer"
      style={covered > 0 ? { bottom: covered } : undefined}
      className="sticky bottom-[calc(3.75rem+env(safe-area-inset-bottom))] mt-auto bg-paper pt-4 pb-3 lg:bottom-0 lg:pb-6"
    >
      {children}
      {stop.isError && (
        <p role="alert" className="mb-2 text-sm text-danger">
          Stopping did not get through. Try again.
        </p>
      )}
      {tooSoon && (
        <p role="status" className="mb-2 text-sm text-muted">
          One answer at a time: wait for its end or stop it, then send.
        </p>
      )}
      {draft.length > NEARLY_FULL && (
        <p role="status" className="mb-2 text-sm text-muted">
          Room for {MAX_LENGTH - draft.length} more characters.
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
          enterKeyHint={hasKeyboard ? 'send' : 'enter'}
          className="field-sizing-content max-h-48 min-h-11 min-w-0 flex-1 resize-none bg-transparent py-2.5 text-base outline-none placeholder:text-muted"
        />
        {running ? (
          <button
            type="button"
            onClick={stopRunning}
            aria-disabled={stopping}
            aria-keyshortcuts="Escape"
            title="Stop the answer (Escape)"
            className="flex min-h-11 items-center gap-1.5 rounded-xl bg-ink px-4 font-semibold text-paper aria-disabled:opacity-60"
          >
            <Icon name="stop" className="size-4 fill-current" />
            {stopping ? 'Stopping…' : 'Stop'}
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
