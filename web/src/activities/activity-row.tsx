import {
  type ActivityListItem,
  renderDistance,
  renderDuration,
  renderPace,
} from '@evensplit/contracts';
import { memo } from 'react';
import { Link } from 'react-router';
import { useUnits } from '../shell/use-athlete.ts';
import { formatCivilDate } from '../ui/format.ts';
import { typeWord } from '../ui/words.ts';

/** Remembered: while the list scrolls, only rows that come into view are drawn. */
export const ActivityRow = memo(function ActivityRow({ activity }: { activity: ActivityListItem }) {
  const units = useUnits();
  const { distanceM, movingS, elapsedS, avgHeartRate } = activity;
  const distance = distanceM === null ? null : renderDistance(distanceM, units);
  const time = renderDuration(movingS ?? elapsedS);
  const pace =
    distanceM !== null && distanceM > 0 && movingS !== null && activity.sport === 'run'
      ? renderPace((movingS * 1000) / distanceM, units)
      : null;
  return (
    <li className="h-19 border-b border-line md:h-15">
      <Link
        to={`/activities/${activity.id}`}
        data-testid="activity-row"
        className="-mx-2 grid h-full grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 rounded-lg px-2 hover:bg-sunken md:grid-cols-[5.5rem_minmax(0,1fr)_6rem_5.5rem_6rem_5.5rem]"
      >
        <span className="hidden text-sm text-muted md:block">
          {formatCivilDate(activity.localDate, { weekday: 'short', day: 'numeric' })}
        </span>
        <span className="min-w-0">
          <span className="block truncate font-semibold">{activity.name}</span>
          <span className="block truncate text-sm text-muted">
            <span className="md:hidden">
              {formatCivilDate(activity.localDate, { weekday: 'short', day: 'numeric' })} ·{' '}
            </span>
            {typeWord(activity)}
          </span>
        </span>
        <span className="text-right md:contents">
          <span className="figure block text-lg md:text-right">{distance ?? time}</span>
          <span className="block text-sm text-muted md:text-right md:text-base md:text-ink">
            <span className="md:hidden">{pace ?? (distance ? time : '')}</span>
            <span className="hidden md:inline">{distance ? time : ''}</span>
          </span>
          <span className="hidden text-right md:block">{pace}</span>
          <span className="hidden text-right text-muted md:block">
            {avgHeartRate === null ? null : `${Math.round(avgHeartRate)} bpm`}
          </span>
        </span>
      </Link>
    </li>
  );
});
