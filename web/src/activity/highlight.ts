import type { LapView } from '@evensplit/contracts';

export type Highlight = { fromS: number; toS: number; lap: number | null };

/** `?lap=2` or `?window=600-840`, as receipts link to them. A lap that does not exist highlights nothing. */
export function highlightOf(params: URLSearchParams, laps: readonly LapView[]): Highlight | null {
  const index = params.get('lap');
  if (index !== null && /^\d+$/.test(index)) {
    const lap = laps.find((each) => each.index === Number(index));
    return lap ? { fromS: lap.startS, toS: lap.startS + lap.elapsedS, lap: lap.index } : null;
  }
  const [, from, to] = /^(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)$/.exec(params.get('window') ?? '') ?? [];
  if (from === undefined || to === undefined || Number(to) <= Number(from)) return null;
  return { fromS: Number(from), toS: Number(to), lap: null };
}
