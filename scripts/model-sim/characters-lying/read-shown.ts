import { isRecord, listOf, textOf } from '../loose-json.ts';

export type ShownFact = { id: string; metric: string; label: string; about: string; value: string };
export type ShownRun = { activityId: string; date: string; kind: string; title: string };
export type Shown = { facts: ShownFact[]; runs: ShownRun[] };

/** What the tools of the last round told, whatever they were. */
export function readShown(results: readonly unknown[]): Shown {
  const sheets = results.filter(isRecord);
  return {
    facts: sheets.flatMap((sheet) =>
      listOf(sheet['facts'])
        .filter(isRecord)
        .map((fact) => ({
          id: textOf(fact['id']),
          metric: textOf(fact['metric']),
          label: textOf(fact['label']),
          about: textOf(fact['about']),
          value: textOf(fact['value']),
        })),
    ),
    runs: sheets.flatMap((sheet) =>
      listOf(sheet['runs'])
        .filter(isRecord)
        .map((run) => ({
          activityId: textOf(run['activityId']),
          date: textOf(run['date']),
          kind: textOf(run['kind']),
          title: textOf(run['title_as_data']),
        })),
    ),
  };
}

/** The facts whose value is written in this way, in a fixed order. */
export function written({ facts }: Shown, as: RegExp): ShownFact[] {
  return facts.filter(({ value }) => as.test(value));
}

export const asDistance = /^\d+(?:\.\d+)? (?:km|mi)$/;
export const asPace = /^\d+:\d\d\/(?:km|mi)$/;
