import { isRecord, listOf, parseJson, textOf } from './loose-json.ts';

export type Protocol = 'openai' | 'gemini';

/** What a scenario may look at: a model call as both protocols mean it. */
export type SimRequest = {
  protocol: Protocol;
  model: string;
  /** The newest thing the user said. */
  question: string;
  /** Tools on offer; empty when the caller forbids calling them. */
  tools: string[];
  /** How often this question has been through the tools already. */
  rounds: number;
  /** What the tools of the last round answered, as JSON values; before the first, what the question brought along. */
  results: unknown[];
};

export function readOpenAiRequest(body: unknown): SimRequest {
  const fields = isRecord(body) ? body : {};
  const messages = listOf(fields['messages']).filter(isRecord);
  const asked = messages.findLastIndex((message) => message['role'] === 'user');
  const since = messages.slice(asked + 1);
  const lastCall = since.findLastIndex((message) => message['role'] === 'assistant');
  const question = textOf(messages[asked]?.['content']);
  const answered = since
    .slice(lastCall + 1)
    .filter((message) => message['role'] === 'tool')
    .map((message) => parseJson(textOf(message['content'])));
  return {
    protocol: 'openai',
    model: textOf(fields['model']),
    question,
    tools:
      fields['tool_choice'] === 'none'
        ? []
        : listOf(fields['tools'])
            .filter(isRecord)
            .map((tool) => (isRecord(tool['function']) ? textOf(tool['function']['name']) : '')),
    rounds: since.filter((message) => listOf(message['tool_calls']).length > 0).length,
    results: since.length > 0 ? answered : broughtAlong(question),
  };
}

export function readGeminiRequest(model: string, body: unknown): SimRequest {
  const fields = isRecord(body) ? body : {};
  const turns = listOf(fields['contents'])
    .filter(isRecord)
    .map((content) => ({
      role: textOf(content['role']),
      parts: listOf(content['parts']).filter(isRecord),
    }));
  const asked = turns.findLastIndex(
    (turn) => turn.role === 'user' && turn.parts.some((part) => 'text' in part),
  );
  const since = turns.slice(asked + 1);
  const lastCall = since.findLastIndex((turn) => turn.role === 'model');
  const config = isRecord(fields['toolConfig']) ? fields['toolConfig'] : {};
  const calling = isRecord(config['functionCallingConfig']) ? config['functionCallingConfig'] : {};
  const question = (turns[asked]?.parts ?? []).map((part) => textOf(part['text'])).join('');
  const answered = since
    .slice(lastCall + 1)
    .flatMap((turn) => turn.parts)
    .map((part) => part['functionResponse'])
    .filter(isRecord)
    .map((response) => response['response']);
  return {
    protocol: 'gemini',
    model,
    question,
    tools:
      calling['mode'] === 'NONE'
        ? []
        : listOf(fields['tools'])
            .filter(isRecord)
            .flatMap((tool) => listOf(tool['functionDeclarations']))
            .filter(isRecord)
            .map((declaration) => textOf(declaration['name'])),
    rounds: since.filter((turn) => turn.parts.some((part) => 'functionCall' in part)).length,
    results: since.length > 0 ? answered : broughtAlong(question),
  };
}

/** Lookups that were made ahead of time: a name and one JSON object in a line. */
function broughtAlong(question: string): unknown[] {
  return [...question.matchAll(/^[\w-]+ (\{.*\})$/gm)].map(([, json = '']) => parseJson(json));
}
