import { ErrorBody } from '@evensplit/contracts';

/** A person's browser as far as the API is concerned: keeps cookies, sends JSON, tells errors by their code. */
export type ApiClient = {
  readonly cookies: ReadonlyMap<string, string>;
  cookieHeader: () => string;
  call: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<ApiAnswer>;
  /** The same, and throws unless the answer is a success; returns its body. */
  must: <T>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<T>;
};

export type ApiAnswer = { status: number; headers: Headers; body: unknown };

export function createApiClient(baseUrl: string): ApiClient {
  const cookies = new Map<string, string>();
  const cookieHeader = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');

  async function call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<ApiAnswer> {
    const isForm = body instanceof FormData;
    const answer = await fetch(new URL(path, baseUrl), {
      method,
      headers: {
        ...(cookies.size ? { cookie: cookieHeader() } : {}),
        ...(body !== undefined && !isForm ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      const value = pair.slice(at + 1);
      if (value) cookies.set(pair.slice(0, at), value);
      else cookies.delete(pair.slice(0, at));
    }
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json');
    return {
      status: answer.status,
      headers: answer.headers,
      body: isJson && text ? JSON.parse(text) : text,
    };
  }

  return {
    cookies,
    cookieHeader,
    call,
    async must<T>(method: string, path: string, body?: unknown, headers?: Record<string, string>) {
      let answer = await call(method, path, body, headers);
      // A busy service says when to come back; asking again is what any client should do.
      for (let tries = 0; answer.status === 503 && tries < 5; tries++) {
        const seconds = Number(answer.headers.get('retry-after') ?? 1);
        await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
        answer = await call(method, path, body, headers);
      }
      if (answer.status < 400) return answer.body as T;
      const error = ErrorBody.safeParse(answer.body).data?.error;
      throw new Error(
        `${method} ${path} answered ${answer.status}${error ? ` ${error.code}: ${error.message} (request ${error.requestId})` : ''}`,
      );
    },
  };
}
