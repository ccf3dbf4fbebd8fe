import type { Fact } from '@evensplit/contracts';
import type { Responder, ResponderEvent } from '../src/turns/responder.ts';

export type Script = {
  responder: Responder;
  /** How many turns have asked. */
  asked(): number;
  say(...events: ResponderEvent[]): void;
};

/** A responder that says what the test tells it, when the test tells it. Every turn hears the same from its start. */
export function scripted(options: { heedsSignal?: boolean; opening?: string } = {}): Script {
  const script: ResponderEvent[] =
    options.opening === undefined ? [] : [{ type: 'text', text: options.opening }];
  let asked = 0;
  let wake: (() => void)[] = [];
  return {
    asked: () => asked,
    say(...events) {
      script.push(...events);
      const waiting = wake;
      wake = [];
      for (const resolve of waiting) resolve();
    },
    responder: {
      writer: 'baseline',
      async *respond(_question, signal) {
        asked += 1;
        for (let i = 0; ; i += 1) {
          while (script[i] === undefined) {
            await new Promise<void>((resolve) => {
              wake.push(resolve);
              if (options.heedsSignal !== false) signal.addEventListener('abort', () => resolve());
            });
            if (signal.aborted && options.heedsSignal !== false) return;
          }
          const event = script[i];
          if (event) yield event;
        }
      },
    },
  };
}

/** Says `pieces` with a pause between them, then ends. */
export function talker(pieces: string[], pauseMs: number): Responder {
  return {
    writer: 'baseline',
    async *respond(_question, signal) {
      for (const text of pieces) {
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
        if (signal.aborted) return;
        yield { type: 'text', text };
      }
      yield { type: 'end' };
    },
  };
}

export const text = (words: string): ResponderEvent => ({ type: 'text', text: words });
export const end: ResponderEvent = { type: 'end' };

export function aFact(id: string, fields: Partial<Fact> = {}): Fact {
  return {
    id,
    metric: 'activity.distance',
    subject: 'activity:00000000-0000-7000-8000-000000000001',
    label: 'Distance',
    value: 10_000,
    unit: 'm',
    quality: 'measured',
    method: 'recorded/1',
    from: [{ activityId: '00000000-0000-7000-8000-000000000001' }],
    lanes: ['file'],
    flags: [],
    ...fields,
  };
}
