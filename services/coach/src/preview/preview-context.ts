import type { CoachPreview, FactSheet, PreviewQuery } from '@evensplit/contracts';
import type { CoachDb } from '@evensplit/db';
import type { Clock } from '@evensplit/platform/clock';
import { buildContext } from '../model/build-context.ts';
import type { ModelSwitches } from '../model/model-switches.ts';
import { runTool } from '../model/run-tool.ts';
import { PROMPT_VERSION } from '../model/system-prompt.ts';

export type PreviewDeps = {
  db: CoachDb;
  clock: Clock;
  modelUse: { switches: ModelSwitches };
};

const SAMPLE = 'last-run';

/** What a model would be given for a question, from the very functions that would give it. Asks nobody. */
export async function previewContext(
  { db, clock, modelUse }: PreviewDeps,
  athleteId: string,
  { question, conversationId }: PreviewQuery,
): Promise<CoachPreview> {
  const asked = { athleteId, text: question, conversationId };
  const { may, context } = await buildContext(db, asked, clock());
  const lookups = new Map<string, FactSheet>();
  const request = { query: SAMPLE, args: {} } as const;
  const result = await runTool({ db, clock }, context, { athleteId, lookups }, request);
  const { switches } = modelUse;
  return {
    configured: switches.isConfigured(),
    providers: switches.open().map(({ provider: { name, model } }) => ({ name, model })),
    consent: may === 'be_sent',
    promptVersion: PROMPT_VERSION,
    system: context.system,
    messages: context.messages.flatMap((message) =>
      message.role === 'tools' ? [] : [{ role: message.role, text: message.text }],
    ),
    tools: context.tools.map((tool) => ({ ...tool })),
    sample: { tool: SAMPLE, result },
  };
}
