import { heartRateZone, isNone, maxHeartRateByAge, paceZone } from '@evensplit/training';
import type { Fact } from '@evensplit/contracts';
import type { Subject } from '../athlete.ts';
import { factOf, type Sheet } from '../sheet.ts';
import { predictions } from './predictions.ts';

/** Where the zones begin and end: by heart rate from threshold or else maximum, by pace from threshold pace. */
export async function addZoneLimits(subject: Subject, sheet: Sheet): Promise<void> {
  await addHeartRates(subject, sheet);
  const form = await predictions(subject);
  sheet.include(form, (fact) => fact.metric === 'threshold.pace');
  const threshold = factOf(form, 'threshold.pace');
  if (threshold) addPaces(sheet, threshold);
  else
    sheet.gap(
      'zones.pace',
      'missing',
      'Threshold pace is not known, and zones by pace start from it.',
    );
}

type Zone = { zone: string; low: number; high: number };

async function addHeartRates(subject: Subject, sheet: Sheet): Promise<void> {
  const heart = await heartOf(subject);
  const day = `day:${subject.today}`;
  if (heart.threshold !== null) {
    const { threshold } = heart;
    const zones = zonesWithin(40, 220, (bpm) => {
      const found = heartRateZone(bpm, threshold);
      return isNone(found) ? null : found.zone;
    });
    addHeart(sheet, 'heart.threshold', day, { value: threshold, method: 'athlete-model/1' });
    addLimits(sheet, 'zones.heart_rate', zones, { method: 'friel-run-zones/1' });
    return;
  }
  if ('why' in heart.maximum) {
    sheet.gap('zones.heart_rate', 'missing', heart.maximum.why);
    return;
  }
  const { value, method } = heart.maximum;
  addHeart(sheet, 'heart.maximum', day, { value, method });
  const zones = zonesWithin(40, Math.floor(value), (bpm) => tenthOf(bpm, value));
  addLimits(sheet, 'zones.heart_rate', zones, {
    method: 'edwards-zones/1',
    flags: method.startsWith('hrmax-') ? ['the maximum is estimated from the age'] : [],
  });
}

/** The five tenths of the maximum of Edwards 1993, as stored with each run; 0 is everything below half. */
function tenthOf(bpm: number, maximum: number): string {
  for (let zone = 5; zone >= 1; zone--) if (10 * bpm >= (zone + 4) * maximum) return String(zone);
  return '0';
}

async function heartOf(subject: Subject) {
  const [model, profile] = await Promise.all([
    subject.db.athleteModel.findUnique({ where: { athleteId: subject.athleteId } }),
    subject.db.athlete.findUniqueOrThrow({
      where: { id: subject.athleteId },
      select: { maxHeartRate: true, birthYear: true },
    }),
  ]);
  return {
    threshold: model?.thresholdHeartRate ?? null,
    maximum: maximumOf(profile, model, subject),
  };
}

function maximumOf(
  profile: { maxHeartRate: number | null; birthYear: number | null },
  model: { maxHeartRate: number | null; maxHeartRateMethod: string | null } | null,
  subject: Subject,
): { value: number; method: string } | { why: string } {
  if (profile.maxHeartRate !== null) return { value: profile.maxHeartRate, method: 'athlete' };
  if (model?.maxHeartRate)
    return { value: model.maxHeartRate, method: model.maxHeartRateMethod ?? 'athlete-model/1' };
  const age =
    profile.birthYear === null ? null : Number(subject.today.slice(0, 4)) - profile.birthYear;
  const byAge = maxHeartRateByAge(age);
  return isNone(byAge)
    ? {
        why: 'Neither a maximum heart rate nor a year of birth is set, and no run shows the maximum.',
      }
    : { value: byAge.value, method: byAge.method };
}

function addHeart(
  sheet: Sheet,
  metric: string,
  day: string,
  found: { value: number; method: string },
): void {
  const quality = found.method === 'athlete' ? 'measured' : 'estimated';
  sheet.add({ ...found, metric, subject: day, quality, from: [], lanes: [] });
}

/** Whole seconds per kilometre between a sprint and a walk. */
function addPaces(sheet: Sheet, threshold: Fact): void {
  const zones = zonesWithin(120, 900, (secondsPerKm) => {
    const found = paceZone(1000 / secondsPerKm, 1000 / threshold.value);
    return isNone(found) ? null : found.zone;
  });
  addLimits(sheet, 'zones.pace', zones, {
    method: 'friel-pace-zones/1',
    from: threshold.from,
    lanes: threshold.lanes,
    flags: threshold.flags,
  });
}

/** First and last whole number of each zone: training's own rule is asked, not a second table of limits. */
function zonesWithin(
  first: number,
  last: number,
  zoneAt: (value: number) => string | null,
): Zone[] {
  const found = new Map<string, Zone>();
  for (let value = first; value <= last; value++) {
    const zone = zoneAt(value);
    if (zone === null) continue;
    found.set(zone, { zone, low: found.get(zone)?.low ?? value, high: value });
  }
  return [...found.values()];
}

function addLimits(
  sheet: Sheet,
  metric: string,
  zones: Zone[],
  more: { method: string; flags?: string[] } & Partial<Pick<Fact, 'from' | 'lanes'>>,
): void {
  // The outermost zones have one limit only: their other end is where the walk over whole numbers stopped.
  const lowest = Math.min(...zones.map(({ low }) => low));
  const highest = Math.max(...zones.map(({ high }) => high));
  for (const { zone, low, high } of zones)
    sheet.add({
      from: [],
      lanes: [],
      ...more,
      metric,
      subject: `zone:${zone}`,
      label: `Zone ${zone}`,
      value: (low + high) / 2,
      range: [low, high],
      quality: 'estimated',
      flags: [
        ...(more.flags ?? []),
        ...(low === lowest ? ['everything below belongs to it'] : []),
        ...(high === highest ? ['everything above belongs to it'] : []),
      ],
    });
}
