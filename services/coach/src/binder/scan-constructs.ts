/**
 * What an open construct says to the next character: `null` to go on, or how it ended. `literal` stands as it is,
 * `again` is read once more as text, `placeholder` is the name of a fact.
 */
export type Ending = { literal?: string; again?: string; placeholder?: string };
export type Construct = { take(char: string): Ending | null; end(): Ending };

const LONGEST_PLACEHOLDER = 100;
const LONGEST_TAG = 300;
const LONGEST_LABEL = 300;
const LONGEST_TARGET = 600;
const DEEPEST_LABEL = 3;
const FACT_TARGET = /^#fact:(.+)$/s;

/** After `{{`: up to `}}`. One that never closes names no fact. */
export function placeholderConstruct(): Construct {
  let held = '';
  return {
    take(char) {
      if (char === '}' && held.endsWith('}')) return { placeholder: held.slice(0, -1) };
      if (char === '\n') return { placeholder: '', again: char };
      if (held.length >= LONGEST_PLACEHOLDER) return { placeholder: '' };
      if (char !== '{' || held !== '') held += char;
      return null;
    },
    end: () => ({ placeholder: '' }),
  };
}

/** After `<`: a tag, a comment or an autolink is dropped; a sign for "less than" stands. */
export function tagConstruct(): Construct {
  let held = '';
  return {
    take(char) {
      if (held === '' && !/[a-z/!?]/i.test(char)) return { literal: '<', again: char };
      if (char === '>') return {};
      if (char === '\n' || held.length >= LONGEST_TAG) return { again: held + char };
      held += char;
      return null;
    },
    end: () => (held === '' ? { literal: '<' } : { again: held }),
  };
}

/** After `[`: a link becomes its words, an image nothing, a link to a fact that fact. */
export function linkConstruct(place: { isImage: boolean; startsLine: boolean }): Construct {
  let state: 'label' | 'after' | 'target' | 'reference' | 'definition' = 'label';
  let label = '';
  let target = '';
  let depth = 0;
  const open = place.isImage ? '![' : '[';

  function done(): Ending {
    if (place.isImage) return {};
    const fact = FACT_TARGET.exec(target.trim())?.[1];
    return fact === undefined ? { again: label } : { placeholder: fact };
  }

  function takeLabel(char: string): Ending | null {
    if (char === ']' && depth === 0) {
      state = 'after';
      return null;
    }
    if (char === '[') depth++;
    if (char === ']') depth--;
    const endsSentence = /\s/.test(char) && /[.!?]$/.test(label);
    if (char === '\n' || endsSentence || depth > DEEPEST_LABEL || label.length >= LONGEST_LABEL) {
      return { literal: open, again: label + char };
    }
    label += char;
    return null;
  }

  function takeAfter(char: string): Ending | null {
    if (char === '(') state = 'target';
    else if (char === '[') state = 'reference';
    else if (char === ':' && place.startsLine) state = 'definition';
    else return { literal: open, again: `${label}]${char}` };
    return null;
  }

  function takeTarget(char: string): Ending | null {
    const closes = state === 'target' ? char === ')' && depth === 0 : char === ']';
    if (closes) return done();
    if (char === '\n' || target.length >= LONGEST_TARGET) {
      const again = place.isImage ? char : label + char;
      return { again };
    }
    if (char === '(') depth++;
    if (char === ')') depth--;
    target += char;
    return null;
  }

  return {
    take(char) {
      switch (state) {
        case 'label':
          return takeLabel(char);
        case 'after':
          return takeAfter(char);
        case 'target':
        case 'reference':
          return takeTarget(char);
        case 'definition':
          return char === '\n' ? { again: char } : null;
      }
    },
    end() {
      if (state === 'definition' || (place.isImage && state !== 'label')) return {};
      if (state === 'label') return { literal: open, again: label };
      return state === 'after' ? { literal: open, again: `${label}]` } : { again: label };
    },
  };
}
