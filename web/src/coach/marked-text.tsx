import { splitAtWords } from './split-words.ts';

/** A text in which the words of a search stand out. */
export function MarkedText({ text, words }: { text: string; words: string }) {
  return splitAtWords(text, words).map((stretch, index) =>
    stretch.found ? (
      <mark key={index} className="rounded-sm bg-accent-soft text-accent-strong">
        {stretch.text}
      </mark>
    ) : (
      stretch.text
    ),
  );
}
