import { SaxesParser } from 'saxes';

export type XmlVisitor = {
  open: (
    name: string,
    attributes: Readonly<Record<string, string>>,
    parents: readonly string[],
  ) => void;
  /** `text` is what stands directly inside the element, shortened. */
  close: (name: string, text: string, parents: readonly string[]) => void;
};

export type XmlEnd = {
  /** `cut`: the document ends inside an element. `broken`: it stops being XML at some point. */
  state: 'whole' | 'cut' | 'broken' | 'doctype' | 'too_deep';
  unknownEntities: boolean;
};

const CHUNK = 64 * 1024;
const DEEPEST = 100;
const LONGEST_TEXT = 8192;
/** Each costs an error object; a file made of flaws is not read to its end. */
const MOST_FLAWS = 1000;
/** Flaws inside text and repeated attributes leave the structure readable; everything else ends the reading. */
const harmlessFlaws =
  /undefined entity|disallowed character\.?$|malformed character entity|duplicate attribute/u;

/**
 * Streams a document through saxes, without namespaces: exporters use any prefix and forget to declare it, so
 * names are compared without it. Nothing is kept per element.
 */
export function walkXml(bytes: Uint8Array, encoding: string, visitor: XmlVisitor): XmlEnd {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const parents: string[] = [];
  let text = '';
  let rootClosed = false;
  let unknownEntities = false;
  let flaws = 0;
  let ended: XmlEnd['state'] | null = null;

  parser.on('error', (error) => {
    flaws += 1;
    if (harmlessFlaws.test(error.message) && flaws <= MOST_FLAWS) {
      unknownEntities ||= error.message.includes('entity');
    } else {
      ended ??= rootClosed ? 'whole' : 'broken';
    }
  });
  parser.on('doctype', () => {
    ended ??= 'doctype';
  });
  parser.on('opentag', (tag) => {
    if (ended !== null) return;
    const name = localName(tag.name);
    visitor.open(name, tag.attributes, parents);
    parents.push(name);
    text = '';
    if (parents.length > DEEPEST) ended = 'too_deep';
  });
  const addText = (more: string) => {
    if (text.length < LONGEST_TEXT) text += more.slice(0, LONGEST_TEXT);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', (tag) => {
    if (ended !== null) return;
    parents.pop();
    visitor.close(localName(tag.name), text, parents);
    text = '';
    rootClosed ||= parents.length === 0;
  });

  const decoder = new TextDecoder(encoding);
  let started = false;
  for (let at = 0; at < bytes.length && ended === null; at += CHUNK) {
    let chunk = decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true });
    if (!started) chunk = chunk.trimStart();
    started ||= chunk !== '';
    parser.write(chunk);
  }
  const stoppedAt: XmlEnd['state'] | null = ended;
  if (stoppedAt !== null) return { state: stoppedAt, unknownEntities };
  return { state: rootClosed ? 'whole' : 'cut', unknownEntities };
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
