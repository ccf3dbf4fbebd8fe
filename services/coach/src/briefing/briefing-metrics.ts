import type { Writer } from '@evensplit/contracts';
import { Counter, type Registry } from 'prom-client';
import type { DraftOutcome } from './draft-outcome.ts';
import type { BriefingOutcome } from './write-briefing.ts';

/** What the briefings count. How long their jobs wait, and which of them fail, is counted with every queue. */
export type BriefingMetrics = {
  looked(outcome: BriefingOutcome): void;
  drafted(outcome: DraftOutcome): void;
  wrote(writer: Writer): void;
};

export function createBriefingMetrics(registry: Registry): BriefingMetrics {
  const registers = [registry];
  const counter = (name: string, help: string, label: string) =>
    new Counter({ name, help, labelNames: [label], registers });
  const looks = counter(
    'coach_briefings_total',
    'Looks at a briefing by what came of them.',
    'outcome',
  );
  const drafts = counter(
    'coach_briefing_drafts_total',
    'Tries of a model at a briefing by what came of them; only "written" changes the page.',
    'outcome',
  );
  const written = counter(
    'coach_briefings_written_total',
    'Briefings that went on the page, by who wrote them.',
    'writer',
  );
  return {
    looked: (outcome) => looks.inc({ outcome }),
    drafted: (outcome) => drafts.inc({ outcome }),
    wrote: (writer) => written.inc({ writer }),
  };
}
