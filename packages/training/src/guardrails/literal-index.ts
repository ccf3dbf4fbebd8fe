/** Who is called when one of many literals stands in a text. */
export type LiteralIndex<T> = {
  add(literals: readonly string[], owner: T): void;
  /** Everybody who has at least one literal in the text. */
  ownersIn(text: string): Set<T>;
};

type Node<T> = { next: Map<number, Node<T>>; owners: T[] };

/** All literals in one tree, so that a text is read once however many there are. */
export function createLiteralIndex<T>(): LiteralIndex<T> {
  const root: Node<T> = { next: new Map(), owners: [] };
  return {
    add(literals, owner) {
      for (const literal of literals) {
        let node = root;
        for (let i = 0; i < literal.length; i++) {
          const code = literal.charCodeAt(i);
          let child = node.next.get(code);
          if (!child) node.next.set(code, (child = { next: new Map(), owners: [] }));
          node = child;
        }
        node.owners.push(owner);
      }
    },
    ownersIn(text) {
      const found = new Set<T>();
      for (let start = 0; start < text.length; start++) {
        let node = root.next.get(text.charCodeAt(start));
        for (let i = start + 1; node; i++) {
          for (const owner of node.owners) found.add(owner);
          node = node.next.get(text.charCodeAt(i));
        }
      }
      return found;
    },
  };
}
