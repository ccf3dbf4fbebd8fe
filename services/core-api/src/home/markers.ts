/** The ids of the facts that a text of Home refers to, `{{fact-id}}` each. */
export function markersIn(text: string): string[] {
  return [...text.matchAll(/\{\{([\w-]+)\}\}/g)].flatMap(([, id]) => id ?? []);
}
