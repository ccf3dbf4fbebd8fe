import { dayNumber } from '../src/civil-date.ts';
import { breakSpans } from '../src/plan/breaks.ts';
import { weekdayOf } from '../src/plan/calendar-day.ts';
import { GOALS, longRunShare } from '../src/plan/goal-table.ts';
import { firstRunBasis, longRunCap } from '../src/plan/long-run-curve.ts';
import { deloadEvery } from '../src/plan/volume-curve.ts';
import type { PlanInput } from '../src/plan/plan-input.ts';
import type { Plan, PlannedSession, PlanWeek } from '../src/plan/plan.ts';
import type { Zone } from '../src/plan/step.ts';

/** Every rule a finished plan can be checked against alone; the others compare plans. */
const RULES = {
  P1: brokenP1,
  P2: brokenP2,
  P3: brokenP3,
  P4: brokenP4,
  P5: brokenP5,
  P6: brokenP6,
  P7: brokenP7,
  P8: brokenP8,
  P9: brokenP9,
  P10: brokenP10,
  P11: brokenP11,
  P14: brokenP14,
};

/** What a plan breaks, as `P3: detail`; empty for a plan that keeps P1–P11 and P14. */
export function brokenInvariants(plan: Plan): string[] {
  return Object.entries(RULES).flatMap(([name, broken]) =>
    broken(plan).map((detail) => `${name}: ${detail}`),
  );
}

const days = new Map<string, number>();

/** Remembered, because these checks ask for the same few hundred dates a million times. */
function day(date: string): number {
  let known = days.get(date);
  if (known === undefined) {
    known = dayNumber(date) ?? Number.NaN;
    days.set(date, known);
  }
  return known;
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

function training(week: PlanWeek): PlannedSession[] {
  return week.sessions.filter(({ slot }) => slot !== 'race');
}

function sessions(plan: Plan): PlannedSession[] {
  return plan.weeks.flatMap((week) => week.sessions);
}

function planPace({ paces, easyPaceSPerKm }: PlanInput): number {
  const pace =
    paces === null
      ? (easyPaceSPerKm ?? Number.NaN)
      : Math.max(easyPaceSPerKm ?? paces.easy[0], paces.easy[1]);
  return Math.round(pace * 100) / 100;
}

function runsOf(input: PlanInput): number {
  return Math.min(new Set(input.availableDays).size, input.runsPerWeek ?? 6);
}

/** P1: phases ordered, contiguous, sum W; race day is last. */
function brokenP1(plan: Plan): string[] {
  const broken: string[] = [];
  const order = ['base', 'build', 'peak', 'taper'];
  const ranks = plan.phases.map(({ phase }) => order.indexOf(phase));
  if (ranks.some((rank, index) => index > 0 && rank <= ranks[index - 1]!)) broken.push('order');
  if (sum(plan.phases.map(({ weeks }) => weeks)) !== plan.weeks.length) broken.push('sum');
  for (const [index, week] of plan.weeks.entries()) {
    const next = plan.weeks[index + 1];
    if (next && day(next.start) !== day(week.end) + 1) broken.push(`gap after week ${index}`);
    for (const { date } of week.sessions)
      if (date < week.start || date > week.end) broken.push(`${date} outside its week`);
  }
  const race = plan.input.goal.raceDate;
  const all = sessions(plan);
  if (all.at(-1)?.slot !== 'race' || all.at(-1)?.date !== race) broken.push('race is not last');
  if (plan.weeks.at(-1)?.end !== race) broken.push('race day does not end the plan');
  if (all.filter(({ slot }) => slot === 'race').length !== 1) broken.push('not one race');
  return broken;
}

/** P2: the weekly volume bound. Volumes are whole metres, rounded down, hence the metre of slack. */
function brokenP2(plan: Plan): string[] {
  const { baseM } = plan.input;
  const volume = plan.weeks.map(({ metres }) => metres);
  return plan.weeks.flatMap(({ kind, metres }, w) => {
    const recent = Math.max(baseM, ...volume.slice(Math.max(0, w - 4), w));
    const before = Math.max(baseM, ...volume.slice(Math.max(0, w - 6), Math.max(0, w - 1)));
    const broken = [];
    if (metres > 1.13 * recent + 2) broken.push(`week ${w}: ${metres} > 1.13 × ${recent}`);
    if (kind !== 'taper' && metres > 1.3 * before + 2)
      broken.push(`week ${w}: ${metres} > 1.30 × ${before}`);
    return broken;
  });
}

/** P3: the session spike, the longest run before the plan counting as run on the day before it. */
function brokenP3(plan: Plan): string[] {
  const { baseM, longestM, start } = plan.input;
  const basis = Math.floor(firstRunBasis(baseM));
  const past = [{ day: day(start) - 1, metres: longestM > 0 ? longestM : basis }];
  const broken: string[] = [];
  for (const week of plan.weeks) {
    const before = past.length;
    for (const session of training(week)) {
      const today = day(session.date);
      const inWindow = (run: { day: number }) => run.day >= today - 30 && run.day < today;
      const longest = Math.max(0, ...past.filter(inWindow).map(({ metres }) => metres));
      const known = past.slice(0, before).some(inWindow);
      const limit = known ? longest : Math.max(longest, basis);
      if (10 * session.metres > 11 * limit)
        broken.push(`${session.date}: ${session.metres} against ${limit}`);
      past.push({ day: today, metres: session.metres });
    }
  }
  return broken;
}

/** P4: taper strictly decreasing, mean cut 41–60 %, an intensity touch, frequency. Weeks that breaks touch are exempt. */
function brokenP4(plan: Plan): string[] {
  if (plan.input.interruptions.length > 0) return [];
  const taper = plan.weeks.filter(({ kind }) => kind === 'taper');
  const last = plan.weeks[plan.weeks.length - taper.length - 1];
  if (!last) return ['no building week'];
  const broken: string[] = [];
  const all = [last, ...taper].map(({ metres }) => metres);
  if (all.some((metres, index) => index > 0 && metres >= all[index - 1]!))
    broken.push(`not decreasing: ${all.join(' ')}`);
  const cut = 1 - sum(all.slice(1)) / taper.length / last.metres;
  const race = plan.weeks.at(-1)!;
  const openDays = (week: PlanWeek) => {
    let open = 0;
    for (let each = day(week.start); each <= day(week.end); each++)
      if (
        plan.input.availableDays.includes(weekdayOf(each)) &&
        each !== day(plan.input.goal.raceDate)
      )
        open++;
    return open;
  };
  // Where P3 and the days before the race cannot hold the race week's share, the cut may be deeper; then every day must be in use.
  const shortRaceWeek = race.volumeRule === 'DAYS' || race.metres === 0;
  if (cut < 0.41 - 1e-3 || (cut > 0.6 + 1e-3 && !shortRaceWeek)) broken.push(`cut ${cut}`);
  if (shortRaceWeek && training(race).length < Math.min(openDays(race), runsOf(plan.input) - 1))
    broken.push('race week lowered although it has days');
  const isTouch = ({ zones }: PlannedSession) =>
    sum([zones.T, zones.I, zones.R, zones.M].map((z) => z.metres)) > 0;
  const cautious = plan.input.flags.some((flag) => flag === 'injury' || flag === 'illness');
  const roomy = taper.some((week) => week.metres >= 4_000 && openDays(week) > 0);
  if (!cautious && roomy && !taper.some((week) => training(week).some(isTouch)))
    broken.push('no touch of intensity');
  for (const week of taper) {
    const isRaceWeek = week === race;
    const wanted = Math.min(
      Math.ceil(0.8 * training(last).length - 1e-9),
      openDays(week) + (isRaceWeek ? 1 : 0),
    );
    if (week.sessions.length < wanted && week.metres >= 1_000)
      broken.push(`week ${week.index}: ${week.sessions.length} of ${wanted} runs`);
  }
  return broken;
}

/** P5: long run within share, km and minute caps, and the athlete's session limit. */
function brokenP5(plan: Plan): string[] {
  const { input } = plan;
  const share = longRunShare(runsOf(input)) ?? 0;
  const cap = longRunCap({
    distance: input.goal.distance,
    easyPaceSPerKm: planPace(input),
    sessionLimitS: input.limits.sessionS,
  });
  return plan.weeks.flatMap((week) =>
    training(week).flatMap(({ slot, metres, seconds, date }) => {
      const limitS = Math.min(
        input.limits.sessionS ?? Infinity,
        slot === 'long' ? GOALS[input.goal.distance].longRunCapS : 5_400,
      );
      const broken = [];
      if (seconds > limitS) broken.push(`${date}: ${seconds} s`);
      if (metres > cap) broken.push(`${date}: ${metres} m over the cap`);
      if (slot === 'long' && metres > share * week.metres + 1e-6)
        broken.push(`${date}: over its share`);
      return broken;
    }),
  );
}

/** P6: at most k consecutive weeks without deload. */
function brokenP6(plan: Plan): string[] {
  let streak = 0;
  let longest = 0;
  for (const { kind } of plan.weeks) {
    streak = kind === 'build' ? streak + 1 : 0;
    longest = Math.max(longest, streak);
  }
  const most = deloadEvery(plan.input.level, plan.input.age);
  return longest > most ? [`${longest} weeks without deload`] : [];
}

/** P7: week minutes within the limit. */
function brokenP7(plan: Plan): string[] {
  const limit = plan.input.limits.weekS;
  if (limit === null) return [];
  return plan.weeks.flatMap((week) => {
    const seconds = sum(training(week).map((session) => session.seconds));
    return seconds > limit ? [`week ${week.index}: ${seconds} s of ${limit}`] : [];
  });
}

/** P8: sessions sum to the week ± 250 m, and zones and segments to their session. */
function brokenP8(plan: Plan): string[] {
  const broken: string[] = [];
  for (const week of plan.weeks) {
    const total = sum(training(week).map(({ metres }) => metres));
    if (Math.abs(total - week.metres) > 250)
      broken.push(`week ${week.index}: ${total} for ${week.metres}`);
    for (const session of week.sessions) {
      const flat = session.segments.flatMap((segment) =>
        segment.kind === 'repeat'
          ? segment.steps.map((step) => ({ ...step, times: segment.times }))
          : [{ ...segment, times: 1 }],
      );
      const metres = sum(flat.map((step) => step.times * step.metres));
      const seconds = sum(flat.map((step) => step.times * step.seconds));
      if (metres !== session.metres || seconds !== session.seconds)
        broken.push(`${session.date}: segments do not add up`);
      if (session.metres <= 0 || flat.some((step) => step.metres < 0 || step.seconds < 0))
        broken.push(`${session.date}: empty or negative`);
    }
  }
  return broken;
}

/** P9: 48 h between hard sessions, 72 h from age 50; every run over 90 min is hard. The race is hard too. */
function brokenP9(plan: Plan): string[] {
  const spacing = plan.input.age >= 50 ? 3 : 2;
  const hard = sessions(plan).filter((session) => session.hard);
  const close = hard.filter(
    ({ date }, index) => index > 0 && day(date) - day(hard[index - 1]!.date) < spacing,
  );
  const unmarked = sessions(plan).filter(({ hard: marked, seconds }) => seconds > 5_400 && !marked);
  return [
    ...close.map(({ date }) => `${date} too close`),
    ...unmarked.map(({ date }) => `${date} not hard`),
  ];
}

/** P10: T ≤ 10 %, I ≤ 8 %, R ≤ 5 %, M ≤ 25 % of the km; easy time ≥ 75 % (base 85 %). */
function brokenP10(plan: Plan): string[] {
  const caps: [Zone, number][] = [
    ['T', 0.1],
    ['I', 0.08],
    ['R', 0.05],
    ['M', 0.25],
  ];
  return plan.weeks.flatMap((week) => {
    const runs = training(week);
    const metres = sum(runs.map((run) => run.metres));
    const seconds = sum(runs.map((run) => run.seconds));
    const broken = caps.flatMap(([zone, cap]) => {
      const zoneM = sum(runs.map((run) => run.zones[zone].metres));
      return zoneM > cap * metres + 1e-6
        ? [`week ${week.index}: ${zone} ${zoneM} of ${metres}`]
        : [];
    });
    const easyS = sum(runs.map((run) => run.zones.E.seconds));
    // A second per step is lost to rounding down.
    if (easyS + 10 * runs.length < (week.phase === 'base' ? 0.85 : 0.75) * seconds)
      broken.push(`week ${week.index}: easy ${easyS} of ${seconds} s`);
    return broken;
  });
}

/** P11: nothing on unavailable days or in interruptions; a rest day unless the athlete runs 7; one session a day. */
function brokenP11(plan: Plan): string[] {
  const { input } = plan;
  const spans = breakSpans(input.interruptions);
  const broken: string[] = [];
  for (const week of plan.weeks) {
    const runs = training(week);
    for (const { date } of runs) {
      if (!input.availableDays.includes(weekdayOf(day(date)))) broken.push(`${date} unavailable`);
      if (spans.some(({ from, to }) => from <= day(date) && day(date) <= to))
        broken.push(`${date} in an interruption`);
    }
    if (new Set(week.sessions.map(({ date }) => date)).size < week.sessions.length)
      broken.push(`week ${week.index}: two sessions a day`);
    if (runs.length > runsOf(input)) broken.push(`week ${week.index}: ${runs.length} runs`);
  }
  return broken;
}

/** P14: paces finite and ordered R < I < T < M < E wherever a pace is asked for. */
function brokenP14(plan: Plan): string[] {
  const slowest: Partial<Record<Zone, number>> = {};
  const fastest: Partial<Record<Zone, number>> = {};
  for (const { segments, slot } of sessions(plan)) {
    if (slot === 'race') continue;
    for (const segment of segments)
      for (const { zone, target } of segment.kind === 'repeat' ? segment.steps : [segment]) {
        if (target.by !== 'pace') continue;
        const middle = (target.slowSPerKm + target.fastSPerKm) / 2;
        if (!Number.isFinite(middle) || target.fastSPerKm >= target.slowSPerKm) return ['no band'];
        slowest[zone] = Math.max(slowest[zone] ?? 0, middle);
        fastest[zone] = Math.min(fastest[zone] ?? Infinity, middle);
      }
  }
  const zones = (['R', 'I', 'T', 'M', 'E'] as const).filter((zone) => slowest[zone] !== undefined);
  return zones.flatMap((zone, index) => {
    const next = zones[index + 1];
    if (next === undefined || slowest[zone]! < fastest[next]!) return [];
    return [`${zone} not faster than ${next}`];
  });
}
