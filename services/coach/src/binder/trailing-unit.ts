import type { Fact } from '@evensplit/contracts';
import { dimensionsOf } from './match-fact.ts';
import { isUnitWord, readPerDistance, readUnit } from './measure-units.ts';
import { endOfPassage } from './number-passage.ts';
import { isSilent, type Token } from './token.ts';

/**
 * A receipt brings its unit; models often write it once more ("{{id}} km"). How many tokens after a fact say its unit
 * again, or `open` while that cannot be known.
 */
export function trailingUnit(
  tokens: readonly Token[],
  fact: Fact,
  isAll: boolean,
): number | 'open' {
  const first = tokens.findIndex((token) => !isSilent(token));
  const token = tokens[first];
  if (!token) return isAll ? 0 : 'open';
  const isUnit =
    token.kind === 'word'
      ? isUnitWord(token.low)
      : token.kind === 'sign' && /^[%/°-]$/.test(token.raw);
  if (!isUnit) return 0;
  const rest = tokens.slice(first);
  const end = endOfPassage(rest, isAll);
  if (end === null) return 'open';
  const places = [...rest.keys()].slice(0, end).filter((i) => !isSilent(rest[i] as Token));
  const loud = places.map((i) => rest[i] as Token);
  const dimensions = dimensionsOf(fact).map(({ dimension }) => dimension);
  const per = dimensions.includes('pace') ? readPerDistance(loud, 0) : null;
  const unit = readUnit(loud, 0);
  const says =
    unit && !unit.loose && unit.units.some(({ dimension }) => dimensions.includes(dimension));
  const count = per?.end ?? (says ? unit.end : 0);
  return count === 0 ? 0 : first + (places[count - 1] ?? -1) + 1;
}
