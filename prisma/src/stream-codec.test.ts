import { describe, expect, it } from '@jest/globals';
import { decodeStream, encodeStream, STREAM_CODEC } from './stream-codec.ts';

describe('stream codec', () => {
  it('gives every column back to its stated step, with readings that are absent still absent', () => {
    const samples = 5000;
    const t = Float64Array.from({ length: samples }, (_, i) => i + (i % 7) / 1000);
    const hr = Float64Array.from({ length: samples }, (_, i) =>
      i % 11 === 0 ? Number.NaN : 120 + (i % 60),
    );
    const lon = Float64Array.from({ length: samples }, (_, i) => -179.9999999 + i * 0.0001);
    const altitude = Float64Array.from(
      { length: samples },
      (_, i) => -12.34 + Math.sin(i / 50) * 300,
    );
    const bytes = encodeStream({ t, hr, lon, altitude });
    const back = decodeStream(bytes, samples, STREAM_CODEC);
    expect(back.lat).toBeUndefined();
    for (let i = 0; i < samples; i++) {
      expect(Math.abs((back.t[i] ?? 0) - (t[i] ?? 0))).toBeLessThanOrEqual(0.0005);
      expect(back.hr?.[i]).toEqual(hr[i]);
      expect(Math.abs((back.lon?.[i] ?? 0) - (lon[i] ?? 0))).toBeLessThanOrEqual(6e-8);
      expect(Math.abs((back.altitude?.[i] ?? 0) - (altitude[i] ?? 0))).toBeLessThanOrEqual(0.0051);
    }
    expect(bytes.length).toBeLessThan(samples * 8);
  });

  it('refuses a column that is not aligned, a stored value that is cut, and an unknown codec', () => {
    const t = Float64Array.of(0, 1, 2);
    expect(() => encodeStream({ t, hr: Float64Array.of(1) })).toThrow(/not aligned/);
    expect(() => decodeStream(encodeStream({ t }), 9, STREAM_CODEC)).toThrow(/ends early/);
    expect(() => decodeStream(encodeStream({ t }), 3, 'other/1')).toThrow(/unknown stream codec/);
  });
});
