import type { Fact, FactSheet, HomeView } from '@evensplit/contracts';
import { civilDay, factOf, openFacts } from '@evensplit/evidence';
import type { CoreDb } from '@evensplit/db';
import { AppError } from '@evensplit/platform/app-error';
import { viewListItem } from '../activities/view-activity.ts';
import { composeToday } from './compose-today.ts';
import { composeTrend } from './compose-trend.ts';
import { markersIn } from './markers.ts';
import { readBriefing } from './read-briefing.ts';
import { readFreshness } from './read-freshness.ts';

export type HomeDeps = { db: CoreDb; clock: () => Date };

/** The distances Home shows; the others stand on the predictions of the coach and the API. */
const shownDistances = [5000, 10_000];

/**
 * Everything Home shows, from facts and from Postgres alone: no model, no provider and no Redis is asked, so nothing
 * of theirs can slow the first page of the morning. The briefing is a row like any other.
 */
export async function readHome(deps: HomeDeps, athleteId: string): Promise<HomeView> {
  const now = deps.clock();
  const athlete = await deps.db.athlete.findUnique({ where: { id: athleteId } });
  if (!athlete) throw new AppError('session_ended', 'This account no longer exists.');
  const day = civilDay(now, athlete.timeZone);
  const read = await openFacts(deps.db, athleteId, now);
  const [today, weeks, load, predictions, lastRun, freshness, briefing] = await Promise.all([
    read('today', {}),
    read('weeks', { count: 12 }),
    read('load', { days: 91 }),
    read('predictions', {}),
    read('last-run', {}),
    readFreshness(deps.db, athleteId, athlete.timeZone, now),
    readBriefing(deps.db, athleteId, day, now),
  ]);
  const lastRunId = lastRun.runs[0]?.activityId;
  const lastRow = lastRunId
    ? await deps.db.activity.findFirst({ where: { id: lastRunId, athleteId } })
    : null;
  const shownPredictions = shownDistances.flatMap((distanceM) => {
    const fact = factOf(predictions, 'prediction.time', `distance:${distanceM}`);
    return fact ? [{ distanceM, label: `${distanceM / 1000} km`, factId: fact.id }] : [];
  });
  const view: Omit<HomeView, 'facts' | 'gaps'> = {
    date: day,
    greetingName: athlete.displayName,
    today: composeToday(today),
    trend: composeTrend(weeks, load, day),
    predictions: shownPredictions,
    lastRun: lastRow ? viewListItem(lastRow) : null,
    lastRunFactIds: lastRun.facts
      .filter((fact) => lastRunMetrics.has(fact.metric))
      .map((fact) => fact.id),
    freshness,
    briefing: briefing?.view ?? null,
  };
  const sheets = [today, weeks, load, predictions, lastRun];
  return { ...view, ...factsShown(view, sheets, briefing?.facts ?? []) };
}

const lastRunMetrics = new Set([
  'activity.distance',
  'activity.moving_time',
  'activity.pace',
  'activity.grade_adjusted_pace',
  'activity.avg_heart_rate',
  'activity.ascent',
  'activity.load',
]);

/** Only the facts that something on the page refers to, each once; and every gap of the sheets behind it. */
function factsShown(
  view: Omit<HomeView, 'facts' | 'gaps'>,
  sheets: FactSheet[],
  briefed: Fact[],
): Pick<HomeView, 'facts' | 'gaps'> {
  const shown = new Set([
    ...view.lastRunFactIds,
    ...view.trend.loadFactIds,
    ...view.trend.weeks.flatMap((week) => week.factId ?? []),
    ...view.predictions.map((prediction) => prediction.factId),
    ...(view.today.decision?.because ?? []),
    ...[
      ...view.today.reasons,
      view.today.headline,
      view.trend.sentence ?? '',
      view.briefing?.text ?? '',
    ].flatMap(markersIn),
  ]);
  // The briefing may be older than the data: its facts are those it was written from.
  const all = [...briefed, ...sheets.flatMap((sheet) => sheet.facts)];
  const facts = new Map(all.map((fact) => [fact.id, fact]));
  return {
    facts: [...facts.values()].filter((fact) => shown.has(fact.id)),
    gaps: sheets.flatMap((sheet) => sheet.gaps).filter((gap) => gap.metric !== 'week.distance'),
  };
}
