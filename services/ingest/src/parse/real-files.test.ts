import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { expectSane } from './expect-sane.ts';
import { parseBytes } from './parse-bytes.ts';
import type { ParsedActivity } from './parsed-activity.ts';
import type { ParseResult } from './parse-result.ts';

const data = resolve(
  process.env['EVENSPLIT_TEST_DATA'] ?? join(process.cwd(), '../shared/data'),
  'activities',
);
const present = existsSync(join(data, 'INDEX.tsv'));
if (!present) console.log(`No sample files in ${data}: the comparison with real files is skipped.`);
const onRealFiles = present ? describe : describe.skip;

type Row = Record<string, string>;
type Reading = { row: Row; result: ParseResult };

/** Files that hold an activity and yet are refused, or that differ from the independent decoder, and who is right. */
const explained: Record<string, string> = {
  'fit/broken_strava_android_truncated.fit':
    'the decoder stops at the first lost byte; the records behind it are found again and add up to the session’s own time and distance',
  'gpx/run_movescount_12k.gpx.gz':
    'the file carries the watch’s own distance in every point; it is preferred to the sum of fixes',
  'gpx/track_without_times.gpx': 'most points have no time: no timed activity',
  'gpx/single_time_all_points.gpx': 'all points share one time: no timed activity',
  'fit/notactivity_course.fit': 'a course with 25 points, not a recording',
};

function readIndex(): Row[] {
  const [head, ...lines] = readFileSync(join(data, 'INDEX.tsv'), 'utf8').trimEnd().split('\n');
  const columns = head!.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']));
  });
}

function parseAll(rows: Row[]): Reading[] {
  return rows.map((row) => ({
    row,
    result: parseBytes(readFileSync(join(data, row['file']!)), row['file']),
  }));
}

function numbers(cell: string | undefined): number[] {
  return (cell ?? '')
    .split('+')
    .filter((part) => part !== '')
    .map(Number);
}

/** What differs, in words; empty when the file agrees. Values are compared part by part, or as a sum for whole-file rows. */
function differences(row: Row, activities: ParsedActivity[]): string[] {
  const found: string[] = [];
  const compare = (
    name: string,
    of: (one: ParsedActivity) => number | null,
    within: (v: number) => number,
  ) => {
    const wanted = numbers(row[name]).filter((value) => value > 0);
    if (wanted.length === 0) return;
    const own = activities.map((one) => of(one) ?? 0);
    const got = wanted.length === own.length ? own : [own.reduce((sum, value) => sum + value, 0)];
    const agrees =
      wanted.length === got.length && wanted.every((v, i) => Math.abs(v - got[i]!) <= within(v));
    if (!agrees)
      found.push(`${name} ${wanted.join('+')} but read ${got.map((v) => v.toFixed(1)).join('+')}`);
  };
  const records = activities.reduce((sum, one) => sum + one.recordCount, 0);
  if (records !== Number(row['n_records']))
    found.push(`n_records ${row['n_records']} but read ${records}`);
  compare(
    'total_distance_m',
    (one) => one.distanceM,
    (v) => Math.max(0.1, v * 0.005),
  );
  compare(
    'total_timer_s',
    (one) => one.timerS,
    () => 1,
  );
  if (row['avg_hr'] !== '')
    compare(
      'avg_hr',
      (one) => one.avgHr,
      () => 1,
    );
  else if (activities.length === 1)
    compare(
      'mean_hr_of_records',
      (one) => meanOf(one.samples.hr),
      () => 1,
    );
  return found;
}

function meanOf(column: Float32Array | undefined): number | null {
  const values = [...(column ?? [])].filter((value) => !Number.isNaN(value));
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

onRealFiles('files of real watches', () => {
  const rows = present ? readIndex().filter((row) => /^(?:fit|gpx|tcx)\//u.test(row['file']!)) : [];
  const readings = parseAll(rows);
  const activityRows = readings.filter(
    ({ row }) => Number(row['n_records']) > 0 || row['n_records'] === '',
  );

  it('are read, or refused with a reason, and the totals agree with an independent decoder', () => {
    const lines: string[] = [];
    let read = 0;
    let agreeing = 0;
    const unexplained: string[] = [];
    for (const { row, result } of activityRows) {
      const file = row['file']!;
      expectSane(result);
      const why =
        result.outcome === 'refused'
          ? [`refused: ${result.code}`]
          : compareUnlessUndecoded(row, result.activities);
      if (result.outcome !== 'refused') read += 1;
      if (why.length === 0) agreeing += 1;
      else lines.push(`  ${file}: ${why.join('; ')} (${explained[file] ?? 'NOT EXPLAINED'})`);
      if (why.length > 0 && explained[file] === undefined) unexplained.push(file);
    }
    console.log(
      [
        `${activityRows.length} files with records, ${read} read, ${agreeing} agree:`,
        ...lines,
      ].join('\n'),
    );
    expect(unexplained).toEqual([]);
    expect(activityRows.length - read).toBeLessThanOrEqual(3);
    expect(activityRows.length - agreeing).toBeLessThanOrEqual(5);
  });

  it('without a recording are refused', () => {
    for (const { row, result } of readings) {
      if (Number(row['n_records']) > 0 || row['n_records'] === '') continue;
      expect([row['file'], result.outcome]).toEqual([row['file'], 'refused']);
    }
  });

  it('in several formats look like the same run to whoever compares start and duration', () => {
    const byRun = Map.groupBy(
      readings.filter(({ row }) => /\/x_/u.test(row['file']!)),
      ({ row }) => row['file']!.replace(/^.*\/x_/u, '').replace(/\..*$/u, ''),
    );
    expect(byRun.size).toBeGreaterThanOrEqual(3);
    for (const twins of byRun.values()) {
      const activities = twins.flatMap(({ result }) =>
        result.outcome === 'refused' ? [] : result.activities,
      );
      expect(activities.length).toBe(twins.length);
      expect(activities.length).toBeGreaterThan(1);
      for (const one of activities) {
        const first = activities[0]!;
        expect(Math.abs(one.startedAt - first.startedAt)).toBeLessThanOrEqual(60_000);
        expect(Math.abs(one.elapsedS - first.elapsedS)).toBeLessThanOrEqual(first.elapsedS * 0.05);
        expect(one.sport).toBe(first.sport);
      }
    }
  });

  it.each([
    ['truncated_70pct.fit', 'partial'],
    ['bitflips_20.fit', 'salvaged'],
    ['fit_named.gpx', 'parsed'],
    ['double_gzip.fit.gz', 'parsed'],
    ['cut.fit.gz', 'partial'],
    ['cut_mid_tag.gpx', 'partial'],
    ['leading_whitespace.gpx', 'parsed'],
    ['html_login_page.gpx', 'format_html'],
    ['entity_bomb.gpx', 'xml_doctype'],
    ['zip_without_activities_csv.zip', 'format_zip'],
  ])('damaged on purpose, %s ends as %s', (file, end) => {
    const result = parseBytes(readFileSync(join(data, 'broken_made_here', file)), file);
    expectSane(result);
    expect(result.outcome === 'refused' ? result.code : result.outcome).toBe(end);
  });
});

/** One file could not be decoded by the other side; there is nothing to compare. */
function compareUnlessUndecoded(row: Row, activities: ParsedActivity[]): string[] {
  return row['n_records'] === '' ? [] : differences(row, activities);
}
