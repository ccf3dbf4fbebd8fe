import { isFix } from './haversine.ts';
import { none, type None } from './result.ts';

const RADIANS = Math.PI / 180;

/**
 * Indices of at most `count` fixes that keep a route's shape, ends included, ascending: Visvalingam & Whyatt 1993, dropping
 * the fix with the smallest triangle first (equal triangles: the earlier one). Rows without a fix are skipped.
 * `INVALID_INPUT` (lengths, count < 2), `TOO_FEW` (no fix). O(n log n).
 */
export function simplifyRoute(
  lat: ArrayLike<number>,
  lon: ArrayLike<number>,
  count: number,
): Uint32Array | None {
  if (lat.length !== lon.length) return none('INVALID_INPUT', 'columns differ in length');
  if (!Number.isInteger(count) || count < 2)
    return none('INVALID_INPUT', 'at least two points must be kept');
  const rows = new Uint32Array(lat.length);
  let n = 0;
  for (let i = 0; i < lat.length; i++) if (isFix(lat[i]!, lon[i]!)) rows[n++] = i;
  if (n === 0) return none('TOO_FEW', 'no fixes');
  if (n <= count) return rows.slice(0, n);
  // Plane coordinates around the first fix are enough to rank triangles by area.
  const stretch = Math.cos(lat[rows[0]!]! * RADIANS);
  const x = new Float64Array(n);
  const y = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    x[k] = lon[rows[k]!]! * stretch;
    y[k] = lat[rows[k]!]!;
  }
  return keepLargest(x, y, count).map((k) => rows[k]!);
}

function keepLargest(x: Float64Array, y: Float64Array, count: number): Uint32Array {
  const n = x.length;
  const before = new Int32Array(n);
  const after = new Int32Array(n);
  const area = new Float64Array(n).fill(Infinity);
  const triangle = (k: number) => {
    const a = before[k]!;
    const b = after[k]!;
    return Math.abs((x[a]! - x[k]!) * (y[b]! - y[k]!) - (x[b]! - x[k]!) * (y[a]! - y[k]!));
  };
  for (let k = 0; k < n; k++) {
    before[k] = k - 1;
    after[k] = k + 1;
  }
  for (let k = 1; k < n - 1; k++) area[k] = triangle(k);
  const heap = new MinHeap(area);
  const isGone = new Uint8Array(n);
  for (let left = n; left > count; left--) {
    const k = heap.pop();
    isGone[k] = 1;
    const a = before[k]!;
    const b = after[k]!;
    after[a] = b;
    before[b] = a;
    // A neighbour may not become cheaper than what was just dropped, or it would vanish out of turn.
    for (const neighbour of [a, b])
      if (neighbour > 0 && neighbour < n - 1)
        heap.change(neighbour, Math.max(area[k]!, triangle(neighbour)));
  }
  const kept = new Uint32Array(count);
  let length = 0;
  for (let k = 0; k < n; k++) if (isGone[k] === 0) kept[length++] = k;
  return kept;
}

/** Binary heap of the inner points 1 … n−2 by key, ties by index. */
class MinHeap {
  private readonly keys: Float64Array;
  private readonly items: Uint32Array;
  private readonly place: Uint32Array;
  private size: number;

  constructor(keys: Float64Array) {
    const n = keys.length;
    this.keys = keys;
    this.size = Math.max(0, n - 2);
    this.items = new Uint32Array(this.size);
    this.place = new Uint32Array(n);
    for (let i = 0; i < this.size; i++) {
      this.items[i] = i + 1;
      this.place[i + 1] = i;
    }
    for (let i = (this.size >> 1) - 1; i >= 0; i--) this.sink(i);
  }

  pop(): number {
    const top = this.items[0]!;
    this.size--;
    if (this.size > 0) {
      this.put(0, this.items[this.size]!);
      this.sink(0);
    }
    return top;
  }

  change(item: number, key: number): void {
    this.keys[item] = key;
    this.rise(this.place[item]!);
    this.sink(this.place[item]!);
  }

  private less(a: number, b: number): boolean {
    return this.keys[a]! < this.keys[b]! || (this.keys[a] === this.keys[b] && a < b);
  }

  private put(place: number, item: number): void {
    this.items[place] = item;
    this.place[item] = place;
  }

  private rise(from: number): void {
    let i = from;
    const item = this.items[i]!;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (!this.less(item, this.items[parent]!)) break;
      this.put(i, this.items[parent]!);
      i = parent;
    }
    this.put(i, item);
  }

  private sink(from: number): void {
    let i = from;
    const item = this.items[i]!;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= this.size) break;
      if (child + 1 < this.size && this.less(this.items[child + 1]!, this.items[child]!)) child++;
      if (!this.less(this.items[child]!, item)) break;
      this.put(i, this.items[child]!);
      i = child;
    }
    this.put(i, item);
  }
}
