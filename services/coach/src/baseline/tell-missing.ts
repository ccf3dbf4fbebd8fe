import type { FactSheet } from '@evensplit/contracts';
import { factOn, paragraphs, say, sentence, whyMissing, type Paragraph } from './prose.ts';

/** What the record lacks, and what that costs. */
export function tellMissing(sheet: FactSheet): Paragraph[] {
  const fact = (metric: string) => factOn(sheet, metric);
  const lacking = (metric: string) => {
    const found = fact(metric);
    return found && found.value > 0 ? found : undefined;
  };
  const [heart, route, load] = [
    lacking('data.without_heart_rate'),
    lacking('data.without_route'),
    lacking('data.without_load'),
  ];
  const profile = sheet.gaps.filter((gap) => gap.metric.startsWith('profile.'));
  return paragraphs(
    [
      sentence`In the last three months I know ${fact('data.runs')} of yours.` ??
        say('In the last three months I know no run of yours.'),
      heart &&
        sentence`Without heart rate: ${heart}. There I cannot say what a run cost, nor sort it into zones.`,
      route && sentence`Without a GPS track: ${route}. Those have no map and no climb.`,
      load && sentence`Without a run load: ${load}. Weeks with them have no sum.`,
      fact('data.runs') &&
        !heart &&
        !route &&
        !load &&
        say('All of them have heart rate, a GPS track and a run load.'),
    ],
    [
      profile.length > 0 && say('In your profile:'),
      ...profile.map((gap) => (/\d/.test(gap.why) ? null : say(gap.why))),
    ],
    [
      (fact('data.days_since_upload')?.value === 0
        ? say('Files last came in today; what you ran since then I do not know.')
        : null) ??
        sentence`Files last came in ${fact('data.days_since_upload')} ago; what you ran since then I do not know.` ??
        say(
          whyMissing(sheet, 'data.days_since_upload') ?? 'When files last came in I do not know.',
        ),
      sheet.gaps.some((gap) => gap.metric === 'data.files') &&
        say('Some uploaded files could not be read; the import page says why.'),
    ],
  );
}
