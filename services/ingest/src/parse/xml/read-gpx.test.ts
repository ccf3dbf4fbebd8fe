import { describe, expect, it } from '@jest/globals';
import { parseBytes } from '../parse-bytes.ts';
import type { ParsedFile } from '../parse-result.ts';
import {
  at,
  bytesOf,
  gpx,
  northward,
  START,
  trk,
  trkpt,
  type TestPoint,
} from './xml-test-files.ts';

function read(text: string): ParsedFile {
  const result = parseBytes(bytesOf(text));
  if (result.outcome === 'refused') throw new Error(`${result.code}: ${result.message}`);
  return result;
}

function refusal(text: string): string {
  const result = parseBytes(bytesOf(text));
  return result.outcome === 'refused' ? result.code : result.outcome;
}

function extended(inside: string): TestPoint[] {
  return northward(5).map((point) => ({ ...point, extra: `<extensions>${inside}</extensions>` }));
}

const METRES_PER_STEP = (6_371_008.8 * Math.PI * 0.000_03) / 180;

describe('a GPX track', () => {
  it('is read with its distance from the fixes', () => {
    const { outcome, activities } = read(gpx(trk([northward(101)])));
    expect(outcome).toBe('parsed');
    expect(activities[0]).toMatchObject({
      format: 'gpx',
      sport: 'run',
      name: 'Morning & sun',
      deviceName: 'Test Watch',
      startedAt: Date.parse(START),
      elapsedS: 100,
      timerS: 100,
      recordCount: 101,
      pauses: [],
    });
    expect(activities[0]!.distanceM).toBeCloseTo(100 * METRES_PER_STEP, 3);
    expect(activities[0]!.provenance.distanceSource).toBe('gps');
  });

  it('counts neither ground nor time between its segments', () => {
    const later = northward(11, 70).map((point) => ({ ...point, lat: point.lat! + 1 }));
    const [one] = read(gpx(trk([northward(11), [], later]))).activities;
    expect(one!.distanceM).toBeCloseTo(20 * METRES_PER_STEP, 3);
    expect(one).toMatchObject({ elapsedS: 80, timerS: 20, pauses: [[10, 70]] });
  });

  it('takes no seam between segments for a rest', () => {
    const segments = Array.from({ length: 50 }, (_, i) => northward(1, i * 2));
    expect(read(gpx(trk(segments))).activities[0]).toMatchObject({ timerS: 98, pauses: [] });
  });

  it.each([
    [
      'Garmin v1',
      '<gpxtpx:TrackPointExtension><gpxtpx:hr>151</gpxtpx:hr><gpxtpx:cad>85</gpxtpx:cad></gpxtpx:TrackPointExtension>',
    ],
    [
      'another prefix',
      '<ns3:TrackPointExtension><ns3:hr>151</ns3:hr><ns3:cad>85</ns3:cad></ns3:TrackPointExtension>',
    ],
    ['Cluetrust', '<gpxdata:hr>151</gpxdata:hr><gpxdata:cadence>85</gpxdata:cadence>'],
    [
      'two vocabularies at once',
      '<a:hr>151</a:hr><a:cad>85</a:cad><b:heartrate>99</b:heartrate><b:cadence>12</b:cadence>',
    ],
  ])('has heart rate and cadence in the words of %s', (_name, inside) => {
    const [one] = read(gpx(trk([extended(inside)]))).activities;
    expect(one!.avgHr).toBe(151);
    expect(one!.samples.cadence![0]).toBe(170);
  });

  it('prefers a distance that the device wrote into every point', () => {
    const points = northward(5).map((point, i) => ({
      ...point,
      extra: `<extensions><gpxdata:distance>${i * 3}</gpxdata:distance></extensions>`,
    }));
    const [one] = read(gpx(trk([points]))).activities;
    expect([one!.distanceM, one!.provenance.distanceSource]).toEqual([12, 'device']);
  });

  it('is not misled by a distance that counts from point to point', () => {
    const points = northward(50).map((point) => ({ ...point, extra: '<distance>3.3</distance>' }));
    const [one] = read(gpx(trk([points]))).activities;
    expect(one!.provenance.distanceSource).toBe('gps');
    expect(one!.distanceM).toBeCloseTo(49 * METRES_PER_STEP, 3);
  });

  it('may have heart rate in some points only', () => {
    const points = northward(10).map((point, i) =>
      i % 2 === 0 ? point : { ...point, extra: '<extensions><hr>140</hr></extensions>' },
    );
    const [one] = read(gpx(trk([points]))).activities;
    expect(one!.avgHr).toBe(140);
    expect([...one!.samples.hr!].filter(Number.isNaN)).toHaveLength(5);
  });

  it('may have a type in numbers or none; then cadence is not doubled', () => {
    const inside = '<cad>85</cad>';
    expect(read(gpx(trk([extended(inside)], '9'))).activities[0]!.sport).toBe('run');
    const [unknown] = read(gpx(trk([extended(inside)], ''))).activities;
    expect(unknown).toMatchObject({ sport: 'unknown', avgCadenceSpm: null });
    expect(unknown!.provenance.cadenceUnit).toBe('cycles');
    expect(unknown!.samples.cadence![0]).toBe(85);
  });

  it('of another hour is another activity; a close one is the same', () => {
    expect(read(gpx(trk([northward(10)]) + trk([northward(10, 60)]))).activities).toHaveLength(1);
    const two = read(gpx(trk([northward(10)]) + trk([northward(10, 9000)]))).activities;
    expect(two.map((one) => one.part.index)).toEqual([1, 2]);
  });

  it('of midnight in no zone is midnight UTC', () => {
    const text = gpx(trk([northward(3)])).replaceAll('.000Z', '');
    expect(read(text).activities[0]!.startedAt).toBe(Date.parse(START));
  });
});

describe('bytes around the document', () => {
  const document = gpx(trk([northward(10)]));

  it.each([
    ['blanks before the declaration', `          ${document}`],
    ['a byte order mark', `\ufeff${document}`],
    ['blanks and blank lines behind', `${document}\n\n  `],
    ['an unknown entity in the name', document.replace('&amp;', '&nbsp;')],
    ['garbage behind the end', `${document}garbage <b`],
  ])('may be %s', (_name, text) => {
    expect(read(text).activities[0]!.recordCount).toBe(10);
  });

  it('may be UTF-16', () => {
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${document}`, 'utf16le'));
    expect(parseBytes(utf16).outcome).toBe('parsed');
  });

  it('may be another alphabet, as declared', () => {
    const text = document.replace('UTF-8', 'ISO-8859-1').replace('Morning', 'Matin\u00e9e');
    const result = parseBytes(new Uint8Array(Buffer.from(text, 'latin1')));
    expect(result.outcome !== 'refused' && result.activities[0]!.name).toBe('Matin\u00e9e & sun');
  });

  it('may end in the middle of a tag: partial, with a warning', () => {
    const result = read(document.slice(0, document.lastIndexOf('<trkpt') + 9));
    expect([result.outcome, result.warnings.map((one) => one.code)]).toEqual([
      'partial',
      ['file_cut'],
    ]);
    expect(result.activities[0]!.recordCount).toBe(9);
  });

  it('may stop being XML: partial, with a warning', () => {
    const result = read(document.replace(at(5), '</nonsense>'));
    expect([result.outcome, result.warnings.map((one) => one.code)]).toEqual([
      'partial',
      ['data_skipped'],
    ]);
    expect(result.activities[0]!.recordCount).toBe(5);
  });
});

describe('a GPX file that is no activity', () => {
  it.each([
    ['a route', '<rte><rtept lat="1" lon="1"/></rte>', 'gpx_route_only'],
    ['metadata', '<metadata><name>x</name></metadata>', 'activity_empty'],
    [
      'way points',
      '<wpt lat="1" lon="1"><time>2024-05-01T06:00:00Z</time></wpt>',
      'activity_empty',
    ],
    [
      'points without times',
      trk([northward(5).map(({ lat }) => ({ lat: lat! }))]),
      'times_missing',
    ],
    [
      'points of one time',
      trk([northward(5).map((point) => ({ ...point, at: 3 }))]),
      'times_unusable',
    ],
  ])('but %s is refused', (_name, inside, code) => {
    expect(refusal(gpx(inside))).toBe(code);
  });

  it('breaks off before the first point', () => {
    expect(refusal(gpx(trk([northward(5)])).slice(0, 90))).toBe('xml_damaged');
  });
});

describe('clocks', () => {
  it('with a stray first time do not move the rest', () => {
    const points = [{ ...northward(1)[0]!, at: 5000 }, ...northward(10, 1)];
    const [one] = read(gpx(trk([points]))).activities;
    expect(one!.startedAt).toBe(Date.parse(at(1)));
    expect([one!.elapsedS, one!.provenance.clockFlags]).toEqual([9, ['stray_times']]);
  });

  it('that lack some times lose those points only', () => {
    const inside = trk([northward(10)]).replace('</trkseg>', `${trkpt({})}</trkseg>`);
    const result = read(gpx(inside));
    expect(result.warnings.map((one) => one.code)).toEqual(['samples_without_time']);
    expect(result.activities[0]!.recordCount).toBe(10);
  });
});
