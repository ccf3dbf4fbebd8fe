import type { ModelMessage, ModelRequest, ToolCall } from '../providers/model-provider.ts';
import { modelStep, type StepDeps } from '../providers/model-step.ts';
import { UpstreamError } from '../providers/upstream-error.ts';
import type { ResponderEvent } from '../turns/responder.ts';
import type { ModelContext } from './build-context.ts';
import { estimateTokens, MAX_TOOL_STEPS } from './estimate-tokens.ts';
import { hasConsent } from './has-consent.ts';
import type { ModelDeps, ModelQuestion } from './model-deps.ts';
import type { ModelLine } from './model-line.ts';
import type { Closed } from './permits.ts';
import { runTool } from './run-tool.ts';
import { readToolCall } from './tools.ts';

const MAX_CALLS_PER_STEP = 8;
/** The first one is told to the model, the second one leaves the question to somebody else. */
const MAX_BAD_CALLS = 1;

/** The steps of one answer: the model speaks, looks things up, speaks again. Ends with `end`, or takes all of it back. */
export async function* converse(
  deps: ModelDeps,
  line: ModelLine,
  context: ModelContext,
  question: ModelQuestion,
  signal: AbortSignal,
): AsyncGenerator<ResponderEvent> {
  const messages: ModelMessage[] = [...context.messages];
  const { toolSteps = MAX_TOOL_STEPS } = question;
  const badCalls = { count: 0 };
  using permit = deps.permits.hold({ athleteId: question.athleteId, line }, signal);
  let said = '';
  for (let step = 1; step <= toolSteps + 1; step += 1) {
    const closed = await reasonToStop(deps, line, question);
    if (closed && said === '') return;
    if (closed) return yield { type: 'retract', because: closed };
    const request: ModelRequest = {
      ...context,
      messages,
      maxOutputTokens: line.maxOutputTokens,
      mayCallTools: step <= toolSteps,
    };
    const saidBefore = said.length;
    const calls: ToolCall[] = [];
    let ended = '';
    try {
      for await (const event of ask(deps, line, request, step, question, permit.signal)) {
        if (event.t === 'text') {
          if (said.length === saidBefore && /\S$/.test(said)) yield { type: 'text', text: '\n\n' };
          said += event.d;
          yield { type: 'text', text: event.d };
        } else if (event.t === 'tool') calls.push(event);
        else if (event.t === 'end') ended = event.reason;
      }
    } catch (error) {
      const because = permit.closed();
      if (because && said === '') return;
      if (because) return yield { type: 'retract', because };
      if (!(error instanceof UpstreamError) || error.code !== 'out_of_budget') throw error;
      return yield { type: 'retract', because: 'budget_spent' };
    }
    if (ended === 'stop') return yield { type: 'end' };
    if (ended === 'malformed_call') countBad(badCalls);
    else {
      const results = [];
      for (const [place, call] of calls.entries()) {
        signal.throwIfAborted();
        yield { type: 'status', phase: 'looking', tool: call.name };
        results.push({
          call,
          result: await answerCall(deps, context, question, call, place, badCalls),
        });
      }
      const text = said.slice(saidBefore);
      messages.push({ role: 'model', text, calls }, { role: 'tools', results });
    }
  }
  throw new UpstreamError('upstream_error', 'the model would not stop calling tools');
}

/** One step, with every call it makes on the turn's account. */
function ask(
  deps: ModelDeps,
  line: ModelLine,
  request: ModelRequest,
  step: number,
  { account, deadline }: ModelQuestion,
  signal: AbortSignal,
) {
  const { provider } = line;
  const estimate = estimateTokens(request);
  const stepDeps: StepDeps = {
    ...deps,
    onCall(record) {
      account.ended(record);
      deps.metrics.callEnded(record);
    },
  };
  const metered: ModelLine = {
    ...line,
    provider: {
      name: provider.name,
      model: provider.model,
      reasoning: provider.reasoning,
      run(...args) {
        account.began({ step, provider: provider.name, model: provider.model, estimate });
        return provider.run(...args);
      },
    },
  };
  const canAfford = () => account.canAfford(estimate);
  return modelStep(stepDeps, metered, { number: step, request, deadline, canAfford }, signal);
}

/** Consent and switches are looked at before every call, and once a second while it runs: both must hold now, not when the turn began. */
async function reasonToStop(
  { db, switches }: ModelDeps,
  line: ModelLine,
  { athleteId }: ModelQuestion,
): Promise<Closed | undefined> {
  if (!switches.isOpen(line)) return 'switched_off';
  return (await hasConsent(db, athleteId)) ? undefined : 'no_consent';
}

async function answerCall(
  deps: ModelDeps,
  context: ModelContext,
  question: ModelQuestion,
  call: ToolCall,
  place: number,
  badCalls: { count: number },
): Promise<Record<string, unknown>> {
  if (place >= MAX_CALLS_PER_STEP) return { error: 'too_many_calls' };
  const request = readToolCall(call);
  if (!request) {
    countBad(badCalls);
    return { error: 'invalid_arguments' };
  }
  try {
    return await runTool(deps, context, question, request);
  } catch (error) {
    deps.log.warn({ err: error, tool: call.name }, 'a tool failed');
    return { error: 'not_available' };
  }
}

function countBad(badCalls: { count: number }): void {
  badCalls.count += 1;
  if (badCalls.count > MAX_BAD_CALLS) {
    throw new UpstreamError('upstream_error', 'the model cannot call tools');
  }
}
