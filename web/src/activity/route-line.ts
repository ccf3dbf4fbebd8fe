import type { Column } from './chart-series.ts';

export type RouteLine = {
  width: number;
  height: number;
  /** Index-aligned with the streams; `null` where there is no position. */
  points: ([x: number, y: number] | null)[];
  metresPerUnit: number;
};

const SIZE = 600;
const MARGIN = 28;
const METRES_PER_DEGREE = 111_320;

/**
 * Positions as points of a drawing, north up. Equirectangular with the scale of the middle latitude: over the extent
 * of a run its error stays below the width of the line.
 */
export function routeLine(
  latitude: Column | undefined,
  longitude: Column | undefined,
): RouteLine | null {
  if (!latitude || !longitude) return null;
  const known = latitude.flatMap((lat, index) => {
    const lon = longitude[index] ?? null;
    return lat === null || lon === null ? [] : [[lat, lon] as const];
  });
  if (known.length < 2) return null;
  let [south, west] = known[0]!;
  let [north, east] = known[0]!;
  for (const [lat, lon] of known) {
    south = Math.min(south, lat);
    north = Math.max(north, lat);
    west = Math.min(west, lon);
    east = Math.max(east, lon);
  }
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const metresWide = (east - west) * shrink * METRES_PER_DEGREE;
  const metresHigh = (north - south) * METRES_PER_DEGREE;
  if (Math.max(metresWide, metresHigh) < 5) return null;

  // At least half as high as wide and the other way round, so that a straight road still has a frame.
  const metresPerUnit = Math.max(metresWide, metresHigh) / (SIZE - 2 * MARGIN);
  const width = Math.max(metresWide / metresPerUnit + 2 * MARGIN, SIZE / 2);
  const height = Math.max(metresHigh / metresPerUnit + 2 * MARGIN, SIZE / 2);
  const left = (width - metresWide / metresPerUnit) / 2;
  const top = (height - metresHigh / metresPerUnit) / 2;
  const points = latitude.map((lat, index): [number, number] | null => {
    const lon = longitude[index] ?? null;
    if (lat === null || lon === null) return null;
    return [
      left + ((lon - west) * shrink * METRES_PER_DEGREE) / metresPerUnit,
      top + ((north - lat) * METRES_PER_DEGREE) / metresPerUnit,
    ];
  });
  return { width, height, points, metresPerUnit };
}

/** An SVG path over part of the points; a missing position lifts the pen. */
export function pathOf(points: RouteLine['points'], from = 0, to = points.length - 1): string {
  let path = '';
  let drawing = false;
  for (let index = from; index <= to; index += 1) {
    const point = points[index];
    if (!point) {
      drawing = false;
      continue;
    }
    path += `${drawing ? 'L' : 'M'}${point[0].toFixed(1)} ${point[1].toFixed(1)}`;
    drawing = true;
  }
  return path;
}

/** A round length for a scale bar of at most a quarter of the drawing. */
export function scaleLength(line: RouteLine, unitMetres: number): { units: number; width: number } {
  const most = (line.width / 4) * line.metresPerUnit;
  const units =
    [10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05].find((each) => each * unitMetres <= most) ?? 0.05;
  return { units, width: (units * unitMetres) / line.metresPerUnit };
}
