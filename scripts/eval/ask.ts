import { randomUUID } from 'node:crypto';
import type { Fact, TurnAccepted, TurnView, Writer } from '@evensplit/contracts';
import { fetchPatiently } from './fetch-patiently.ts';

/** An answer as its reader got it. */
export type Answer = {
  conversationId: string;
  status: string;
  writer: Writer | null;
  text: string;
  facts: Fact[];
  strikes: number;
  /** What stood on the screen for a moment and was taken back, with the facts that had come for it. */
  takenBack: { text: string; facts: Fact[] }[];
  /** What streamed was not what is stored. */
  differs: boolean;
  /** From the question to the last word. */
  ms: number;
};

const patience = { patienceMs: 60_000 };
/** A turn is over after 120 s, whatever happens. */
const LONGEST_MS = 150_000;

/** Asks as an API client does and reads the stream to its end, keeping everything that was ever shown. */
export async function askCoach(
  url: string,
  token: string,
  question: string,
  conversationId: string | undefined,
): Promise<Answer> {
  const startedAt = performance.now();
  const headers = { authorization: `Bearer ${token}` };
  const accepted = await post(url, headers, question, conversationId);
  const turnUrl = `${url}/v1/coach/turns/${accepted.turnId}`;
  const events = await fetchPatiently(
    `${turnUrl}/events`,
    { headers, signal: AbortSignal.timeout(LONGEST_MS) },
    patience,
  );
  const { text, takenBack } = await follow(events);
  const ms = performance.now() - startedAt;
  const view = await fetchPatiently(turnUrl, { headers }, patience);
  const turn = (await view.json()) as TurnView;
  return {
    conversationId: accepted.conversationId,
    status: turn.status,
    writer: turn.writer,
    text: turn.text,
    facts: turn.facts,
    strikes: turn.strikes ?? 0,
    takenBack,
    differs: text !== turn.text,
    ms,
  };
}

async function post(
  url: string,
  headers: Record<string, string>,
  text: string,
  conversationId: string | undefined,
): Promise<TurnAccepted> {
  const init = {
    method: 'POST',
    headers: {
      ...headers,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify({ text, ...(conversationId === undefined ? {} : { conversationId }) }),
  };
  // 409: the answer before has been read to its end, and its row is a moment behind.
  const answer = await fetchPatiently(`${url}/v1/coach/turns`, init, { ...patience, also: [409] });
  return (await answer.json()) as TurnAccepted;
}

type Followed = { text: string; facts: Fact[]; takenBack: Answer['takenBack'] };

async function follow(events: Response): Promise<Followed> {
  const followed: Followed = { text: '', facts: [], takenBack: [] };
  let rest = '';
  for await (const chunk of (events.body ?? new ReadableStream()).pipeThrough(
    new TextDecoderStream(),
  )) {
    const frames = (rest + chunk).split('\n\n');
    rest = frames.pop() ?? '';
    for (const frame of frames) take(followed, frame);
  }
  return followed;
}

type Heard = { d?: string; text?: string; fact?: Fact };

function take(followed: Followed, frame: string): void {
  const type = /^event: (.*)$/m.exec(frame)?.[1];
  const data = JSON.parse(/^data: (.*)$/m.exec(frame)?.[1] ?? '{}') as Heard;
  if (type === 'delta') followed.text += data.d ?? '';
  if (type === 'receipt' && data.fact) followed.facts.push(data.fact);
  if (type !== 'snapshot') return;
  if (followed.text.trim() !== '')
    followed.takenBack.push({ text: followed.text, facts: followed.facts });
  followed.text = data.text ?? '';
}
