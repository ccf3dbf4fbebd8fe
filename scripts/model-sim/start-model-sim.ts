import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { characters } from './characters.ts';
import { createFaultQueue, faultOf, type Fault, type QueuedFault } from './faults.ts';
import { geminiVoice } from './gemini-voice.ts';
import { openAiVoice } from './openai-voice.ts';
import { perform, realPace, refuse, type Pace, type Stage } from './perform.ts';
import { parseFaults } from './parse-faults.ts';
import { createCallRecord, type SimCall } from './record-calls.ts';
import { objectToGemini, objectToOpenAi } from './refuse-like-upstream.ts';
import type { Scenario } from './scenario.ts';
import { readGeminiRequest, readOpenAiRequest, type SimRequest } from './sim-request.ts';
import { speak } from './speak.ts';
import type { Voice } from './voice.ts';
import { createWishes } from './wishes.ts';

export type { QueuedFault } from './faults.ts';
export type { SimCall } from './record-calls.ts';
export { inRounds, type Reply, type Scenario, type SimStep } from './scenario.ts';
export type { SimRequest } from './sim-request.ts';

export type ModelSimOptions = {
  port?: number;
  host?: string;
  /** Characters of one's own, beside the built-in ones and before them. */
  scenarios?: Readonly<Record<string, Scenario>>;
  pace?: Partial<Pace>;
};

export type ModelSim = AsyncDisposable & {
  /** Put a fault's or a character's name behind it: `${url}/stall/v1` (openai), `${url}/injected` (gemini). */
  url: string;
  calls(): SimCall[];
  queueFault(fault: QueuedFault): void;
  /** Forgets calls, queued faults and how far questions with wishes have come. */
  reset(): void;
  close(): Promise<void>;
};

type Call = {
  request: SimRequest;
  body: unknown;
  voice: Voice;
  /** Why the real service would refuse it. */
  objection: string | undefined;
  hasKey: boolean;
};

const CHAT = /\/chat\/completions$/;
const STREAM = /\/v1beta\/models\/([^/:]+):streamGenerateContent$/;

/**
 * A model server that speaks both wire protocols and can go wrong in every way that a model server does. What it says
 * comes from a scenario, how the bytes arrive from a fault; both are chosen by the first path segment of the base URL.
 */
export async function startModelSim(options: ModelSimOptions = {}): Promise<ModelSim> {
  const scenarios = { ...characters, ...options.scenarios };
  const pace = { ...realPace, ...options.pace };
  const record = createCallRecord();
  const faults = createFaultQueue();
  const wishes = createWishes();

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://sim');
    if (url.pathname === '/_faults') return control(request, response);
    if (url.pathname === '/_calls') {
      return sendJson(response, 200, {
        calls: record.all().map((call) => ({ ...call, question: undefined, body: undefined })),
      });
    }
    const body = await readJson(request);
    const call = readCall(url, request, body);
    if (request.method !== 'POST' || call === undefined) {
      return sendJson(response, 404, { error: { code: 404, message: 'Not found' } });
    }
    const first = url.pathname.split('/')[1] ?? '';
    const { protocol, model, question } = call.request;
    const wish = first === 'asked' ? wishes.next(call.request) : undefined;
    const fault: Fault = faults.next(protocol) ?? wish?.fault ?? faultOf(first) ?? { fault: 'ok' };
    const names = [...(wish?.names ?? []), first, model];
    const scenario = names.find((name) => Object.hasOwn(scenarios, name)) ?? 'honest';
    const seen = record.begin({ protocol, model, fault: fault.fault, scenario, question, body });
    const stage = stageFor(response, seen);
    if (!call.hasKey) return refuse(stage, call.voice, 401);
    const objection =
      fault.fault === 'strict' && protocol === 'openai'
        ? objectToOpenAi(body, true)
        : call.objection;
    if (objection !== undefined) return refuse(stage, call.voice, 400);
    const reply = scenarios[scenario]?.(call.request, body) ?? [];
    const spoken = speak(call.voice, reply, call.request);
    await perform({ stage, fault, voice: call.voice, spoken });
  }

  function stageFor(response: ServerResponse, seen: SimCall): Stage {
    const gone = new AbortController();
    let ours = false;
    response.on('close', () => {
      seen.closedAt = Date.now();
      seen.aborted = !ours;
      gone.abort();
    });
    return {
      response,
      gone: gone.signal,
      pace,
      write(bytes) {
        seen.bytesSent += Buffer.byteLength(bytes);
        response.write(bytes);
      },
      tooLong() {
        seen.tooLongAt ??= Date.now();
      },
      closing() {
        ours = true;
      },
    };
  }

  async function control(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'DELETE') {
      forget();
      return sendJson(response, 200, { queued: 0 });
    }
    const queued = request.method === 'PUT' ? parseFaults(await readJson(request)) : undefined;
    if (queued === undefined) return sendJson(response, 400, { error: 'not a fault' });
    for (const fault of queued) faults.add(fault);
    sendJson(response, 200, { queued: queued.length });
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      // A caller that went away ends whatever was being said to it.
      if (!response.destroyed) response.destroy(error instanceof Error ? error : undefined);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, options.host ?? '127.0.0.1', resolve);
  });

  function forget(): void {
    faults.clear();
    wishes.clear();
    record.clear();
  }

  async function close(): Promise<void> {
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  }

  return {
    url: `http://${options.host ?? '127.0.0.1'}:${portOf(server.address())}`,
    calls: () => record.all(),
    queueFault: (fault) => faults.add(fault),
    reset: forget,
    close,
    [Symbol.asyncDispose]: close,
  };
}

function readCall(url: URL, request: IncomingMessage, body: unknown): Call | undefined {
  if (CHAT.test(url.pathname)) {
    const asked = readOpenAiRequest(body);
    return {
      request: asked,
      body,
      voice: openAiVoice(asked.model),
      objection: objectToOpenAi(body, false),
      hasKey: /^Bearer \S+$/.test(request.headers.authorization ?? ''),
    };
  }
  const model = STREAM.exec(url.pathname)?.[1];
  if (model === undefined || url.searchParams.get('alt') !== 'sse') return undefined;
  return {
    request: readGeminiRequest(decodeURIComponent(model), body),
    body,
    voice: geminiVoice(model),
    objection: objectToGemini(body),
    hasKey: (request.headers['x-goog-api-key'] ?? '') !== '',
  };
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  let text = '';
  request.setEncoding('utf8');
  for await (const piece of request) text += String(piece);
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(value));
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('not listening on a port');
  return address.port;
}
