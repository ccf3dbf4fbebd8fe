import { describe, expect, it } from '@jest/globals';
import { chooseRoute } from './choose-route.ts';
import { createRandom } from './random.ts';
import { layRoute, type LoopName, LOOPS } from './routes.ts';

const METRES_PER_DEGREE = (6_371_008.8 * Math.PI) / 180;
const names = Object.keys(LOOPS).filter((name): name is LoopName => name in LOOPS);

function apartM(a: { latDeg: number; lonDeg: number }, b: { latDeg: number; lonDeg: number }) {
  const narrow = Math.cos((a.latDeg * Math.PI) / 180);
  return METRES_PER_DEGREE * Math.hypot(a.latDeg - b.latDeg, (a.lonDeg - b.lonDeg) * narrow);
}

describe('layRoute', () => {
  it.each(names)('closes the loop %s at its stated length, without jumps', (name) => {
    const route = layRoute([name]);
    let walkedM = 0;
    for (let metre = 10; metre <= route.lengthM; metre += 10) {
      const step = apartM(route.at(metre - 10), route.at(metre));
      expect(step).toBeLessThan(10.2);
      expect(step).toBeGreaterThan(8.5);
      walkedM += step;
      expect(Math.abs(route.at(metre).grade)).toBeLessThan(0.25);
    }
    expect(walkedM / route.lengthM).toBeCloseTo(1, 2);
    expect(apartM(route.at(0), route.at(route.lengthM))).toBeLessThan(0.01);
    expect(route.at(route.lengthM).altitudeM).toBeCloseTo(route.at(0).altitudeM, 6);
  });

  it('strings loops together at home, at one height', () => {
    const route = layRoute(['canal', 'meadow']);
    const seam = LOOPS.canal.lengthM;
    expect(route.lengthM).toBe(LOOPS.canal.lengthM + LOOPS.meadow.lengthM);
    expect(apartM(route.at(seam - 5), route.at(seam + 5))).toBeLessThan(11);
    expect(Math.abs(route.at(seam - 5).altitudeM - route.at(seam + 5).altitudeM)).toBeLessThan(1);
  });

  it('is flat on the track and climbs on the trail', () => {
    const range = (name: LoopName) => {
      const route = layRoute([name]);
      const heights = Array.from(
        { length: 100 },
        (_, index) => route.at((index * route.lengthM) / 100).altitudeM,
      );
      return Math.max(...heights) - Math.min(...heights);
    };
    expect(range('track')).toBe(0);
    expect(range('ridge')).toBeGreaterThan(80);
    expect(range('forest')).toBeLessThan(25);
  });
});

describe('chooseRoute', () => {
  it('comes close to any distance a plan asks for', () => {
    const random = createRandom(1);
    for (let distanceM = 4_900; distanceM <= 24_000; distanceM += 100) {
      const { loops, lengthM } = chooseRoute(random, distanceM);
      expect(Math.abs(lengthM - distanceM)).toBeLessThan(700);
      expect(loops.reduce((sum, name) => sum + LOOPS[name].lengthM, 0)).toBe(lengthM);
    }
  });
});
