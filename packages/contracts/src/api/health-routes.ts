import { z } from 'zod';
import { answer, type ApiRoute } from './api-route.ts';

export const Liveness = z.object({ status: z.literal('live') });

export const Readiness = z.object({
  status: z.enum(['ready', 'degraded', 'unready', 'draining']),
  checks: z.record(z.string(), z.enum(['ok', 'failed'])),
});

const readiness = {
  service: 'every',
  method: 'get',
  tag: 'Health',
  notes: '`degraded` still serves, with less. The result is up to a second old.',
  access: 'public',
  answers: [
    answer(200, 'Serves', Readiness, { status: 'ready', checks: { postgres: 'ok', redis: 'ok' } }),
    answer(503, 'Send requests elsewhere', Readiness, {
      status: 'draining',
      checks: { postgres: 'ok', redis: 'ok' },
    }),
  ],
} as const;

/** Each service has them; behind the gateway core-api's are shown. */
export const healthRoutes: readonly ApiRoute[] = [
  {
    service: 'every',
    method: 'get',
    path: '/health/live',
    operationId: 'live',
    tag: 'Health',
    summary: 'The process answers',
    notes: 'Touches nothing, so that a database that is away gets no healthy process restarted.',
    access: 'public',
    answers: [answer(200, 'It does', Liveness, { status: 'live' })],
  },
  {
    ...readiness,
    path: '/health/ready',
    operationId: 'ready',
    summary: 'The service can do its work',
  },
  {
    ...readiness,
    path: '/health',
    operationId: 'health',
    summary: 'The same, under its short name',
  },
];
