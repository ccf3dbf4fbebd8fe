import {
  factQueryArgs,
  factQueryNames,
  type FactQueryArgs,
  type FactQueryName,
} from '@evensplit/contracts';
import { z } from 'zod';
import type { ToolCall, ToolSpec } from '../providers/model-provider.ts';

const descriptions: Record<FactQueryName, string> = {
  'last-run':
    'The newest run: distance, times, pace, heart rate, load and what the analysis found.',
  activity: 'One run by its activityId, as given in the "runs" of another result.',
  week: 'One week from Monday to Sunday against the weeks before. weeksBack 0 is this week, 1 the last.',
  weeks: 'The last weeks, one after the other: distance, runs and load of each.',
  load: 'Long-term load, recent load, their balance and how they changed.',
  bests: 'Best efforts over the usual distances within so many days.',
  predictions: 'Predicted race times with their ranges, pace index and threshold pace.',
  today: 'What today is for: the kind of session, its length, and the rule behind it.',
  month: 'One calendar month and the year so far. monthsBack 0 is this month.',
  compare: 'Two runs side by side, or, without run ids, a week against the week before it.',
  'similar-runs': 'How one run compares with earlier runs of the same kind.',
  zones: 'Time in heart-rate and pace zones over so many days, and where the zones lie.',
  'training-paces': 'Easy, marathon, threshold, interval and repetition pace.',
  readiness: 'What speaks for and against training hard today.',
  missing:
    'What is not known: runs without heart rate, empty profile fields, files that did not come.',
  memories:
    "What the athlete asked to be remembered: injuries, preferences, training phase, life events. 'now' applies today, 'all' holds the past too.",
};

/** Every question of the fact registry, and nothing else. None takes an athlete: that is the session's alone. */
export const modelTools: readonly ToolSpec[] = factQueryNames.map((name) => ({
  name,
  description: descriptions[name],
  parameters: schemaOf(name),
}));

export type ToolRequest = {
  [Q in FactQueryName]: { query: Q; args: FactQueryArgs[Q] };
}[FactQueryName];

/** Undefined when there is no such tool or its arguments do not fit. Unknown arguments are left out. */
export function readToolCall(call: Pick<ToolCall, 'name' | 'args'>): ToolRequest | undefined {
  const query = factQueryNames.find((name) => name === call.name);
  if (query === undefined || call.args === undefined) return undefined;
  const parsed = factQueryArgs[query].safeParse(call.args);
  return parsed.success ? requestOf(query, parsed.data) : undefined;
}

function requestOf(query: FactQueryName, args: unknown): ToolRequest {
  // The pair belongs together: the arguments were parsed by the schema of this very query.
  return { query, args } as ToolRequest;
}

/** JSON Schema of the arguments as a model may send them, without what only costs tokens. */
function schemaOf(query: FactQueryName): Record<string, unknown> {
  const { $schema: _, ...schema } = z.toJSONSchema(factQueryArgs[query], {
    io: 'input',
    override: ({ jsonSchema }) => {
      delete jsonSchema.pattern;
    },
  });
  return { ...schema, additionalProperties: false };
}
