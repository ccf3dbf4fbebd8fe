import type { Reply } from '../scenario.ts';

const subjects: readonly [about: RegExp, calls: Reply][] = [
  [
    /week|mileage|volume/i,
    [
      { call: 'week', args: { weeksBack: 0 } },
      { call: 'weeks', args: { count: 6 } },
    ],
  ],
  [/month|january|september|october|november|year/i, [{ call: 'month', args: { monthsBack: 0 } }]],
  [/fit|load|trend|form|balance|tired|overdo|overtrain/i, [{ call: 'load', args: {} }]],
  [/best|fastest|record|\bpb\b|quickest/i, [{ call: 'bests', args: {} }]],
  [/could i run|predict|race|marathon|goal/i, [{ call: 'predictions', args: {} }]],
  [
    /today|tomorrow|ready|hard|rest|sick/i,
    [
      { call: 'today', args: {} },
      { call: 'readiness', args: {} },
    ],
  ],
  [/zone|heart/i, [{ call: 'zones', args: {} }]],
  [/pace/i, [{ call: 'training-paces', args: {} }]],
  [/missing|data|synced/i, [{ call: 'missing', args: {} }]],
  [/compare|before|than/i, [{ call: 'compare', args: {} }]],
];

/** The newest run, and what else a question seems to be about. */
export function chooseTools(question: string): Reply {
  const more = subjects.filter(([about]) => about.test(question)).flatMap(([, calls]) => calls);
  return [{ call: 'last-run', args: {} }, ...more.slice(0, 5)];
}
