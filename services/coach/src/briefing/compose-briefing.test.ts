import type { Fact, FactSheet } from '@evensplit/contracts';
import { renderFact } from '@evensplit/contracts';
import { describe, expect, it } from '@jest/globals';
import { fullRun, gap, load, sheet, todays } from '../../test/fixture-sheets.ts';
import { composeBriefing, type BriefingSheets } from './compose-briefing.ts';
import { renderMarkers } from './render-markers.ts';

const day = '2026-11-18';
const thisWeek = { subject: 'week:2026-11-16' };
const week = sheet('week', [
  ['week.distance', 'm', 24_300, thisWeek],
  ['week.runs', 'runs', 2, thisWeek],
]);
const complete = sheet('missing', [
  ['data.runs', 'runs', 14],
  ['data.without_heart_rate', 'runs', 0],
  ['data.without_load', 'runs', 0],
  ['data.days_since_upload', 'days', 0],
]);
const [easy, rest] = [
  todays.find(({ decisions }) => decisions[0]?.rule.endsWith('easy-by-default')),
  todays.find(({ decisions }) => decisions[0]?.rule.endsWith('already-ran-today')),
];
const usual: BriefingSheets = {
  today: easy ?? sheet('today', []),
  lastRun: fullRun,
  week,
  load,
  missing: complete,
};

/** Ids of the fixtures repeat from sheet to sheet: the sheet's name makes them the registry's again. */
function apart(sheets: BriefingSheets): BriefingSheets {
  const own = (name: string, one: FactSheet): FactSheet => ({
    ...one,
    facts: one.facts.map((fact) => ({ ...fact, id: `${name}-${fact.id}` })),
  });
  const { today, lastRun, missing } = sheets;
  return {
    today: own('today', today),
    lastRun: own('run', lastRun),
    week: own('week', sheets.week),
    load: own('load', sheets.load),
    missing: own('missing', missing),
  };
}

function told(changes: Partial<BriefingSheets> = {}, on = day) {
  const sentences = composeBriefing(apart({ ...usual, ...changes }), on);
  const { text, facts } = renderMarkers(sentences);
  const value = (id: string) => renderFact(facts.find((fact) => fact.id === id) as Fact);
  return {
    sentences,
    text,
    facts,
    plain: text.replaceAll(/\{\{([^}]+)\}\}/g, (_, id) => value(id)),
  };
}

const ramp = (value: number) =>
  sheet('load', [
    ['load.long_term', 'load', 41],
    ['load.ramp', 'load', value],
  ]);
const lacking = (...facts: Parameters<typeof sheet>[1]) =>
  sheet('missing', [['data.runs', 'runs', 14], ...facts]);
const empty = (state: 'missing' | 'not_done' | 'not_synced') =>
  sheet('week', [], { gaps: [gap('week.distance', 'The week of 2026-11-16 …', state)] });

describe('a briefing', () => {
  it('reads like the first glance of the day', () => {
    expect(told().plain).toBe(
      'Today is for easy running: about 9.00 km, or 48:00 at your usual pace. Yesterday’s interval session covered 10.2 km in 50:12, at 152 bpm on average. This week so far holds 24.3 km in 2 runs; long-term load rose by 2 in seven days and is now 48.',
    );
  });

  it.each<[string, Partial<BriefingSheets>, string]>([
    ['a run of today', { today: rest ?? usual.today }, 'You have run today already'],
    ['an old run', { lastRun: withAge(fullRun, 5) }, 'Your last run was 5 days ago.'],
    ['no run this week', { week: empty('not_done') }, 'No run is recorded this week yet; long'],
    ['files that did not come', { week: empty('not_synced') }, 'unknown, because nothing was'],
    ['a level load', { load: ramp(0.2) }, 'long-term load is level at 41.'],
    ['a falling load', { load: ramp(-3) }, 'changed by −3 in seven days and is now 41.'],
    ['no load', { load: sheet('load', []) }, 'holds 24.3 km in 2 runs.'],
    [
      'a sensor that was not there',
      { missing: lacking(['data.without_heart_rate', 'runs', 3]) },
      'Of 14 runs in the last four weeks, 3 runs came without heart rate.',
    ],
    [
      'runs without a load',
      { missing: lacking(['data.without_load', 'runs', 1]) },
      'Of 14 runs in the last four weeks, 1 run came without a run load.',
    ],
    [
      'old data before missing sensors',
      {
        missing: lacking(
          ['data.without_heart_rate', 'runs', 3],
          ['data.days_since_upload', 'days', 4],
        ),
      },
      'Files last came in 4 days ago',
    ],
    ['nothing to suggest', { today: sheet('today', []) }, 'I know too little'],
  ])('tells of %s', (_what, changes, words) => {
    expect(told(changes, changes.lastRun ? '2026-11-22' : day).plain).toContain(words);
  });

  it('says every number as a fact it brings along, in two to four sentences', () => {
    const nothing = sheet('x', []);
    const variants: Partial<BriefingSheets>[] = [
      ...todays.map((today) => ({ today })),
      ...(['missing', 'not_done', 'not_synced'] as const).map((state) => ({ week: empty(state) })),
      { missing: lacking(['data.without_heart_rate', 'runs', 14]) },
      { today: nothing, week: nothing, load: nothing, missing: nothing },
    ];
    for (const variant of variants) {
      for (const on of [day, '2026-11-17', '2026-11-22']) {
        const { sentences, text, facts } = told(variant, on);
        expect(sentences.length).toBeGreaterThanOrEqual(2);
        expect(sentences.length).toBeLessThanOrEqual(4);
        const marked = [...text.matchAll(/\{\{([\w-]+)\}\}/g)].map(([, id]) => id);
        expect(new Set(facts.map(({ id }) => id))).toEqual(new Set(marked));
        expect(text.replaceAll(/\{\{[\w-]+\}\}/g, 'x')).not.toMatch(/\d|undefined|null| {2}/);
      }
    }
  });

  it('is silent about somebody without runs', () => {
    expect(told({ lastRun: sheet('last-run', []) }).sentences).toEqual([]);
  });
});

function withAge(one: FactSheet, days: number): FactSheet {
  const [since] = sheet('age', [['today.days_since_run', 'days', days]]).facts;
  return { ...one, facts: [...one.facts, { ...(since as Fact), id: 'since' }] };
}
