import { isDeepStrictEqual } from 'node:util';
import { ErrorBody, errorStatus, type ErrorCode } from '@evensplit/contracts';
import { errorsOf, type ApiRoute } from '@evensplit/contracts/api/api-route';
import { apiRoutes } from '@evensplit/contracts/api/api-routes';

export type Seen = { method: string; path: string; status: number; body: unknown };

/**
 * Throws when an answer is not what the API document says of its route: another status, an error code that is not
 * listed, a body of another shape, a field too many. Addresses of no route are not judged.
 */
export function checkAnswer(seen: Seen): void {
  const route = routeOf(seen);
  const problem = route && problemOf(route, seen);
  if (problem) throw new Error(`${seen.method} ${seen.path} ${seen.status}: ${problem}`);
}

function problemOf(route: ApiRoute, { status, body }: Seen): string | undefined {
  const answer = route.answers.find((one) => one.status === status);
  if (!answer) return refusalProblem(route, status, body);
  if (!answer.schema) return undefined;
  const plain: unknown = JSON.parse(JSON.stringify(body));
  const parsed = answer.schema.safeParse(plain);
  if (!parsed.success) return parsed.error.message;
  return isDeepStrictEqual(JSON.parse(JSON.stringify(parsed.data)), plain)
    ? undefined
    : 'the body has fields that the document does not know';
}

function refusalProblem(route: ApiRoute, status: number, body: unknown): string | undefined {
  const code = ErrorBody.safeParse(body).data?.error.code;
  if (code === undefined) return 'the document does not know this status';
  if (!errorsOf(route).includes(code as ErrorCode)) return `the document does not list ${code}`;
  return errorStatus[code as ErrorCode] === status ? undefined : `${code} has another status`;
}

function routeOf({ method, path }: Seen): ApiRoute | undefined {
  const plain = path.replace(/\?.*$/, '').replace(/(.)\/$/, '$1');
  return apiRoutes.find(
    (route) =>
      route.method === method.toLowerCase() &&
      new RegExp(`^${route.path.replaceAll(/:\w+/g, '[^/]+')}$`).test(plain),
  );
}

type JsonApp = {
  response: {
    json: (
      this: {
        req: { method: string; originalUrl: string };
        statusCode: number;
      },
      body: unknown,
    ) => unknown;
  };
};

/** Lets an Express application answer only what the document says; anything else becomes a failing test. */
export function answerAsDocumented<App extends { response: unknown }>(app: App): App {
  const { response } = app as unknown as JsonApp;
  const { json } = response;
  response.json = function checked(body) {
    const { req, statusCode } = this;
    try {
      checkAnswer({ method: req.method, path: req.originalUrl, status: statusCode, body });
    } catch (error) {
      // The application answers its caller 500 and keeps the reason to itself.
      process.stderr.write(`not as documented: ${String(error)}\n`);
      throw error;
    }
    return json.call(this, body);
  };
  return app;
}
