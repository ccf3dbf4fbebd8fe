import type { FactQueryArgs, FactQueryName, FactSheet } from '@evensplit/contracts';
import type { About, Topic, WhichRun } from './asked.ts';
import type { Paragraph } from './prose.ts';

/** What a question needs to look things up: the registry, and the ids of runs. */
export type Lookup = {
  read: <Q extends FactQueryName>(query: Q, args: FactQueryArgs[Q]) => Promise<FactSheet>;
  idOf: (which: WhichRun) => Promise<string | undefined>;
  today: string;
};

export type Answer<T extends Topic> = (
  asked: About<T>,
  look: Lookup,
) => Paragraph[] | Promise<Paragraph[]>;
