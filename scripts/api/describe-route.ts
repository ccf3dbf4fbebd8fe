import { errorStatus, turnEventData, uploadLimits, type ErrorCode } from '@evensplit/contracts';
import { errorsOf, type Answer, type ApiRoute } from '@evensplit/contracts/api/api-route';
import { errorMeanings } from '@evensplit/contracts/api/error-meanings';
import { z } from 'zod';
import type { Json, JsonObject, SchemaConverter } from './convert-schema.ts';

export type Described = { path: string; method: string; operation: JsonObject };

const security: Record<ApiRoute['access'], Json> = {
  public: [],
  refresh: [{ refreshCookie: [] }],
  athlete: [{ sessionCookie: [] }, { bearer: [] }],
  owner: [{ sessionCookie: [] }, { bearer: [] }],
};

const requestId = { 'X-Request-Id': { $ref: '#/components/headers/RequestId' } };
const retryAfter = { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } };
/** Refusals that pass by themselves say when to try again, where that is known. */
const passing = new Set([429, 503]);

/** One route as OpenAPI operations: one, or one per value where each value takes arguments of its own. */
export function describeRoute(route: ApiRoute, converter: SchemaConverter): Described[] {
  const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
  const { variants } = route;
  if (!variants) return [{ path, method: route.method, operation: operationOf(route, converter) }];
  return Object.entries(variants.of).map(([value, { query, asks }], i) => ({
    path: path.replace(`{${variants.param}}`, value),
    method: route.method,
    operation: operationOf(
      {
        ...route,
        operationId: `${route.operationId}_${value.replaceAll('-', '_')}`,
        summary: asks,
        query,
        params: without(route.params, variants.param),
        answers: i === 0 ? route.answers : route.answers.map(withoutExample),
      },
      converter,
    ),
  }));
}

type Operation = Omit<ApiRoute, 'params'> & { params?: z.ZodObject | undefined };

function operationOf(route: Operation, converter: SchemaConverter): JsonObject {
  const parameters = [
    ...parametersOf('path', route.params, converter),
    ...parametersOf('query', route.query, converter),
    ...parametersOf('header', route.headers, converter),
  ];
  const who = route.access === 'owner' ? 'Only for the owner of the installation.' : '';
  const description = [who, route.notes].filter(Boolean).join(' ');
  return {
    operationId: route.operationId,
    tags: [route.tag],
    summary: route.summary,
    ...(description ? { description } : {}),
    security: security[route.access],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(route.body ? { requestBody: requestBodyOf(route.body, converter) } : {}),
    responses: { ...successesOf(route, converter), ...refusalsOf(route as ApiRoute) },
  };
}

function parametersOf(
  place: 'path' | 'query' | 'header',
  schema: z.ZodObject | undefined,
  converter: SchemaConverter,
): JsonObject[] {
  return Object.entries(schema?.shape ?? {}).map(([name, each]) => {
    const type = each as z.ZodType;
    return {
      name,
      in: place,
      required: !type.safeParse(undefined).success,
      schema: converter.convert(type, 'input'),
    };
  });
}

function requestBodyOf(body: NonNullable<ApiRoute['body']>, converter: SchemaConverter) {
  if (body === 'files') {
    const files = {
      type: 'array',
      minItems: 1,
      maxItems: uploadLimits.filesPerRequest,
      items: { type: 'string', contentMediaType: 'application/octet-stream' },
    };
    const schema = { type: 'object', properties: { files }, required: ['files'] };
    return { required: true, content: { 'multipart/form-data': { schema } } };
  }
  return {
    required: !body.optional,
    content: {
      'application/json': {
        schema: converter.convert(body.schema, 'input'),
        example: body.example as Json,
      },
    },
  };
}

function successesOf(route: Operation, converter: SchemaConverter): JsonObject {
  return Object.fromEntries(
    route.answers.map((answer) => [
      String(answer.status),
      {
        description: answer.description,
        headers: requestId,
        ...(answer.schema ? { content: contentOf(answer, answer.schema, converter) } : {}),
      },
    ]),
  );
}

function contentOf(answer: Answer, schema: z.ZodType, converter: SchemaConverter): JsonObject {
  const content = {
    schema: converter.convert(schema, 'output'),
    ...(answer.example === undefined ? {} : { example: answer.example as Json }),
  };
  if (answer.media !== 'event-stream') return { 'application/json': content };
  // OpenAPI 3.1 cannot say what each event carries; the extension names the schema of each event's data.
  const events = Object.entries(turnEventData).map(([type, data]) => [
    type,
    converter.convert(data, 'output'),
  ]);
  return { 'text/event-stream': { ...content, 'x-events': Object.fromEntries(events) as Json } };
}

function refusalsOf(route: ApiRoute): JsonObject {
  const byStatus = [...Map.groupBy(errorsOf(route), (code) => errorStatus[code])];
  return Object.fromEntries(
    byStatus.map(([status, codes]) => [
      String(status),
      { $ref: `#/components/responses/${nameOf(codes)}` },
    ]),
  );
}

/** What the routes refuse with, each set of codes once, under the codes' own names. */
export function refusals(routes: readonly ApiRoute[]): JsonObject {
  const named = new Map<string, JsonObject>();
  for (const route of routes) {
    for (const [status, codes] of Map.groupBy(errorsOf(route), (code) => errorStatus[code])) {
      named.set(nameOf(codes), {
        description: codes.map((code) => `\`${code}\`: ${errorMeanings[code]}`).join('; '),
        headers: passing.has(status) ? { ...requestId, ...retryAfter } : requestId,
        content: { 'application/json': { schema: { $ref: '#/components/schemas/ErrorBody' } } },
        'x-error-codes': codes,
      });
    }
  }
  return Object.fromEntries([...named].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function nameOf(codes: readonly ErrorCode[]): string {
  return codes.join('-');
}

function without(params: z.ZodObject | undefined, name: string): z.ZodObject | undefined {
  const rest = Object.entries(params?.shape ?? {}).filter(([each]) => each !== name);
  return rest.length > 0 ? z.object(Object.fromEntries(rest)) : undefined;
}

function withoutExample(answer: Answer): Answer {
  const { status, description, schema } = answer;
  return schema ? { status, description, schema } : { status, description };
}
