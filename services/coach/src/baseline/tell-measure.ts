import type { FactSheet } from '@evensplit/contracts';
import type { Measure } from './asked.ts';
import { factOn, say, sentence, type Maybe, type Sentence } from './prose.ts';

type About = { unit: 'week' | 'month' | 'year'; subject: string; when: string };

/** The one figure of a week, month or year that was asked for, before everything else; nothing when none was. */
export function measureFirst(
  sheet: FactSheet,
  about: About,
  measure: Measure | undefined,
): Sentence[] {
  const told = tell(sheet, about, measure);
  return told ? [told] : [];
}

function tell(
  sheet: FactSheet,
  { unit, subject, when }: About,
  measure: Measure | undefined,
): Maybe {
  const fact = (name: string) => factOn(sheet, `${unit}.${name}`, subject);
  switch (measure) {
    case 'runs':
      return sentence`${when} you went out for ${fact('runs')}: ${fact('distance')} in ${fact('moving_time')} of moving time.`;
    case 'time':
      return sentence`${when} you were moving for ${fact('moving_time')}, in ${fact('runs')} over ${fact('distance')}.`;
    case 'climb': {
      const climb = fact('ascent');
      const partly =
        climb && climb.flags.length > 0 ? ', counting only the runs whose climb is known' : '';
      return (
        sentence`${when} you climbed ${climb}${partly}, over ${fact('distance')} in ${fact('runs')}.` ??
        say(`${when} I know the climb of no run: it takes a recording with altitude.`)
      );
    }
    case 'load':
      return (
        sentence`${when} your runs add up to a run load of ${fact('load')}, over ${fact('distance')} in ${fact('runs')}.` ??
        null
      );
    case 'distance':
    case undefined:
      return null;
  }
}
