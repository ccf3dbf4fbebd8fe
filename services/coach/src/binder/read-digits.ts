/** A number as it may be meant, and the size of its last written place. */
export type Amount = { value: number; step: number };
/** A time of day's form: `5:01`, `1:20:05`, `5'30`. In seconds; `step` is its last place. */
export type Clock = { seconds: number; step: number };
export type Digits = { amounts: Amount[]; clocks: Clock[] };

const GROUPED = /^\d{1,3}(?:[.,'’·]\d{3})+$/;
const DECIMAL = /^(\d*)[.,·](\d+)$/;
const GROUPED_DECIMAL = /^(\d{1,3}(?:([.,'’])\d{3})+)([.,·])(\d+)$/;

/** Everything a run of digits and separators can mean: `10,240` is ten thousand here and ten point two four there. */
export function readDigits(raw: string): Digits {
  if (/[:′]/.test(raw) || /^\d{1,2}['’]\d{2}$/.test(raw)) {
    return { amounts: [], clocks: readClock(raw.split(/[:'’′]/)) };
  }
  const amounts: Amount[] = [];
  if (/^\d+$/.test(raw)) amounts.push({ value: Number(raw), step: 1 });
  const decimal = DECIMAL.exec(raw);
  if (decimal) {
    const places = decimal[2] ?? '';
    amounts.push({ value: Number(`${decimal[1] ?? ''}.${places}`), step: 10 ** -places.length });
  }
  if (GROUPED.test(raw)) amounts.push({ value: Number(raw.replaceAll(/\D/g, '')), step: 1 });
  const both = GROUPED_DECIMAL.exec(raw);
  if (both && both[2] !== both[3]) {
    const places = both[4] ?? '';
    const whole = (both[1] ?? '').replaceAll(/\D/g, '');
    amounts.push({ value: Number(`${whole}.${places}`), step: 10 ** -places.length });
  }
  return { amounts, clocks: [] };
}

function readClock(parts: readonly string[]): Clock[] {
  const places = /[.,](\d+)$/.exec(parts.at(-1) ?? '')?.[1]?.length ?? 0;
  const numbers = parts.map((part) => Number(part.replace(',', '.')));
  const [first = 0, second = 0, third = 0] = numbers;
  const isWhole = parts.slice(0, -1).every((part) => /^\d+$/.test(part));
  const small = parts.slice(1).every((part) => /^\d{2}(?:[.,]\d+)?$/.test(part));
  if (!isWhole || !small || numbers.slice(1).some((part) => !(part < 60))) return [];
  const step = 10 ** -places;
  if (parts.length === 3) return [{ seconds: first * 3600 + second * 60 + third, step }];
  if (parts.length !== 2) return [];
  const clocks = [{ seconds: first * 60 + second, step }];
  if (places === 0 && first < 100) clocks.push({ seconds: first * 3600 + second * 60, step: 60 });
  return clocks;
}
