import type { Decision, Fact, FactSheet, Gap, RunRef } from '@evensplit/contracts';
import { lanesOf } from './lanes.ts';
import { makeFact, type FactInput } from './make-fact.ts';

/** Collects what one query found; `done` closes the sheet with the lanes of everything on it. */
export type Sheet = {
  add: (fact: FactInput) => Fact;
  decide: (decision: Decision) => void;
  gap: (metric: string, state: Gap['state'], why: string) => void;
  run: (run: RunRef) => void;
  /** Takes over what another query found, with its ids: the same statement on both sheets. */
  include: (other: FactSheet, wanted?: (fact: Fact) => boolean) => void;
  done: () => FactSheet;
};

export function openSheet(query: string): Sheet {
  const facts = new Map<string, Fact>();
  const runs = new Map<string, RunRef>();
  const decisions: Decision[] = [];
  const gaps: Gap[] = [];
  return {
    add(input) {
      const fact = makeFact(input);
      facts.set(fact.id, fact);
      return fact;
    },
    decide: (decision) => void decisions.push(decision),
    gap: (metric, state, why) => void gaps.push({ metric, state, why }),
    run: (run) => void runs.set(run.activityId, run),
    include(other, wanted = () => true) {
      const taken = other.facts.filter(wanted);
      for (const fact of taken) facts.set(fact.id, fact);
      const named = new Set(taken.flatMap((fact) => fact.from.map((one) => one.activityId)));
      for (const run of other.runs) if (named.has(run.activityId)) runs.set(run.activityId, run);
    },
    done: () => ({
      query,
      facts: [...facts.values()],
      decisions,
      gaps,
      runs: [...runs.values()],
      lanes: lanesOf([...facts.values()].flatMap((fact) => fact.lanes)),
    }),
  };
}

/** The fact of a sheet for a metric, optionally about one subject. */
export function factOf(sheet: FactSheet, metric: string, subject?: string): Fact | undefined {
  return sheet.facts.find(
    (fact) => fact.metric === metric && (subject === undefined || fact.subject === subject),
  );
}
