import { numberOf, numbersOf, timeOf, type FitFields } from './fit-fields.ts';

/** Strap clocks count 1/1024 s; the packed form keeps 12 bits of them and rolls over every 4 s. */
const TICKS = 1024;
const ROLLOVER = 0x1000;
const UINT32 = 2 ** 32;
const STALE_MS = 10_000;

export type HeartBeats = { time: number[]; bpm: number[] };

/**
 * Straps that store under water (HRM-Swim, HRM-Tri) send heart rate afterwards, in messages of their own. The
 * first carries an absolute anchor, the others only the low bits of the strap's clock.
 */
export function readHeartBeats(messages: readonly FitFields[]): HeartBeats {
  const beats: HeartBeats = { time: [], bpm: [] };
  let anchorMs: number | null = null;
  let anchorTicks = 0;
  let lastTicks = 0;
  for (const message of messages) {
    const timestamp = timeOf(message, 'timestamp');
    const seconds = numbersOf(message, 'event_timestamp');
    if (timestamp !== null && seconds[0] !== undefined) {
      anchorMs = timestamp + (numberOf(message, 'fractional_timestamp') ?? 0) * 1000;
      anchorTicks = Math.round(seconds[0] * TICKS);
      lastTicks = anchorTicks;
    }
    if (anchorMs === null) continue;
    const packed = unpack12(numbersOf(message, 'event_timestamp12'));
    const ticks = seconds.length > 0 ? seconds.map((s) => Math.round(s * TICKS)) : packed;
    const rates = numbersOf(message, 'filtered_bpm');
    for (const [i, tick] of ticks.entries()) {
      const bpm = rates[i];
      if (bpm === undefined) break;
      if (Number.isNaN(tick)) continue;
      lastTicks =
        seconds.length > 0 ? unroll(lastTicks, tick, UINT32) : unroll(lastTicks, tick, ROLLOVER);
      if (Number.isNaN(bpm)) continue;
      beats.time.push(anchorMs + ((lastTicks - anchorTicks) / TICKS) * 1000);
      beats.bpm.push(bpm);
    }
  }
  return beats;
}

/** A reader that follows ascending times and answers the mean of the beats since the last question. */
export function createBeatReader(beats: HeartBeats): (timeMs: number) => number | null {
  let next = 0;
  let held: { time: number; bpm: number } | null = null;
  return (timeMs) => {
    let sum = 0;
    let count = 0;
    for (; next < beats.time.length && beats.time[next]! <= timeMs + 500; next++) {
      held = { time: beats.time[next]!, bpm: beats.bpm[next]! };
      if (held.time < timeMs - 1500) continue;
      sum += held.bpm;
      count += 1;
    }
    if (count > 0) return sum / count;
    return held !== null && timeMs - held.time < STALE_MS ? held.bpm : null;
  };
}

function unpack12(bytes: readonly number[]): number[] {
  const ticks: number[] = [];
  for (let i = 0; i + 2 < bytes.length; i += 3) {
    ticks.push(
      bytes[i]! | ((bytes[i + 1]! & 0x0f) << 8),
      (bytes[i + 1]! >> 4) | (bytes[i + 2]! << 4),
    );
  }
  return ticks;
}

/** The next count with these low bits, not before the last one. */
function unroll(last: number, low: number, modulus: number): number {
  const step = (((low - last) % modulus) + modulus) % modulus;
  return last + step;
}
