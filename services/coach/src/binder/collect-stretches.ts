import { judgeStretch } from './judge-stretch.ts';

/** Who takes what was found in the text, in order. */
export type TextSink = {
  words(text: string, glued: boolean): void;
  space(char: string): void;
  /** The inside of `{{…}}`, or of a link to a fact. */
  placeholder(inside: string, glued: boolean): void;
  /** An e-mail address or a UUID. */
  address(raw: string, glued: boolean): void;
};

const LONGEST = 200;
const LINK_LEFT_OUT = '(link left out)';
const ENDS_A_WORD = /^[("'“‘*_]*\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*[)"'”’*_]*$/u;

/**
 * Collects what stands between two white spaces, because only a whole stretch can be told to be a link or an address.
 * A plain word before a stop goes at once: nobody should wait for the space behind it.
 */
export function createStretches(sink: TextSink) {
  let text = '';
  let glued = false;
  let afterStop = false;
  let dropping = false;

  function say(words: string): void {
    if (words === '') return;
    sink.words(words, glued);
    glued = true;
  }

  function cut(): void {
    if (text === '') return;
    const judged = judgeStretch(text, afterStop);
    dropping = judged.is !== 'words' && text.length >= LONGEST;
    text = '';
    if (judged.is === 'words') {
      say(judged.text);
    } else {
      say(judged.before);
      if (judged.is === 'address') {
        sink.address(judged.raw, glued);
        glued = true;
      } else if (!afterStop) {
        say(`${glued ? ' ' : ''}${LINK_LEFT_OUT}`);
      }
      if (!dropping) say(judged.after);
    }
    afterStop = false;
  }

  return {
    add(char: string): void {
      if (dropping) return;
      const ends = '.!?,;'.includes(char) && ENDS_A_WORD.test(text) && !/^www$/i.test(text);
      text += char;
      if (ends || text.length >= LONGEST) cut();
      afterStop ||= ends && char === '.';
    },
    space(char: string): void {
      cut();
      dropping = false;
      glued = false;
      afterStop = false;
      sink.space(char);
    },
    /** Ends the stretch before something that is no text; what follows stands close to it. */
    cut,
    placeholder(inside: string): void {
      cut();
      if (dropping) return;
      sink.placeholder(inside, glued);
      glued = true;
    },
    dropLast(): void {
      text = text.slice(0, -1);
    },
    isEmpty: () => text === '',
  };
}
