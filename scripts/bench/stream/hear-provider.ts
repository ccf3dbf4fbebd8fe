export type Protocol = 'openai' | 'gemini';

export type Heard = {
  firstMs: number;
  firstAt: number;
  lastAt: number;
  chars: number;
  writer: string;
};

/** The floor: the same question put to the provider by nobody but this process, its frames read as they come. */
export async function hearProvider(
  protocol: Protocol,
  simUrl: string,
  model: string,
  question: string,
): Promise<Heard> {
  const startedAt = performance.now();
  const answer = await fetch(urlOf(protocol, simUrl, model), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: 'Bearer simulated',
      'x-goog-api-key': 'simulated',
    },
    body: JSON.stringify(
      protocol === 'openai'
        ? { model, stream: true, messages: [{ role: 'user', content: question }] }
        : { contents: [{ role: 'user', parts: [{ text: question }] }] },
    ),
  });
  if (!answer.ok || !answer.body) throw new Error(`the provider answered ${answer.status}`);
  let firstAt = Number.NaN;
  let lastAt = Number.NaN;
  let chars = 0;
  let rest = '';
  for await (const bytes of answer.body.pipeThrough(new TextDecoderStream())) {
    const frames = (rest + bytes).split(/\r?\n\r?\n/);
    rest = frames.pop() ?? '';
    const said = frames
      .map((frame) => /"(?:content|text)":"([^"]+)"/.exec(frame)?.[1] ?? '')
      .join('');
    if (said === '') continue;
    lastAt = performance.now();
    if (Number.isNaN(firstAt)) firstAt = lastAt;
    chars += said.length;
  }
  if (Number.isNaN(firstAt)) throw new Error('the provider said nothing');
  return { firstMs: firstAt - startedAt, firstAt, lastAt, chars, writer: protocol };
}

function urlOf(protocol: Protocol, simUrl: string, model: string): string {
  return protocol === 'openai'
    ? `${simUrl}/v1/chat/completions`
    : `${simUrl}/v1beta/models/${model}:streamGenerateContent?alt=sse`;
}
