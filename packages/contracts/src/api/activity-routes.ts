import { z } from 'zod';
import {
  ActivityDetail,
  ActivityList,
  ActivityQuery,
  ActivityStreams,
  StreamsQuery,
} from '../activities.ts';
import { HomeView } from '../home.ts';
import { Id } from '../primitives.ts';
import { answer, type ApiRoute } from './api-route.ts';
import { distance, ids, noHeartRate, run } from './examples.ts';

const one = z.object({ id: Id });

export const activityRoutes: readonly ApiRoute[] = [
  {
    service: 'core-api',
    method: 'get',
    path: '/v1/home',
    operationId: 'readHome',
    tag: 'Home and activities',
    summary: 'Everything Home shows',
    notes: 'Needs no other request. `{{fact-id}}` in a sentence marks where a fact is rendered.',
    access: 'athlete',
    answers: [
      answer(200, 'Today, the trend, predictions and how fresh they are', HomeView, {
        date: '2026-11-20',
        greetingName: 'Ada',
        today: {
          session: 'easy',
          headline: 'An easy run',
          reasons: [`Yesterday you ran {{${distance.id}}}.`],
          decision: {
            metric: 'today.session',
            subject: 'day:2026-11-20',
            choice: 'easy',
            rule: 'today/1',
            because: [distance.id],
          },
        },
        trend: {
          weeks: [
            {
              weekStart: '2026-11-16',
              distanceM: 10_021,
              runs: 1,
              longTermLoad: 31.4,
              factId: null,
            },
          ],
          loadFactIds: [],
          sentence: null,
        },
        predictions: [],
        lastRun: run,
        lastRunFactIds: [distance.id],
        freshness: {
          lastActivityAt: run.startedAt,
          lastImportAt: '2026-11-19T18:00:00.000Z',
          daysSinceLastRun: 1,
          importing: null,
        },
        briefing: {
          text: `Yesterday was {{${distance.id}}}: keep today easy.`,
          writer: 'baseline',
          writtenAt: '2026-11-20T04:00:00.000Z',
        },
        facts: [distance],
        gaps: [noHeartRate],
      }),
    ],
  },
  {
    service: 'core-api',
    method: 'get',
    path: '/v1/activities',
    operationId: 'listActivities',
    tag: 'Home and activities',
    summary: 'Activities, the newest first',
    notes:
      'Dates are civil dates of the athlete, both included; `text` looks in the name. The totals are of everything that matches, not of this page alone.',
    access: 'athlete',
    query: ActivityQuery,
    answers: [
      answer(200, 'A page', ActivityList, {
        items: [run],
        nextCursor: null,
        totals: { count: 1, distanceM: 10_021, movingS: 3402 },
      }),
    ],
    errors: ['invalid_cursor'],
  },
  {
    service: 'core-api',
    method: 'get',
    path: '/v1/activities/:id',
    operationId: 'readActivity',
    tag: 'Home and activities',
    summary: 'One activity with laps, best efforts and facts',
    access: 'athlete',
    params: one,
    answers: [
      answer(200, 'The activity', ActivityDetail, {
        ...run,
        subSport: null,
        timeZone: 'Europe/Berlin',
        deviceName: null,
        sources: [{ source: 'file', format: 'fit', fileName: 'morning.fit', lane: 'file' }],
        warnings: [],
        laps: [
          {
            index: 0,
            startS: 0,
            elapsedS: 345,
            movingS: 340,
            distanceM: 1000,
            avgHeartRate: null,
            maxHeartRate: null,
            intensity: null,
          },
        ],
        bestEfforts: [
          { distanceM: 5000, seconds: 1650, startS: 900, endS: 2550, interrupted: false },
        ],
        heartRateZones: null,
        facts: [distance],
        gaps: [noHeartRate],
        deriving: false,
      }),
    ],
    errors: ['not_found'],
  },
  {
    service: 'core-api',
    method: 'get',
    path: '/v1/activities/:id/streams',
    operationId: 'readStreams',
    tag: 'Home and activities',
    summary: 'The samples of an activity',
    notes:
      'Columns are aligned by index with `timeS`; `null` means no reading. `points` thins them out and keeps the extremes.',
    access: 'athlete',
    params: one,
    query: StreamsQuery,
    answers: [
      answer(200, 'The columns that the recording has', ActivityStreams, {
        activityId: ids.activity,
        samples: 3450,
        returned: 3,
        timeS: [0, 1, 2],
        columns: { distanceM: [0, 2.9, 5.8], altitudeM: [34, 34, null] },
      }),
    ],
    errors: ['not_found'],
  },
];
