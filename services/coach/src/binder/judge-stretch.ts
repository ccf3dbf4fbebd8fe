export type Stretch =
  | { is: 'words'; text: string }
  | { is: 'link'; before: string; after: string }
  | { is: 'address'; before: string; after: string; raw: string };

const URL =
  /[a-z][a-z0-9+.-]*:\/\/\S*|www\.\S+|\b(?:javascript|vbscript|data|file|mailto|tel|blob|about|ftp|https?|intent):[^\s)\]]\S*/i;
const DOMAIN_WITH_PATH = /(?:[\p{L}\d-]*\p{L}[\p{L}\d-]*\.)+[a-z]{2,24}(?::\d+)?[/?#]\S*/iu;
const DOMAIN_TAIL = /^[a-z]{2,24}(?::\d+)?[/?#]\S*/i;
const EMAIL = /[\p{L}\d.!#$%&'*+/=?^_`{|}~-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}/iu;
const UUID = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/i;
const CLOSING = /[)\]}"'*_.,;:!?>]*$/;

/**
 * What a stretch without white space is. `afterStop` says that a full stop stands right before it, so that `run.` that
 * has already gone out and `com/x` that follows do not add up to an address.
 */
export function judgeStretch(text: string, afterStop: boolean): Stretch {
  if (!/[:./@-]/.test(text)) return { is: 'words', text };
  const address = EMAIL.exec(text) ?? UUID.exec(text);
  if (address) {
    return {
      is: 'address',
      raw: address[0],
      before: text.slice(0, address.index),
      after: text.slice(address.index + address[0].length),
    };
  }
  const link =
    URL.exec(text) ?? DOMAIN_WITH_PATH.exec(text) ?? (afterStop ? DOMAIN_TAIL.exec(text) : null);
  if (!link) return { is: 'words', text };
  return {
    is: 'link',
    before: text.slice(0, link.index),
    after: closingOf(link[0]),
  };
}

/** The punctuation behind a link; a bracket that the link itself opened goes with it. */
function closingOf(link: string): string {
  const closing = CLOSING.exec(link)?.[0] ?? '';
  return link.includes('(') ? closing.replaceAll(')', '') : closing;
}
