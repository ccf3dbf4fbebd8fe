import { moreTelling, neededLiterals } from './needed-literals.ts';

/**
 * A small language for phrases over normalised text, so that a rule reads like the sentence it is looking for:
 * `a|b` either · `word*` any ending · `a ~3 b` b at most 3 words after a · `a <3> b` in either order · `a && b` both anywhere in the text.
 * Gaps never cross a sentence end.
 */
export type PhrasePattern = {
  /** All plain alternatives in one. */
  simple: RegExp | null;
  /** The alternatives with `&&`: where the first part stands, provided the others stand anywhere. */
  joint: RegExp[][];
  /** A text without any of these has no occurrence; `null` = any text may. See `neededLiterals`. */
  needed: string[] | null;
};

export function phrasePattern(source: string): PhrasePattern {
  const all = alternatives(source);
  const plain = all.filter((one) => !one.includes(' && ')).map(oneAlternative);
  const joint = all
    .filter((one) => one.includes(' && '))
    .map((one) => one.split(' && ').map(oneAlternative));
  return {
    simple: plain.length === 0 ? null : bounded(plain.join('|')),
    joint: joint.map((parts) => parts.map(bounded)),
    needed: neededByAny([
      ...plain.map(neededLiterals),
      // All parts of a joint have to be there, so one may speak for it.
      ...joint.map((parts) => parts.map(neededLiterals).reduce(moreTelling)),
    ]),
  };
}

function neededByAny(alternatives: (string[] | null)[]): string[] | null {
  return alternatives.includes(null)
    ? null
    : [...new Set(alternatives.flatMap((one) => one ?? []))];
}

function bounded(expression: string): RegExp {
  return new RegExp(`(?<!\\w)(?:${expression})(?!\\w)`, 'g');
}

/** The parts between the `|` that no bracket encloses, so that every one may have its own `<n>`. */
function alternatives(part: string): string[] {
  const found = [''];
  let depth = 0;
  for (const sign of part) {
    if (sign === '(') depth++;
    if (sign === ')') depth--;
    if (sign === '|' && depth === 0) found.push('');
    else found[found.length - 1] += sign;
  }
  return found;
}

function oneAlternative(alternative: string): string {
  const [left, right] = alternative.split(/ <\d> /);
  const gap = /<(\d)>/.exec(alternative)?.[1];
  if (left === undefined || right === undefined || gap === undefined) return inOrder(alternative);
  const between = `(?: \\w+){0,${gap}} `;
  const [a, b] = [`(?:${inOrder(left)})`, `(?:${inOrder(right)})`];
  return `${a}${between}${b}|${b}${between}${a}`;
}

/** `*` is any ending, except where the pattern already says `\w*`. */
function inOrder(part: string): string {
  return part.replace(/(?<!\\w)\*/g, '\\w*').replace(/ ~(\d) /g, '(?: \\w+){0,$1} ');
}

/** Where the pattern occurs: start and end of every occurrence. */
export function occurrences(
  pattern: PhrasePattern,
  text: string,
): { start: number; end: number }[] {
  const present = pattern.joint.filter(([, ...others]) =>
    others.every((other) => text.search(other) !== -1),
  );
  const searched = [pattern.simple, ...present.map(([first]) => first)];
  return searched.flatMap((expression) =>
    expression
      ? [...text.matchAll(expression)].map((match) => ({
          start: match.index,
          end: match.index + match[0].length,
        }))
      : [],
  );
}
