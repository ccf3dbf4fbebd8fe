import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Icon } from '../ui/icon.tsx';

const TYPING_MS = 250;

export function ConversationSearch({
  words,
  onWords,
  onLeave,
}: {
  words: string;
  onWords: (words: string) => void;
  /** Down to the first of the list. */
  onLeave: () => void;
}) {
  const [typed, setTyped] = useState(words);
  const told = useRef(words);

  useEffect(() => {
    if (typed === told.current) return undefined;
    const timer = setTimeout(() => {
      told.current = typed;
      onWords(typed);
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed, onWords]);
  // "Back" changes the address, and the field has to follow.
  useEffect(() => {
    if (words === told.current) return;
    told.current = words;
    setTyped(words);
  }, [words]);

  function keyDown(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' || (event.key === 'Enter' && typed === told.current)) {
      event.preventDefault();
      onLeave();
    } else if (event.key === 'Escape' && typed !== '') {
      event.preventDefault();
      setTyped('');
    }
  }

  return (
    <search className="relative mb-2 block">
      <Icon
        name="search"
        className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted"
      />
      <input
        type="search"
        value={typed}
        maxLength={200}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={keyDown}
        aria-label="Search conversations"
        placeholder="Search"
        autoComplete="off"
        enterKeyHint="search"
        className="min-h-11 w-full rounded-xl border border-line-strong/50 bg-surface pr-2 pl-9 text-base placeholder:text-muted [&::-webkit-search-cancel-button]:grayscale lg:text-[0.9375rem]"
      />
    </search>
  );
}
