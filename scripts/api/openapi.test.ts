import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { errorStatus } from '@evensplit/contracts';
import { namedSchemas } from '@evensplit/contracts/api/named-schemas';
import { socketApis } from '@evensplit/contracts/api/socket-events';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { repoRoot } from '../stack/paths.ts';
import type { JsonObject } from './convert-schema.ts';
import { documentPath, documentText } from './document-text.ts';

type Media = { schema: JsonObject; example?: unknown };
type Body = { content?: Record<string, Media> };
type Operation = { requestBody?: Body; responses: Record<string, Body> };
type Document = { paths: Record<string, Record<string, Operation>>; components: JsonObject };

const text = await readFile(documentPath, 'utf8');
const document = JSON.parse(text) as Document;

/** An independent reader of the schemas: what zod wrote must mean the same to somebody else. */
const ajv = new Ajv2020({
  strict: true,
  allErrors: true,
  // A value that is text or a number is one of ours; JSON Schema says so with a list of types.
  allowUnionTypes: true,
  keywords: ['components'],
});
formats.default(ajv);
ajv.addSchema({ $id: 'api', components: document.components }, 'api', false, false);

function problemsOf(schema: JsonObject, value: unknown): string[] {
  const pointed = JSON.parse(
    JSON.stringify(schema).replaceAll('"#/components/', '"api#/components/'),
  ) as JsonObject;
  const check = ajv.compile(pointed);
  check(value);
  return (check.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

function mediaOf(operation: Operation): Media[] {
  return [operation.requestBody, ...Object.values(operation.responses)].flatMap((one) =>
    Object.values(one?.content ?? {}),
  );
}

describe('docs/api/openapi.json', () => {
  it('is what the contracts say (npm run api writes it)', async () => {
    expect(await documentText()).toBe(text);
  });

  it('is a valid OpenAPI document without a dangling reference', async () => {
    const result = await new Validator().validate(structuredClone(document));
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
    const broken = await new Validator().validate({ ...document, paths: { nowhere: 1 } });
    expect(broken.valid).toBe(false);
    for (const [reference] of text.matchAll(/(?<="\$ref": "#\/)[^"]+/g)) {
      const found = reference
        .split('/')
        .reduce<unknown>(
          (value, key) => (value as Record<string, unknown> | undefined)?.[key],
          document,
        );
      expect([reference, typeof found]).toEqual([reference, 'object']);
    }
  });

  const examples = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) =>
      mediaOf(operation)
        .filter((media) => media.example !== undefined)
        .map((media) => [`${method} ${path}`, media] as const),
    ),
  );
  it.each(examples)('%s: the example is valid to another validator too', (_name, media) => {
    expect(problemsOf(media.schema, media.example)).toEqual([]);
  });

  it('notices an example that is not', () => {
    const schema = { $ref: '#/components/schemas/TurnAccepted' };
    expect(problemsOf(schema, { turnId: 'x' })).not.toEqual([]);
  });
});

const page = await readFile(join(repoRoot, 'docs', 'api', 'README.md'), 'utf8');

describe('docs/api/README.md', () => {
  it('lists every error code with its status', () => {
    const rows = [...page.matchAll(/^\| `(\w+)` +\| (\d{3}) /gm)].map(([, code, status]) => [
      code,
      Number(status),
    ]);
    expect(Object.fromEntries(rows)).toEqual(errorStatus);
  });

  const fenced = [...page.matchAll(/^```json (\w+)\n(.+?)^```/gms)];
  it('has examples that are checked', () => {
    expect(fenced.length).toBeGreaterThan(3);
  });
  it.each(fenced.map(([, name, json]) => [name ?? '', json ?? '']))(
    '%s: the example is what its schema says',
    (name, json) => {
      const example: unknown = JSON.parse(json);
      expect(namedSchemas[name]?.parse(example)).toEqual(example);
    },
  );

  it('names every socket event with an example that is right', () => {
    const rows = new Map(
      [...page.matchAll(/^\| `(\w+:\w+)` +\| (client|server) +\| (.+?) +\|$/gm)].map(
        ([, event = '', from, shown = '']) => [
          event,
          { from, json: /`(\{.+\})`/.exec(shown)?.[1] },
        ],
      ),
    );
    const events = Object.assign({}, ...socketApis.map((api) => api.events)) as Record<
      string,
      (typeof socketApis)[number]['events'][string]
    >;
    expect([...rows.keys()].toSorted()).toEqual(Object.keys(events).toSorted());
    for (const [name, { from, payload, example }] of Object.entries(events)) {
      const row = rows.get(name);
      expect([name, row?.from]).toEqual([name, from]);
      const shown: unknown = row?.json === undefined ? example : JSON.parse(row.json);
      expect(payload.parse(shown)).toEqual(shown);
    }
    for (const { path } of socketApis) expect(page).toContain(`\`${path}\``);
  });
});
