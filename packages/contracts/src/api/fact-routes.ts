import { z } from 'zod';
import { factQueryArgs, factQueryNames, FactSheet, type FactQueryName } from '../facts.ts';
import { answer, type ApiRoute } from './api-route.ts';
import { distance, ids, noHeartRate, run } from './examples.ts';

const asks: Readonly<Record<FactQueryName, string>> = {
  'last-run': 'The last run',
  activity: 'One run',
  week: 'A week, Monday to Sunday',
  weeks: 'The last weeks',
  load: 'Long-term load, recent load and balance',
  bests: 'Best efforts per distance',
  predictions: 'Race predictions with ranges',
  today: "Today's session and why",
  month: 'A month',
  compare: 'Two runs, or a week with the one before',
  'similar-runs': 'A run against those like it',
  zones: 'Time in heart-rate zones',
  'training-paces': 'Paces to train at',
  readiness: 'Signs for and against training hard today',
  missing: 'What is not known, and why',
  memories: 'What you asked to be remembered, in your own words',
};

/** The registry as an API: one address per question, each with its own arguments. */
export const factRoutes: readonly ApiRoute[] = [
  {
    service: 'core-api',
    method: 'get',
    path: '/v1/facts/:query',
    operationId: 'readFacts',
    tag: 'Facts',
    summary: 'Ask the fact registry',
    notes: 'What Home and the coach read. An activity that is not yours is a gap, not an error.',
    access: 'athlete',
    params: z.object({ query: z.enum(factQueryNames) }),
    variants: {
      param: 'query',
      of: Object.fromEntries(
        factQueryNames.map((name) => [name, { query: factQueryArgs[name], asks: asks[name] }]),
      ),
    },
    answers: [
      answer(200, 'What is known, what was decided from it, and what is not known', FactSheet, {
        query: 'last-run',
        facts: [distance],
        decisions: [],
        gaps: [noHeartRate],
        runs: [
          {
            activityId: ids.activity,
            name: run.name,
            kind: run.kind,
            localDate: run.localDate,
            startedAt: run.startedAt,
          },
        ],
        lanes: ['file'],
      }),
    ],
    errors: ['not_found'],
  },
];
