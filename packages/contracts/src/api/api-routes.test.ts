import { describe, expect, it } from '@jest/globals';
import { turnEventData, type TurnEventType } from '../coach.ts';
import { errorStatus } from '../errors.ts';
import { errorsOf } from './api-route.ts';
import { apiRoutes } from './api-routes.ts';
import { socketApis } from './socket-events.ts';

const named = apiRoutes.map((route) => [route.operationId, route] as const);

describe('the table of routes', () => {
  it.each(named)('%s: every example is what its schema says', (_name, route) => {
    const { body, answers } = route;
    const sent = body && body !== 'files' ? body.schema.safeParse(body.example).error : undefined;
    expect(sent).toBeUndefined();
    const received = answers.map(({ schema, example }) => schema?.parse(example));
    expect(received).toEqual(answers.map(({ example }) => example));
  });

  it.each(named)('%s: describes every parameter of its path and no other', (_name, route) => {
    const inPath = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name);
    expect(Object.keys(route.params?.shape ?? {})).toEqual(inPath);
  });

  it('shows a stream of events that are what their schemas say', () => {
    const streams = apiRoutes
      .flatMap(({ answers }) => answers)
      .filter(({ media }) => media === 'event-stream');
    expect(streams.length).toBeGreaterThan(0);
    for (const { example } of streams) {
      const events = [...String(example).matchAll(/^event: (\w+)\ndata: (.+)$/gm)];
      for (const [, type, data = ''] of events) {
        turnEventData[type as TurnEventType].parse(JSON.parse(data));
      }
      expect(events.at(-1)?.[1]).toBe('end');
    }
  });

  it('has each route and each operation once', () => {
    const routes = apiRoutes.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(routes).size).toBe(apiRoutes.length);
    expect(new Set(named.map(([name]) => name)).size).toBe(apiRoutes.length);
  });

  it('answers with every error code that there is, and none twice', () => {
    expect(new Set(apiRoutes.flatMap(errorsOf))).toEqual(new Set(Object.keys(errorStatus)));
    for (const route of apiRoutes) {
      expect(new Set(errorsOf(route)).size).toBe(errorsOf(route).length);
    }
  });

  it.each(socketApis.flatMap(({ events }) => Object.entries(events)))(
    '%s: the example is what its schema says',
    (_name, { payload, example }) => {
      expect(payload.parse(example)).toEqual(example);
    },
  );
});
