import { createStretches, type TextSink } from './collect-stretches.ts';
import {
  linkConstruct,
  placeholderConstruct,
  tagConstruct,
  type Construct,
  type Ending,
} from './scan-constructs.ts';

/**
 * Takes Markdown and HTML apart one character at a time, so that how a text was cut into chunks cannot matter. Links
 * become their words, images and tags nothing, placeholders the name of a fact; everything else goes on as words.
 */
export function createMarkupScanner(sink: TextSink) {
  const stretches = createStretches(sink);
  let construct: Construct | null = null;
  let last = '';
  let startsLine = true;
  let waiting = '';

  function settle(ending: Ending): void {
    construct = null;
    last = '';
    if (ending.placeholder !== undefined) {
      stretches.placeholder(ending.placeholder);
      startsLine = false;
      last = '}}';
    }
    for (const char of ending.literal ?? '') add(char);
    waiting = (ending.again ?? '') + waiting;
  }

  function add(char: string): void {
    stretches.add(char);
    startsLine = false;
    last = char;
  }

  function take(char: string): void {
    if (construct) {
      const ending = construct.take(char);
      if (ending) settle(ending);
    } else if (/\s/.test(char)) {
      stretches.space(char);
      startsLine ||= char === '\n';
      last = char;
    } else if (char === '{' && last === '{') {
      stretches.dropLast();
      stretches.cut();
      construct = placeholderConstruct();
    } else if (char === '<') {
      stretches.cut();
      construct = tagConstruct();
    } else if (char === '[') {
      const isImage = last === '!';
      if (isImage) stretches.dropLast();
      stretches.cut();
      construct = linkConstruct({ isImage, startsLine });
    } else if (char !== '}' || last !== '}}') {
      add(char);
    }
  }

  function drain(): void {
    while (waiting !== '') {
      const text = waiting;
      waiting = '';
      for (let i = 0; i < text.length; i++) {
        take(text.charAt(i));
        if (waiting !== '') {
          waiting += text.slice(i + 1);
          break;
        }
      }
    }
  }

  return {
    push(text: string): void {
      waiting += text;
      drain();
    },
    end(): void {
      while (construct) {
        settle(construct.end());
        drain();
      }
      stretches.cut();
    },
  };
}
