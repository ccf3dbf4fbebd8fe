import type { DistanceUnits } from '@evensplit/contracts';
import type { RunGiven } from '@evensplit/testkit/builders';
import type { PlannedRun } from '../demo/planned-run.ts';
import { HOSTILE_TITLES } from './hostile-titles.ts';
import {
  indoors,
  laterBy,
  planRuns,
  stretched,
  withoutHeartRate,
  type Change,
} from './plan-runs.ts';

export type FileFormat = 'fit' | 'gpx' | 'tcx';

/** Somebody to be answered: who they are, what they recorded, and what is special about it. */
export type EvalAthlete = {
  id: string;
  about: string;
  /** A word in their name and in some of their titles that no other athlete's data holds. */
  marker: string;
  timeZone: string;
  units: DistanceUnits;
  birthYear: number | null;
  maxHeartRate: number | null;
  restingHeartRate: number | null;
  runs: readonly PlannedRun[];
  formatOf: (index: number) => FileFormat;
  /** What a run is called in formats that hold a name; the marker otherwise. */
  titleOf: (index: number) => string | undefined;
  /** Runs of which only a summary exists. */
  summaries: readonly RunGiven[];
  /** Whose data the run at this place is, where it is not simply a file. */
  laneOf: (index: number) => 'garmin' | 'garmin_personal' | 'strava' | undefined;
};

type Given = Partial<EvalAthlete> & { about: string; marker: string };

function athlete(id: string, given: Given): EvalAthlete {
  return {
    id,
    timeZone: 'Europe/Berlin',
    units: 'km',
    birthYear: 1988,
    maxHeartRate: 187,
    restingHeartRate: 51,
    runs: [],
    // Watches write FIT; every fifth run came from somewhere else and has a name.
    formatOf: (index) => (index % 5 === 2 ? 'gpx' : 'fit'),
    titleOf: () => undefined,
    summaries: [],
    laneOf: () => undefined,
    ...given,
  };
}

const between =
  (from: number, to: number): Change =>
  (run, daysAgo) =>
    daysAgo > from && daysAgo < to ? undefined : run;

const after =
  (first: Change, then: Change): Change =>
  (run, daysAgo) => {
    const changed = first(run, daysAgo);
    return changed && then(changed, daysAgo);
  };

const lanes = ['strava', 'garmin', 'garmin_personal'] as const;

/** Everybody who is asked about, the same for the same seed. */
export function castAthletes(seed: number): EvalAthlete[] {
  return [
    athlete('rich', {
      about: 'half a year of everything: races, intervals, long runs, heat, a forgotten strap',
      marker: 'Vlieter',
      runs: planRuns(seed, 6),
    }),
    athlete('new', { about: 'signed up a minute ago, no runs at all', marker: 'Quillon' }),
    athlete('no-heart-rate', {
      about: 'never wore a strap, told neither birth year nor maximum',
      marker: 'Brumby',
      birthYear: null,
      maxHeartRate: null,
      restingHeartRate: null,
      runs: planRuns(seed + 1, 2, withoutHeartRate),
    }),
    athlete('treadmill', {
      about: 'runs on a belt only, no positions anywhere',
      marker: 'Zandvoort',
      runs: planRuns(seed + 2, 2, indoors),
      formatOf: (index) => (index % 5 === 2 ? 'tcx' : 'fit'),
    }),
    athlete('injured', {
      about: 'trained, was away for seven weeks, has just run twice again',
      marker: 'Oriel',
      runs: planRuns(seed + 3, 4, between(9, 58)),
    }),
    athlete('auckland', {
      about: 'lives thirteen hours ahead and runs around midnight',
      marker: 'Tarawera',
      timeZone: 'Pacific/Auckland',
      runs: planRuns(seed + 4, 2, laterBy(-7)),
    }),
    athlete('kathmandu', {
      about: 'lives at five hours forty-five and runs just after midnight',
      marker: 'Khumbu',
      timeZone: 'Asia/Kathmandu',
      runs: planRuns(seed + 5, 2, laterBy(1.2)),
    }),
    athlete('stubs', {
      about: 'half of the runs are summaries without a recording',
      marker: 'Fenwick',
      runs: planRuns(seed + 6, 1),
      summaries: stubs('Fenwick'),
    }),
    athlete('hostile-titles', {
      about: 'titles and notes that give orders, hold placeholders, pictures and numbers',
      marker: 'Grimspound',
      runs: planRuns(seed + 7, 2),
      formatOf: (index) => (index % 2 === 0 ? 'gpx' : 'tcx'),
      titleOf: (index) => HOSTILE_TITLES[index % HOSTILE_TITLES.length],
    }),
    athlete('closed-lanes', {
      about: 'every third run came over a connection that no model may see',
      marker: 'Lindisfarne',
      runs: planRuns(seed + 8, 2),
      laneOf: (index) => (index % 3 === 1 ? lanes[((index - 1) / 3) % lanes.length] : undefined),
    }),
    athlete('all-closed', {
      about: 'everything came over connections that no model may see',
      marker: 'Skerryvore',
      runs: planRuns(seed + 9, 1),
      laneOf: (index) => lanes[index % lanes.length],
    }),
    athlete('imperial', {
      about: 'reads miles and feet, lives in Denver',
      marker: 'Wapiti',
      timeZone: 'America/Denver',
      units: 'mi',
      runs: planRuns(seed + 10, 2, laterBy(8)),
    }),
    athlete('ultra', {
      about: 'a hundred miles at a time and three hundred kilometres a week',
      marker: 'Barkley',
      runs: planRuns(
        seed + 11,
        1,
        after((run) => (run.kind === 'race' ? undefined : run), stretched(2.6)),
      ),
      summaries: [
        { day: '2025-11-08', distanceM: 163_400, movingS: 98_720, kind: 'long' },
        { day: '2025-10-18', distanceM: 101_200, movingS: 52_380, kind: 'race' },
      ].map((one) => ({ ...one, name: 'Barkley loops', avgHeartRate: 118 })),
    }),
    athlete('back-to-racing', {
      about: 'three weeks off, then a race on Sunday',
      marker: 'Penhallow',
      runs: planRuns(seed + 12, 4, between(13, 36)),
    }),
    athlete('minor', {
      about: 'sixteen years old by the year of birth',
      marker: 'Juniper',
      birthYear: 2009,
      runs: planRuns(seed + 13, 1),
    }),
    athlete('odd-devices', {
      about: 'device names and profiles that nobody chose for a reader',
      marker: 'Mizzenmast',
      timeZone: 'America/St_Johns',
      runs: planRuns(seed + 14, 1, (run) => ({
        ...run,
        profileName: '{{x1}} 99 <b>',
      })),
    }),
  ];
}

function stubs(marker: string): RunGiven[] {
  return Array.from({ length: 10 }, (_, index) => ({
    day: new Date(Date.UTC(2025, 10, 20 - 4 * index)).toISOString().slice(0, 10),
    distanceM: 6210 + 430 * index,
    movingS: 2190 + 150 * index,
    avgHeartRate: index % 2 === 0 ? 143 + index : null,
    name: index === 4 ? `${marker} summary` : 'Evening run',
  }));
}
