import { isRecord } from './loose-json.ts';

type Named = { id: string; metric: string };

/** Puts ids of real facts where a script names a metric or a position, as an honest model would. */
export function nameFacts(text: string, results: unknown[]): string {
  const facts = results.flatMap(factsIn);
  return text.replaceAll(/\{\{fact:([^}]+)\}\}/g, (_whole, wanted: string) => {
    const fact = wanted.startsWith('#')
      ? facts[Number(wanted.slice(1))]
      : facts.find((one) => one.metric === wanted);
    // A model that was given no such fact makes one up.
    return `{{${fact?.id ?? `made-up-${wanted}`}}}`;
  });
}

function factsIn(value: unknown): Named[] {
  if (Array.isArray(value)) return value.flatMap(factsIn);
  if (!isRecord(value)) return [];
  const { id, metric } = value;
  if (typeof id === 'string' && typeof metric === 'string') return [{ id, metric }];
  return Object.values(value).flatMap(factsIn);
}
