import { describe, expect, it } from '@jest/globals';
import { deflateRawSync } from 'node:zlib';
import { readZip } from './read-zip.ts';

type Entry = { name: string; text: string; deflate?: boolean };

/** A zip as archivers write it: local headers with an extra field, then the directory, then a comment. */
function zipOf(entries: Entry[], comment = ''): Blob {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, text, deflate = true } of entries) {
    const raw = Buffer.from(text);
    const data = deflate ? deflateRawSync(raw) : raw;
    const extra = Buffer.alloc(9, 1);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(Buffer.byteLength(name), 26);
    local.writeUInt16LE(extra.length, 28);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(deflate ? 8 : 0, 10);
    central.writeUInt32LE(data.length, 20);
    central.writeUInt32LE(raw.length, 24);
    central.writeUInt16LE(Buffer.byteLength(name), 28);
    central.writeUInt32LE(offset, 42);
    directory.push(central, Buffer.from(name));
    parts.push(local, Buffer.from(name), extra, data);
    offset += local.length + Buffer.byteLength(name) + extra.length + data.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(comment.length, 20);
  return new Blob([Buffer.concat([...parts, listed, end, Buffer.from(comment)])]);
}

describe('readZip', () => {
  it('opens deflated and stored entries', async () => {
    const zip = zipOf(
      [
        { name: 'activities/', text: '' },
        { name: 'activities/1.gpx', text: '<gpx>'.repeat(500) },
        { name: 'activities/2.tcx', text: '<tcx/>', deflate: false },
      ],
      'made by an exporter',
    );
    const entries = await readZip(zip);
    expect(entries.map(({ name, bytes }) => [name, bytes])).toEqual([
      ['activities/1.gpx', 2500],
      ['activities/2.tcx', 6],
    ]);
    expect(await (await entries[0]!.open()).text()).toBe('<gpx>'.repeat(500));
    expect(await (await entries[1]!.open()).text()).toBe('<tcx/>');
  });

  it('refuses what is not a zip', async () => {
    await expect(readZip(new Blob(['<html>log in</html>']))).rejects.toThrow('not a zip');
    await expect(readZip(new Blob([]))).rejects.toThrow('not a zip');
  });
});
