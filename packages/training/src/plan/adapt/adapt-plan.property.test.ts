import type { ReadinessState } from '../../readiness.ts';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PLAN_RUNS, planInputs } from '../../../test/plan-arbitrary.ts';
import { dayNumber } from '../../civil-date.ts';
import { buildPlan } from '../build-plan.ts';
import { civilDate, weekdayOf } from '../calendar-day.ts';
import { INTERRUPTION_KINDS } from '../plan-input.ts';
import type { Plan, PlannedSession } from '../plan.ts';
import { adapt, adaptPlan } from './adapt-plan.ts';
import type { AdaptCalendar, CompletedRun, PlanChange } from './adaptation.ts';

const TIMEOUT_MS = 60_000;

function day(date: string): number {
  return dayNumber(date) ?? Number.NaN;
}

function sessionsOf(plan: Plan): PlannedSession[] {
  return plan.weeks.flatMap(({ sessions }) => sessions);
}

function unchanged(plan: Plan, today: number): AdaptCalendar {
  const { goal, availableDays, longRunDay, interruptions } = plan.input;
  return { today: civilDate(today), goal, availableDays, longRunDay, interruptions, moves: [] };
}

/** What was really run: every planned session before a day, scaled by a factor per session; 0 leaves it out. */
function runsDone(plan: Plan, before: number, factors: readonly number[]): CompletedRun[] {
  return sessionsOf(plan)
    .filter(({ date }) => day(date) < before)
    .flatMap(({ date, metres, seconds }, index) => {
      const factor = factors[index % factors.length] ?? 1;
      if (factor === 0) return [];
      return [{ date, metres: Math.round(metres * factor), seconds: Math.round(seconds * factor) }];
    });
}

type Story = {
  plan: Plan;
  completed: CompletedRun[];
  readiness: ReadinessState | null;
  calendar: AdaptCalendar;
};

/** A plan, what was done of it until some day, and what the athlete then says. */
const stories: fc.Arbitrary<Story> = fc
  .record({
    input: planInputs({ interruptions: true }),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    ranToday: fc.boolean(),
    factors: fc.array(
      fc.oneof(
        { weight: 5, arbitrary: fc.constant(1) },
        { weight: 2, arbitrary: fc.constant(0) },
        { weight: 1, arbitrary: fc.double({ min: 0.3, max: 1.8, noNaN: true }) },
      ),
      { minLength: 1, maxLength: 12 },
    ),
    readiness: fc.constantFrom('protocol', 'swap', 'swap', 'note', 'unknown', 'as_planned', null),
    newBreak: fc.option(
      fc.record({
        kind: fc.constantFrom(...INTERRUPTION_KINDS),
        from: fc.integer({ min: -5, max: 15 }),
        length: fc.integer({ min: 1, max: 25 }),
      }),
    ),
    raceShift: fc.oneof(
      { weight: 4, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.integer({ min: -30, max: 60 }) },
    ),
    dropDay: fc.boolean(),
    moves: fc.array(fc.tuple(fc.integer({ min: -2, max: 12 }), fc.integer({ min: -2, max: 12 })), {
      maxLength: 2,
    }),
  })
  .map((draw) => {
    const built = buildPlan(draw.input);
    if (built.value === null) return null;
    const plan = built.value;
    const first = day(plan.input.start);
    const race = day(plan.input.goal.raceDate);
    const today = first + Math.floor(draw.at * (race - first));
    const { availableDays, longRunDay, goal, interruptions } = plan.input;
    const fewer = availableDays.filter((weekday) => weekday !== longRunDay).slice(1);
    const calendar: AdaptCalendar = {
      today: civilDate(today),
      goal: { ...goal, raceDate: civilDate(race + draw.raceShift) },
      availableDays: draw.dropDay && draw.raceShift > 20 ? [...fewer, longRunDay] : availableDays,
      longRunDay,
      interruptions:
        draw.newBreak === null
          ? interruptions
          : [
              ...interruptions,
              {
                kind: draw.newBreak.kind,
                from: civilDate(today + draw.newBreak.from),
                to: civilDate(today + draw.newBreak.from + draw.newBreak.length - 1),
              },
            ],
      moves: draw.moves.map(([from, to]) => ({
        from: civilDate(today + from),
        to: civilDate(today + to),
      })),
    };
    const before = draw.ranToday ? today + 1 : today;
    const completed = runsDone(plan, before, draw.factors);
    const readiness: ReadinessState | null = draw.readiness;
    return { plan, completed, readiness, calendar };
  })
  .filter((story) => story !== null);

function firstOpenDay({ completed, calendar }: Story): string {
  const ranToday = completed.some(({ date }) => date === calendar.today);
  return ranToday ? civilDate(day(calendar.today) + 1) : calendar.today;
}

/** What an adapted plan breaks on the days that could still change. */
function brokenAhead(story: Story, adapted: Plan): string[] {
  const open = firstOpenDay(story);
  const spacing = adapted.input.age >= 50 ? 3 : 2;
  const wasRun = ({ date }: PlannedSession) => story.completed.some((run) => run.date === date);
  const all = sessionsOf(adapted);
  const hard = all.filter((session) => session.hard && (session.date >= open || wasRun(session)));
  const broken: string[] = [];
  for (const [index, { date, slot }] of hard.entries()) {
    const earlier = hard[index - 1];
    if (date < open || !earlier || slot === 'race') continue;
    if (day(date) - day(earlier.date) < spacing) broken.push(`P9 ${earlier.date} ${date}`);
  }
  const from = adapted.input.start > open ? adapted.input.start : open;
  for (const { date, slot } of all) {
    if (date < from || slot === 'race') continue;
    if (!adapted.input.availableDays.includes(weekdayOf(day(date)))) broken.push(`P11 ${date}`);
    if (adapted.input.interruptions.some((each) => each.from <= date && date <= each.to))
      broken.push(`break ${date}`);
  }
  if (new Set(all.map(({ date }) => date)).size < all.length) broken.push('two sessions a day');
  if (all.filter(({ slot }) => slot === 'race').length !== 1) broken.push('not one race');
  return broken;
}

/** The sessions a plan has once a list of changes is applied, by date. */
function sessionsAfter(plan: Plan, changes: readonly PlanChange[]): PlannedSession[] {
  const byDate = new Map(sessionsOf(plan).map((session) => [session.date, session]));
  for (const { date, before, after } of changes) {
    // What a change says was there must be there; bytes, because Jest's deep comparison takes longer than the adapting.
    if (JSON.stringify(byDate.get(date) ?? null) !== JSON.stringify(before)) return [];
    if (after === null) byDate.delete(date);
    else byDate.set(date, after);
  }
  return [...byDate.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

describe('adapt', () => {
  it(
    'P17: a plan carried out as written never changes',
    () => {
      const draws = fc.tuple(
        planInputs({ interruptions: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
      );
      fc.assert(
        fc.property(draws, ([input, at]) => {
          const plan = buildPlan(input).value;
          if (plan === null) return;
          const first = day(plan.input.start);
          const today = first + Math.floor(at * (day(plan.input.goal.raceDate) - first));
          const done = runsDone(plan, today, [1]);
          expect(adapt(plan, done, 'as_planned', unchanged(plan, today))).toEqual({ value: [] });
        }),
        PLAN_RUNS,
      );
    },
    TIMEOUT_MS,
  );

  it(
    'adapting twice equals adapting once, past days never change, the days ahead keep P9 and P11, and the changes alone lead to the new plan',
    () => {
      let adaptations = 0;
      fc.assert(
        fc.property(stories, (story) => {
          const { plan, completed, readiness, calendar } = story;
          const once = adaptPlan(plan, completed, readiness, calendar);
          if (once.value === null) return;
          const { changes, plan: adapted } = once.value;
          if (changes.length > 0) adaptations++;
          expect(changes.filter(({ date }) => date < firstOpenDay(story))).toEqual([]);
          expect(brokenAhead(story, adapted)).toEqual([]);
          const applied = JSON.stringify(sessionsAfter(plan, changes));
          expect(applied === JSON.stringify(sessionsOf(adapted))).toBe(true);
          expect(adapt(adapted, completed, readiness, calendar)).toEqual({ value: [] });
        }),
        PLAN_RUNS,
      );
      expect(adaptations).toBeGreaterThan(PLAN_RUNS.numRuns / 4);
    },
    TIMEOUT_MS,
  );

  it(
    'answers anything at all with changes or a typed reason, never an exception',
    () => {
      const draws = fc.tuple(stories, fc.anything(), fc.constantFrom(0, 1, 2, 3));
      fc.assert(
        fc.property(draws, ([story, junk, place]) => {
          const given: unknown[] = [story.plan, story.completed, story.readiness, story.calendar];
          given[place] = junk;
          const [plan, completed, readiness, calendar] = given as Parameters<typeof adapt>;
          const { value } = adapt(plan, completed, readiness, calendar);
          expect(value === null || Array.isArray(value)).toBe(true);
        }),
        PLAN_RUNS,
      );
    },
    TIMEOUT_MS,
  );
});
