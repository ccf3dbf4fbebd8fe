import { checkInSignal, type CheckIn } from './check-in.ts';
import { dayNumber } from './civil-date.ts';
import { civilDate } from './plan/calendar-day.ts';
import {
  hrvSignal,
  restingHeartRateSignal,
  sleepSignal,
  type Night,
  type SignalReading,
} from './readiness-signals.ts';
import { none, type None } from './result.ts';

/**
 * `stop`: a red flag · `protocol`: the return protocol after illness or pain · `swap`: hard becomes easy · `note`: the athlete's choice ·
 * `unknown`: too little is known · `as_planned`. Nothing here ever adds load.
 */
export type ReadinessState = 'stop' | 'protocol' | 'swap' | 'note' | 'unknown' | 'as_planned';

export type ReadinessRule =
  | 'red-flag'
  | 'illness-or-pain'
  | 'check-in-and-objective-worse'
  | 'two-objective-worse-on-two-days'
  | 'one-worse'
  | 'fewer-than-two-known'
  | 'nothing-unusual';

export type Readiness = {
  state: ReadinessState;
  rule: ReadinessRule;
  method: string;
  signals: SignalReading[];
  /** What would change the state today: this signal reading differently would lead to that state. */
  wouldChange: { signal: SignalReading['signal']; reads: 'worse' | 'usual'; to: ReadinessState }[];
};

export type ReadinessInput = {
  checkIns: readonly CheckIn[];
  nights: readonly Night[];
  /** A guardrail stands (science.md §11). */
  redFlag: boolean;
  illnessOrPain: boolean;
};

/** What the rule list looks at; no score is made of it. */
type Situation = {
  redFlag: boolean;
  illnessOrPain: boolean;
  signals: readonly SignalReading[];
  objectiveWorseYesterday: number;
};

function decide(situation: Situation): { state: ReadinessState; rule: ReadinessRule } {
  const { signals } = situation;
  const worse = signals.filter(({ state }) => state === 'worse');
  const objectiveWorse = worse.filter(({ signal }) => signal !== 'check_in').length;
  const known = signals.filter(({ state }) => state !== 'unknown').length;
  if (situation.redFlag) return { state: 'stop', rule: 'red-flag' };
  if (situation.illnessOrPain) return { state: 'protocol', rule: 'illness-or-pain' };
  if (worse.length > objectiveWorse && objectiveWorse >= 1)
    return { state: 'swap', rule: 'check-in-and-objective-worse' };
  if (objectiveWorse >= 2 && situation.objectiveWorseYesterday >= 2)
    return { state: 'swap', rule: 'two-objective-worse-on-two-days' };
  if (worse.length >= 1) return { state: 'note', rule: 'one-worse' };
  if (known < 2) return { state: 'unknown', rule: 'fewer-than-two-known' };
  return { state: 'as_planned', rule: 'nothing-unusual' };
}

function objectiveSignals(nights: readonly Night[], on: string): SignalReading[] {
  return [hrvSignal(nights, on), restingHeartRateSignal(nights, on), sleepSignal(nights, on)];
}

/** Yesterday as it looked then: the windows end a day earlier. */
function worseYesterday(nights: readonly Night[], today: number): number {
  const signals = objectiveSignals(nights, civilDate(today - 1));
  return signals.filter(({ state }) => state === 'worse').length;
}

/**
 * Readiness on a civil date: evidence lines of four signals, the state of the first rule that fires, and what would change it.
 * `INVALID_INPUT` when `on` is no date; missing data only make signals `unknown`. No composite score. Policy over Saw 2016,
 * Vesterinen 2016, Plews 2014.
 */
export function readiness(input: ReadinessInput, on: string): Readiness | ({ state: null } & None) {
  const today = dayNumber(on);
  if (today === null)
    return { state: null, ...none('INVALID_INPUT', 'the day is not a civil date') };
  const signals = [checkInSignal(input.checkIns, on), ...objectiveSignals(input.nights, on)];
  const situation: Situation = {
    redFlag: input.redFlag,
    illnessOrPain: input.illnessOrPain,
    signals,
    objectiveWorseYesterday: worseYesterday(input.nights, today),
  };
  const decision = decide(situation);
  return {
    ...decision,
    method: 'readiness/1',
    signals,
    wouldChange: counterfactuals(situation, decision.state),
  };
}

function counterfactuals(situation: Situation, state: ReadinessState): Readiness['wouldChange'] {
  const changes: Readiness['wouldChange'] = [];
  for (const { signal, state: current } of situation.signals)
    for (const reads of ['worse', 'usual'] as const) {
      if (reads === current) continue;
      const signals = situation.signals.map((one) =>
        one.signal === signal ? { ...one, state: reads } : one,
      );
      const to = decide({ ...situation, signals }).state;
      if (to !== state) changes.push({ signal, reads, to });
    }
  return changes;
}
