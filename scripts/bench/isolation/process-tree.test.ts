import { describe, expect, it } from '@jest/globals';
import { busyTicks, parseProcess, ticksBelow } from './process-tree.ts';

const line = (pid: number, name: string, parent: number, times: string) =>
  `${pid} (${name}) S ${parent} 1 1 0 -1 4194304 5 6 7 8 ${times} 20 0 11 0 100`;

describe('parseProcess', () => {
  it('reads parent and times behind a name with brackets and spaces', () => {
    expect(parseProcess(line(42, 'a) S 9 (b', 7, '100 20 3 4'))).toEqual({
      pid: 42,
      parent: 7,
      state: 'S',
      ticks: 127,
    });
  });
});

describe('ticksBelow', () => {
  it('adds up a process and its descendants, and nobody else', () => {
    const processes = [
      { pid: 1, parent: 0, ticks: 1000 },
      { pid: 10, parent: 1, ticks: 1 },
      { pid: 11, parent: 10, ticks: 20 },
      { pid: 12, parent: 11, ticks: 300 },
      { pid: 13, parent: 1, ticks: 4000 },
    ];
    expect(ticksBelow(10, processes)).toBe(321);
  });
});

describe('busyTicks', () => {
  it('counts neither idle nor waiting for disks, and tells what the host gave to others', () => {
    expect(busyTicks('cpu  100 20 3 99999 88888 4 50 600 0 0')).toEqual({ busy: 777, stolen: 600 });
  });
});
