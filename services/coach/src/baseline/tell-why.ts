import type { FactSheet } from '@evensplit/contracts';
import type { Term, Topic, Understood } from './asked.ts';
import { tellTerm } from './explain.ts';
import { nameRun } from './name-things.ts';
import { paragraphs, runOn, say, type Paragraph } from './prose.ts';
import { tellUnknown } from './tell-plainly.ts';
import { tellWhyToday } from './tell-today.ts';

type Reads = {
  today: string;
  read: (query: 'today' | 'predictions', args: Record<string, never>) => Promise<FactSheet>;
};

/** What an answer rests on, where a word says it better than a figure. */
const behind: Partial<Record<Topic, Term>> = {
  balance: 'balance',
  readiness: 'balance',
  load: 'long-term load',
  trend: 'long-term load',
  zones: 'zones',
  similar: 'similar runs',
  'two runs': 'similar runs',
  bests: 'best effort',
  missing: 'receipts',
  run: 'receipts',
  'run detail': 'receipts',
  week: 'receipts',
  'two weeks': 'receipts',
  month: 'receipts',
  'two months': 'receipts',
  year: 'receipts',
};

/** "Why?": the rule or the runs behind the answer that was given. */
export async function tellWhy(of: Understood, { read, today }: Reads): Promise<Paragraph[]> {
  if (of.about === 'today' || of.about === 'hard today')
    return tellWhyToday(await read('today', {}));
  if (of.about === 'predictions' || of.about === 'paces')
    return tellWhySoFast(await read('predictions', {}), today);
  const term = behind[of.about];
  return term === undefined ? tellUnknown() : tellTerm(term);
}

function tellWhySoFast(sheet: FactSheet, today: string): Paragraph[] {
  const index = sheet.facts.find((fact) => fact.metric === 'index.pace');
  const source = runOn(sheet, index);
  return paragraphs(
    [
      source
        ? say(`It starts from the hardest stretch of your ${nameRun(source, today)}.`)
        : say('There is no hard effort of the last half year to start from.'),
      say('Nothing of the last weeks was found that shows more.'),
    ],
    [
      say(
        'Several published methods carry it to other distances; the middle one is said, and the range holds what they disagree about.',
      ),
    ],
  );
}
