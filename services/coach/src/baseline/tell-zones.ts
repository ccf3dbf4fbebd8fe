import type { Fact, FactSheet } from '@evensplit/contracts';
import { capital } from './name-things.ts';
import { factOn, paragraphs, rangeOf, say, sentence, whyMissing, type Paragraph } from './prose.ts';

/** Zones have numbers for names: in words, so that they are not taken for figures. */
const names: Record<string, string> = {
  '0': 'below zone one',
  '1': 'zone one',
  '2': 'zone two',
  '3': 'zone three',
  '4': 'zone four',
  '5': 'zone five',
  '5a': 'zone five a',
  '5b': 'zone five b',
  '5c': 'zone five c',
};

const meanings: Record<string, string> = {
  'friel-run-zones/1': 'Your zones are shares of your threshold heart rate.',
  'edwards-zones/1': 'Your zones are tenths of your maximum heart rate.',
};

/** How the last four weeks were spread over the zones, and where the zones begin and end. */
export function tellZones(
  sheet: FactSheet,
  { limit }: { limit?: 'maximum' | 'threshold' } = {},
): Paragraph[] {
  if (limit !== undefined) return tellLimit(sheet, limit);
  const covered = factOn(sheet, 'zones.covered');
  const limits = of(sheet, 'zones.heart_rate');
  const source = factOn(sheet, 'heart.threshold') ?? factOn(sheet, 'heart.maximum');
  const method = covered?.method ?? limits[0]?.method;
  return paragraphs(
    [
      sentence`In the last four weeks, ${covered} of running came with heart rate.` ??
        say(
          'In the last four weeks I have no running with heart rate that I could sort into zones.',
        ),
      method !== undefined && say(meanings[method] ?? 'Your zones follow your heart rate.'),
      factOn(sheet, 'heart.threshold')
        ? sentence`Your threshold heart rate is ${source}.`
        : sentence`Your maximum heart rate is ${source}.`,
    ],
    ...zonesOn(sheet).map((zone) => [lineOf(sheet, zone, covered?.method)]),
    [
      limits.length === 0 &&
        say(
          whyMissing(sheet, 'zones.heart_rate') ??
            'Where your zones lie I cannot say: set your maximum heart rate or your year of birth.',
        ),
      sheet.gaps.some((gap) => gap.metric === 'zones.time') &&
        covered !== undefined &&
        say('Runs without heart rate are not in it.'),
      sentence`Zones by pace start from your threshold pace, ${factOn(sheet, 'threshold.pace')}.`,
    ],
  );
}

/** The heart rate that the zones rest on, when that alone was asked for. */
function tellLimit(sheet: FactSheet, limit: 'maximum' | 'threshold'): Paragraph[] {
  const found = factOn(sheet, `heart.${limit}`);
  const name = `${limit === 'maximum' ? 'maximum' : 'threshold'} heart rate`;
  const ranged = found?.range
    ? sentence`, and it may well be anywhere in ${rangeOf(found)}.`
    : say('.');
  const flags = (found?.flags ?? []).filter((flag) => !/\d/.test(flag));
  return paragraphs(
    found
      ? [
          [...(sentence`Your ${name} is ${found}` ?? []), ...(ranged ?? [])],
          flags.length > 0 && say(`${capital(flags.join('; '))}.`),
          found.quality === 'estimated' &&
            say(
              'It is estimated, not measured: set the one you know under Settings, and the zones follow it.',
            ),
        ]
      : [
          say(`Your ${name} I do not know.`),
          limit === 'threshold'
            ? say(
                'It takes a test, a long and even effort alone, as hard as you can hold. Until then your zones start from your maximum.',
              )
            : say(
                whyMissing(sheet, 'zones.heart_rate') ??
                  'Set it under Settings, or your year of birth for an estimate.',
              ),
        ],
    limit === 'threshold' && !found
      ? [
          sentence`Your maximum heart rate, which they start from, is ${factOn(sheet, 'heart.maximum')}.`,
        ]
      : [],
  );
}

function of(sheet: FactSheet, metric: string): Fact[] {
  return sheet.facts.filter((fact) => fact.metric === metric);
}

function zoneOf(fact: Fact): string {
  return /zone:(\w+)/.exec(fact.subject)?.[1] ?? '';
}

function zonesOn(sheet: FactSheet): string[] {
  const found = [...of(sheet, 'zones.share'), ...of(sheet, 'zones.heart_rate')].map(zoneOf);
  return [...new Set(found)].filter((zone) => zone in names).sort();
}

function lineOf(sheet: FactSheet, zone: string, timed: string | undefined) {
  const about = (metric: string) => of(sheet, metric).find((fact) => zoneOf(fact) === zone);
  const limit = about('zones.heart_rate');
  // Limits by threshold say nothing about time that was sorted by maximum.
  const alike = limit && (timed === undefined || limit.method === timed) ? limit : undefined;
  const name = capital(names[zone] ?? '');
  const [share, time] = [about('zones.share'), about('zones.time')];
  return (
    sentence`${name}, ${rangeOf(alike)}: ${share}, ${time}.` ??
    sentence`${name}: ${share}, ${time}.` ??
    sentence`${name}: ${rangeOf(limit)}.`
  );
}
