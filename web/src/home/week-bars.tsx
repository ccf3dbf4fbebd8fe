import { type HomeView, renderDistance } from '@evensplit/contracts';
import { useFact } from '../receipts/facts-provider.tsx';
import { useOpenReceipt } from '../receipts/use-open-receipt.ts';
import { useUnits } from '../shell/use-athlete.ts';
import { formatCivilDate } from '../ui/format.ts';

type Week = HomeView['trend']['weeks'][number];

/** Distance per week; the tallest week and the running one carry their value, every bar opens its receipt. */
export function WeekBars({ weeks }: { weeks: readonly Week[] }) {
  const units = useUnits();
  const most = Math.max(1, ...weeks.map(({ distanceM }) => distanceM));
  const tallest = weeks.findIndex(({ distanceM }) => distanceM === most);
  return (
    <div>
      <h3 className="mb-1 text-sm font-semibold">
        Distance per week <span className="font-normal text-muted">{units}</span>
      </h3>
      <ol className="-mx-0.5 grid h-40 auto-cols-fr grid-flow-col">
        {weeks.map((week, index) => (
          <li key={week.weekStart} className="min-w-0">
            <Bar
              week={week}
              share={week.distanceM / most}
              current={index === weeks.length - 1}
              labelled={index === tallest || index === weeks.length - 1}
            />
          </li>
        ))}
      </ol>
      <div
        aria-hidden="true"
        className="mt-1 grid auto-cols-fr grid-flow-col text-[0.75rem] whitespace-nowrap text-muted"
      >
        {weeks.map((week, index) => (
          <span key={week.weekStart} className="min-w-0 overflow-visible">
            {index === weeks.length - 1
              ? null
              : index % 4 === 0
                ? formatCivilDate(week.weekStart, { day: 'numeric', month: 'short' })
                : null}
            {index === weeks.length - 1 && <span className="float-right font-semibold">Now</span>}
          </span>
        ))}
      </div>
    </div>
  );
}

function Bar({
  week,
  share,
  current,
  labelled,
}: {
  week: Week;
  share: number;
  current: boolean;
  labelled: boolean;
}) {
  const units = useUnits();
  const openReceipt = useOpenReceipt();
  const { factId } = week;
  const known = useFact(factId ?? '') !== null;
  const distance = renderDistance(week.distanceM, units);
  const runs = `${week.runs} ${week.runs === 1 ? 'run' : 'runs'}`;
  return (
    <button
      type="button"
      disabled={!known}
      onClick={() => factId && openReceipt(factId)}
      title={`${distance} · ${runs}`}
      className="group flex size-full cursor-pointer flex-col justify-end px-0.5 disabled:cursor-default sm:px-[3px]"
    >
      <span className="sr-only">Week of {formatCivilDate(week.weekStart)}: </span>
      <span
        className={
          labelled && week.runs > 0
            ? 'mb-0.5 self-center text-[0.8125rem] font-semibold'
            : 'sr-only'
        }
      >
        {Math.round(Number.parseFloat(distance))}
      </span>
      <span className="sr-only">
        {units} in {runs}
      </span>
      <span
        className={`block min-h-0.5 w-full rounded-t-[4px] group-hover:opacity-80 ${
          current ? 'bg-accent' : 'bg-accent/45'
        }`}
        style={{ height: `${share * 82}%` }}
      />
    </button>
  );
}
