import type { CoachPreview } from '@evensplit/contracts';

/** Word for word what a model is given for one question; the same functions put it together. */
export function ModelPreview({ preview }: { preview: CoachPreview }) {
  const { messages, promptVersion, sample, system, tools } = preview;
  return (
    <div data-testid="model-preview" className="mt-5 flex flex-col gap-4">
      <Part title={`Instructions (${promptVersion})`} text={system} />
      <Part
        title="Your notes and the question"
        text={messages.map(({ role, text }) => `${role}: ${text}`).join('\n')}
      />
      <Part
        title={`What it may look up (${tools.length})`}
        text={tools.map(({ name, description }) => `${name}: ${description}`).join('\n')}
      />
      <Part
        title={`What it is told when it looks up “${sample.tool}”`}
        text={JSON.stringify(sample.result, null, 2)}
      />
    </div>
  );
}

function Part({ title, text }: { title: string; text: string }) {
  return (
    <details className="rounded-xl border border-line px-4 py-2">
      <summary className="min-h-8 cursor-pointer py-1 font-semibold">{title}</summary>
      <pre
        tabIndex={0}
        className="max-h-96 overflow-auto py-2 font-mono text-[0.8125rem] break-words whitespace-pre-wrap text-muted"
      >
        {text}
      </pre>
    </details>
  );
}
