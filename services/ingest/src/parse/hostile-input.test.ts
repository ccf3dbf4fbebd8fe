import { gzipSync } from 'node:zlib';
import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { expectSane } from './expect-sane.ts';
import { plainRun } from './fit/fit-test-file.ts';
import { parseBytes } from './parse-bytes.ts';
import {
  activity,
  bytesOf,
  gpx,
  lap,
  northward,
  tcx,
  trackpoint,
  trk,
} from './xml/xml-test-files.ts';

jest.setTimeout(90_000);

const fit = plainRun(300).close();
const gpxFile = bytesOf(
  gpx(
    trk([
      northward(100).map((point) => ({
        ...point,
        extra: '<extensions><a:hr>150</a:hr></extensions>',
      })),
    ]),
  ),
);
const tcxFile = bytesOf(
  tcx(
    activity(
      'Running',
      lap(
        0,
        60,
        180,
        `<Track>${Array.from({ length: 60 }, (_, i) => trackpoint(i)).join('')}</Track>`,
      ),
    ),
  ),
);
const samples = { fit, gpx: gpxFile, tcx: tcxFile };
type Sample = keyof typeof samples;
/** Raised by hand for a long search; enough here to reach every outcome. */
const MUTATIONS = 1200;
const names: Sample[] = ['fit', 'gpx', 'tcx'];

function codeOf(bytes: Uint8Array<ArrayBuffer>, name?: string): string {
  const result = parseBytes(bytes, name);
  expectSane(result);
  return result.outcome === 'refused' ? result.code : result.outcome;
}

describe('what kind of file it is', () => {
  const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

  it.each<[string, Uint8Array<ArrayBuffer>, string]>([
    ['an empty file', new Uint8Array(), 'file_empty'],
    ['a gzip of nothing', gzipSync(''), 'file_empty'],
    ['a login page', bytesOf('<!DOCTYPE html>\n<html><head></head></html>'), 'format_html'],
    ['a page without a type', bytesOf('  <HTML><body>sign in</body></HTML>'), 'format_html'],
    ['a zip', latin('PK\u0003\u0004rest'), 'format_zip'],
    [
      'an AppleDouble side file',
      latin('\u0000\u0005\u0016\u0007\u0000\u0002\u0000\u0000Mac OS X'),
      'format_apple_double',
    ],
    ['text', bytesOf('Activity ID,Activity Date\n1,2'), 'format_unknown'],
    ['other XML', bytesOf('<?xml version="1.0"?><kml></kml>'), 'format_unknown'],
    ['JSON', bytesOf('{"a":1}'), 'format_unknown'],
    ['a declaration and nothing else', bytesOf('<?xml version="1.0"?>'), 'format_unknown'],
  ])('%s is refused', (_name, bytes, code) => {
    expect(codeOf(bytes)).toBe(code);
  });

  it('tells a side file by its name where the content does not', () => {
    expect(codeOf(latin('junk'), '__MACOSX/activities/._run.fit')).toBe('format_apple_double');
    expect(codeOf(fit, 'run.gpx')).toBe('parsed');
  });
});

describe('gzip', () => {
  it('is unwrapped once or twice, not three times', () => {
    expect(codeOf(gzipSync(fit))).toBe('parsed');
    expect(codeOf(gzipSync(gzipSync(fit)))).toBe('parsed');
    expect(codeOf(gzipSync(gzipSync(gzipSync(fit))))).toBe('gzip_damaged');
  });

  it('that ends early gives what it held', () => {
    const packed = gzipSync(gpxFile);
    expect(codeOf(packed.subarray(0, packed.length - 40))).toBe('partial');
    expect(codeOf(packed.subarray(0, 12))).toBe('gzip_damaged');
  });

  it('bombs stop at 50 MB, also inside one another', () => {
    const bomb = gzipSync(new Uint8Array(60 * 1024 * 1024));
    expect(codeOf(bomb)).toBe('file_too_large');
    expect(codeOf(gzipSync(bomb))).toBe('file_too_large');
  });
});

describe('XML attacks', () => {
  const track = trk([northward(5)]);
  const attack = (doctype: string) =>
    bytesOf(`<?xml version="1.0"?>${doctype}<gpx>${track}&x;</gpx>`);

  it.each([
    ['entity bombs', '<!DOCTYPE g [<!ENTITY a "lol"><!ENTITY x "&a;&a;&a;&a;">]>'],
    ['external entities', '<!DOCTYPE gpx [<!ENTITY x SYSTEM "file:///etc/passwd">]>'],
    ['parameter entities', '<!doctype gpx [<!ENTITY % p SYSTEM "http://localhost/x"> %p;]>'],
    ['plain document types', '<!-- hello --><!DOCTYPE gpx>'],
  ])('are refused: %s', (_name, doctype) => {
    const result = parseBytes(attack(doctype));
    expect(result).toMatchObject({ outcome: 'refused', code: 'xml_doctype' });
  });

  it('100,000 elements deep are refused', () => {
    const deep = `<gpx>${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}</gpx>`;
    expect(codeOf(bytesOf(deep))).toBe('xml_too_deep');
  });

  it('of a million attributes, one name or one text cost no memory for ever', () => {
    expect(codeOf(bytesOf(`<gpx ${'a="1" '.repeat(1000)}>${track}</gpx>`))).toBe('parsed');
    expect(codeOf(bytesOf(`<gpx><${'n'.repeat(1_000_000)}/>${track}</gpx>`))).toBe('parsed');
    expect(codeOf(bytesOf(`<gpx>${track.replace('Morning', 'M'.repeat(5_000_000))}</gpx>`))).toBe(
      'parsed',
    );
  });

  it('with numbers that are none leave no reading', () => {
    const text = new TextDecoder().decode(gpxFile);
    for (const odd of [
      'NaN',
      'Infinity',
      '-1e400',
      '1e309',
      '0x99',
      '',
      '１５０',
      '9'.repeat(400),
    ]) {
      const result = parseBytes(bytesOf(text.replaceAll('>150<', `>${odd}<`)));
      expectSane(result);
      expect(result.outcome !== 'refused' && result.activities[0]!.avgHr).toBeNull();
    }
  });
});

describe('random damage', () => {
  it.each(names)('cuts of a %s file at every sixteenth are partial or refused', (name) => {
    const bytes = samples[name];
    for (let part = 0; part < 16; part++) {
      const code = codeOf(bytes.slice(0, Math.floor((bytes.length * part) / 16)));
      expect(code).not.toBe('parsed');
      expect(code).not.toBe('salvaged');
    }
  });

  it('flipped bits never make a FIT file look whole', () => {
    const flip = fc.record({ at: fc.nat(fit.length - 1), bit: fc.nat(7) });
    fc.assert(
      fc.property(fc.array(flip, { minLength: 1, maxLength: 20 }), (flips) => {
        const bytes = fit.slice();
        for (const { at, bit } of flips) bytes[at]! ^= 1 << bit;
        fc.pre(bytes.some((byte, i) => byte !== fit[i]));
        expect(codeOf(bytes)).not.toBe('parsed');
      }),
      { numRuns: 250 },
    );
  });

  it('1,200 mutated files are read or refused, never a crash, never a NaN in a total', () => {
    const span = fc.record({
      at: fc.nat(1_000_000),
      bytes: fc.uint8Array({ maxLength: 24 }),
    });
    const edit = fc.record({
      span,
      kind: fc.constantFrom('overwrite', 'insert', 'remove', 'repeat'),
    });
    const outcomes = new Map<string, number>();
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.array(edit, { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        (name, edits, packed) => {
          let bytes = samples[name];
          for (const { span: where, kind } of edits)
            bytes = mutate(bytes, where.at / 1_000_000, where.bytes, kind);
          const code = codeOf(packed ? gzipSync(bytes, { level: 1 }) : bytes);
          outcomes.set(code, (outcomes.get(code) ?? 0) + 1);
        },
      ),
      { numRuns: MUTATIONS },
    );
    expect([...outcomes.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(
      1200,
    );
    expect(outcomes.get('salvaged') ?? 0).toBeGreaterThan(50);
    expect(outcomes.get('partial') ?? 0).toBeGreaterThan(50);
  });

  it('300 files of noise behind a FIT header are refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 12, maxLength: 4000 }), (noise) => {
        const bytes = Uint8Array.from([
          14,
          0x10,
          0,
          0,
          0,
          0,
          0,
          0,
          0x2e,
          0x46,
          0x49,
          0x54,
          0,
          0,
          ...noise,
        ]);
        new DataView(bytes.buffer).setUint32(4, noise.length - 2, true);
        expect(codeOf(bytes)).toBe('fit_damaged');
      }),
      { numRuns: 300 },
    );
  });
});

function mutate(
  bytes: Uint8Array<ArrayBuffer>,
  share: number,
  inserted: Uint8Array,
  kind: string,
): Uint8Array<ArrayBuffer> {
  const at = Math.floor(share * bytes.length);
  const keep = kind === 'insert' ? at : at + inserted.length;
  const between = kind === 'remove' ? [] : inserted;
  const tail = bytes.subarray(kind === 'repeat' ? Math.max(0, at - 200) : keep);
  return Uint8Array.from([...bytes.subarray(0, at), ...between, ...tail]);
}
