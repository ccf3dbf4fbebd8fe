import type { Endpoint } from './visitors.ts';

/** What is done to the coach, or at the door, while everybody else is measured; `held` are those that a bar holds. */
export const states = {
  'stalled-500': {
    about: '500 turns that never end, with a stream each',
    held: ['login', 'health', 'home'],
  },
  frozen: {
    about: 'coach stopped by SIGSTOP, 500 streams open, questions go on',
    held: ['login', 'health', 'home'],
  },
  killed: {
    about: 'coach killed, 500 clients come back again and again',
    held: ['login', 'health', 'home'],
  },
  'stalled-2000': {
    about: '2,000 turns that never end, of 1,000 athletes',
    held: ['login', 'health', 'home'],
  },
  dns: { about: "the coach's name is never resolved", held: ['login', 'health', 'home'] },
  unreachable: { about: 'packets to the coach vanish', held: ['login', 'health', 'home'] },
  pool: {
    about: "all of the coach's database connections wait",
    held: ['login', 'health', 'home'],
  },
  logins: { about: '100 sign in at once, three times', held: ['health', 'home'] },
  blocked: { about: "the coach's event loop is busy, 200 ms at a time", held: [] },
} as const satisfies Record<string, { about: string; held: readonly Endpoint[] }>;

export type StateName = keyof typeof states;
export const stateNames = Object.keys(states) as StateName[];
