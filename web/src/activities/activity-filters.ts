import type { DistanceUnits } from '@evensplit/contracts';

const METRES = { km: 1000, mi: 1609.344 } as const;
export const filterNames = ['text', 'type', 'from', 'to', 'min', 'max'] as const;
export type FilterName = (typeof filterNames)[number];

/**
 * The page's address to the API's query. Distances stand in the address in the athlete's units ("min=10"); a type is
 * a kind of run or another sport ("sport:ride").
 */
export function apiFilters(params: URLSearchParams, units: DistanceUnits): Record<string, string> {
  const filters: Record<string, string> = {};
  const text = params.get('text')?.trim();
  if (text) filters.text = text.slice(0, 100);
  const [kind, sport] = (params.get('type') ?? '').split(':');
  if (kind === 'sport' && sport) filters.sport = sport;
  else if (kind) filters.kind = kind;
  for (const end of ['from', 'to'] as const) {
    const date = params.get(end);
    if (date && /^\d{4}-\d{2}-\d{2}$/.test(date)) filters[end] = date;
  }
  const least = metresOf(params.get('min'), units);
  const most = metresOf(params.get('max'), units);
  if (least !== null) filters.minDistanceM = String(least);
  if (most !== null) filters.maxDistanceM = String(most);
  return filters;
}

function metresOf(text: string | null, units: DistanceUnits): number | null {
  if (!text) return null;
  const value = Number(text.replace(',', '.'));
  return Number.isFinite(value) && value >= 0 ? Math.round(value * METRES[units]) : null;
}
