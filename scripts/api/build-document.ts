import { ErrorBody } from '@evensplit/contracts';
import { apiRoutes } from '@evensplit/contracts/api/api-routes';
import { namedSchemas } from '@evensplit/contracts/api/named-schemas';
import { socketApis } from '@evensplit/contracts/api/socket-events';
import {
  createConverter,
  type Json,
  type JsonObject,
  type SchemaConverter,
} from './convert-schema.ts';
import { describeRoute, refusals } from './describe-route.ts';

const description = `Every route of the three services behind one origin. Sessions, errors, paging, trying again and live events are
explained in docs/api/README.md. Units are SI (m, s, m/s, bpm, °C), instants UTC, civil dates the athlete's. Answers may gain
fields: ignore what you do not know.`;

/** The whole API as OpenAPI 3.1, from nothing but the contracts. The same contracts give the same document. */
export function buildDocument(version: string): JsonObject {
  const converter = createConverter();
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of apiRoutes) {
    for (const { path, method, operation } of describeRoute(route, converter)) {
      (paths[path] ??= {})[method] = operation;
    }
  }
  converter.convert(ErrorBody, 'output');
  const { ErrorCode } = namedSchemas;
  if (ErrorCode) converter.convert(ErrorCode, 'output');
  return {
    openapi: '3.1.1',
    info: {
      title: 'Evensplit',
      version,
      description: description.replaceAll('\n', ' '),
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: 'http://localhost:8080', description: 'where scripts/up listens' }],
    tags: [...new Set(apiRoutes.map((route) => route.tag))].map((name) => ({ name })),
    paths,
    'x-socket-io': describeSockets(converter),
    components: {
      securitySchemes,
      headers: {
        RequestId: {
          description: 'Names this request in logs; sent back as given when it is well-formed',
          schema: { type: 'string' },
        },
        RetryAfter: {
          description: 'Seconds to wait, when known',
          schema: { type: 'integer', minimum: 1 },
        },
      },
      responses: refusals(apiRoutes),
      schemas: converter.shared(),
    },
  };
}

const securitySchemes = {
  sessionCookie: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-es_at',
    description:
      'Set by sign-up, log-in and refresh. Named `es_at` on an installation without TLS.',
  },
  refreshCookie: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-es_rt',
    description: 'Set together with it. Named `es_rt` on an installation without TLS.',
  },
  bearer: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description:
      'The same access token, for clients that keep no cookies. It wins over the cookie.',
  },
};

function describeSockets(converter: SchemaConverter): Json {
  return socketApis.map(({ service, path, events }) => ({
    service,
    path,
    events: Object.fromEntries(
      Object.entries(events).map(([name, event]) => [
        name,
        {
          from: event.from,
          description: event.what,
          payload: converter.convert(event.payload, event.from === 'client' ? 'input' : 'output'),
          example: event.example as Json,
          ...(event.acknowledged
            ? { acknowledged: converter.convert(event.acknowledged, 'output') }
            : {}),
        },
      ]),
    ),
  }));
}
