import type {
  About,
  Beyond,
  Understood,
  WhichRun,
} from '../../../services/coach/src/baseline/asked.ts';

/** A reading as the packs write it: the topic, then what it is about. */
export function nameUnderstood(understood: Understood): string {
  const { about } = understood;
  switch (understood.about) {
    case 'run':
      return nameRun(understood.which);
    case 'run detail':
      return `detail:${understood.detail}@${nameRun(understood.which)}`;
    case 'similar':
      return `similar:${nameRun(understood.which)}`;
    case 'two runs':
      return `two-runs:${nameRun(understood.which)},${nameRun(understood.other)}`;
    case 'week':
      return withMeasure(`week:${understood.weeksBack}`, understood.measure);
    case 'month':
      return withMeasure(`month:${understood.monthsBack}`, understood.measure);
    case 'year':
      return withMeasure(`year:${understood.yearsBack}`, understood.measure);
    case 'two weeks':
      return `two-weeks:${understood.weeksBack},${understood.otherBack ?? understood.weeksBack + 1}`;
    case 'two months':
      return `two-months:${understood.monthsBack},${understood.otherBack ?? understood.monthsBack + 1}`;
    case 'two years':
      return `two-years:${understood.yearsBack},${understood.otherBack}`;
    case 'weeks':
      return `weeks:${understood.count}`;
    case 'usual week':
      return 'usual-week';
    case 'biggest week':
      return `biggest-week:${understood.within}`;
    case 'biggest month':
      return 'biggest-month';
    case 'since':
      return nameSince(understood.which);
    case 'elsewhere':
      return withPart(
        about,
        understood.beyond && (shortly[understood.beyond] ?? understood.beyond),
      );
    case 'zones':
      return withMeasure(about, understood.limit);
    case 'why':
      return `why:${understood.of.about}`;
    case 'explain':
      return `explain:${understood.term}`;
    case 'memories':
      return withPart(about, understood.kind);
    case 'predictions':
    case 'bests':
      return withPart(about, understood.distanceM);
    case 'paces':
      return withPart(about, understood.pace);
    case 'balance':
    case 'bring':
    case 'hard today':
    case 'hello':
    case 'help':
    case 'load':
    case 'long time':
    case 'missing':
    case 'no route':
    case 'order':
    case 'pace index':
    case 'plan':
    case 'readiness':
    case 'streak':
    case 'thanks':
    case 'today':
    case 'tomorrow':
    case 'trend':
    case 'unknown':
      return about;
  }
}

const shortly: Partial<Record<Beyond, string>> = {
  'heart rate variability': 'hrv',
  'oxygen uptake': 'vo2max',
  'other people': 'others',
  'other sports': 'bike',
  'resting heart rate': 'resting',
  gear: 'watch',
};

function withMeasure(about: string, measure: string | undefined): string {
  return measure === undefined ? about : `${about}#${measure}`;
}

/** When it was is told with the run itself. */
function nameSince(which: About<'since'>['which']): string {
  if (which.by === 'hard') return 'since:hard';
  if (which.by === 'newest') return 'since:run';
  const isNamed = which.by === 'kind' && (which.kind === 'long' || which.kind === 'race');
  return isNamed ? `since:${which.kind}` : nameRun(which);
}

function withPart(about: string, part: string | number | undefined): string {
  return part === undefined ? about : `${about}:${part}`;
}

function nameRun(which: WhichRun): string {
  const back = 'back' in which && which.back > 0 ? `-${which.back}` : '';
  switch (which.by) {
    case 'newest':
      return `last${back}`;
    case 'kind':
      return `run:${which.kind}${back}`;
    case 'day':
      return `day:${which.day}`;
    case 'longest':
    case 'hilliest':
      return which.within === 'ever'
        ? `${which.by}:ever`
        : `${which.by}:${which.within.unit}:${which.within.back}`;
    case 'over':
      return `over:${Math.round(which.distanceM)}`;
  }
}
