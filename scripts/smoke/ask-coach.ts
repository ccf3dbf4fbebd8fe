import { randomUUID } from 'node:crypto';
import type {
  CoachClientEvents,
  CoachServerEvents,
  TurnAccepted,
  TurnEvent,
  TurnView,
} from '@evensplit/contracts';
import { io, type Socket } from 'socket.io-client';
import type { SmokeContext } from './smoke-context.ts';

export type CoachAnswer = {
  status: string;
  text: string;
  writer: string | null;
  factIds: string[];
  terminals: number;
};

const patienceMs = 60_000;

/** Asks, and reads the answer as an API client would: one SSE response until its `end`. */
export async function askOverSse(context: SmokeContext, question: string): Promise<CoachAnswer> {
  const { turnId } = await post(context, question);
  const response = await fetch(new URL(`/v1/coach/turns/${turnId}/events`, context.url), {
    headers: { cookie: context.client.cookieHeader(), accept: 'text/event-stream' },
    signal: AbortSignal.timeout(patienceMs),
  });
  if (!response.ok || !response.body)
    throw new Error(`the event stream answered ${response.status}`);
  const fold = folding();
  let buffer = '';
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    buffer += chunk;
    for (let end = buffer.indexOf('\n\n'); end >= 0; end = buffer.indexOf('\n\n')) {
      const event = parseFrame(buffer.slice(0, end));
      buffer = buffer.slice(end + 2);
      if (event) fold.take(event);
    }
    if (fold.ended()) break;
  }
  return compareWithRow(context, turnId, fold);
}

/** Asks, and watches the turn over the socket as the web app does. */
export async function askOverSocket(context: SmokeContext, question: string): Promise<CoachAnswer> {
  const socket: Socket<CoachServerEvents, CoachClientEvents> = io(context.url, {
    path: '/v1/coach/socket.io',
    transports: ['websocket'],
    extraHeaders: { cookie: context.client.cookieHeader(), origin: new URL(context.url).origin },
    reconnection: false,
  });
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    const { turnId } = await post(context, question);
    const fold = folding();
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('no end within a minute')), patienceMs);
      socket.on('turn:event', (event) => {
        if (event.turnId !== turnId) return;
        fold.take(event);
        if (!fold.ended()) return;
        clearTimeout(timer);
        // A second terminal event would come at once: give it the chance to be caught.
        setTimeout(resolve, 200);
      });
      socket.emit('turn:watch', { turnId }, (ack) => {
        if (!ack.ok) reject(new Error(`watching was refused: ${ack.code}`));
      });
    });
    return await compareWithRow(context, turnId, fold);
  } finally {
    socket.disconnect();
  }
}

async function post({ client }: SmokeContext, text: string): Promise<TurnAccepted> {
  return client.must<TurnAccepted>(
    'POST',
    '/v1/coach/turns',
    { text },
    { 'idempotency-key': randomUUID() },
  );
}

function parseFrame(frame: string): TurnEvent | null {
  const fields = new Map(
    frame.split('\n').map((line) => {
      const at = line.indexOf(':');
      return [line.slice(0, at), line.slice(at + 1).trimStart()] as const;
    }),
  );
  const [id, type, data] = [fields.get('id'), fields.get('event'), fields.get('data')];
  if (!id || !type || !data) return null;
  return { id, type, data: JSON.parse(data) } as TurnEvent;
}

type Folding = ReturnType<typeof folding>;

function folding() {
  let text = '';
  let status = '';
  let writer: string | null = null;
  let terminals = 0;
  const factIds: string[] = [];
  return {
    take(event: TurnEvent) {
      if (event.type === 'delta') text += event.data.d;
      if (event.type === 'snapshot') text = event.data.text;
      if (event.type === 'receipt') factIds.push(event.data.fact.id);
      if (event.type !== 'end') return;
      terminals += 1;
      status = event.data.status;
      writer = event.data.writer;
    },
    ended: () => terminals > 0,
    answer: (): CoachAnswer => ({ text, status, writer, factIds, terminals }),
  };
}

/** What streamed must be what is stored, character by character. */
async function compareWithRow(
  context: SmokeContext,
  turnId: string,
  fold: Folding,
): Promise<CoachAnswer> {
  const answer = fold.answer();
  const row = await context.client.must<TurnView>('GET', `/v1/coach/turns/${turnId}`);
  if (row.text !== answer.text) throw new Error('the streamed text is not the stored answer');
  return {
    ...answer,
    factIds: [...new Set([...answer.factIds, ...row.facts.map((fact) => fact.id)])],
  };
}
