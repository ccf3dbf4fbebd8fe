import {
  renderFact,
  renderRange,
  type DistanceUnits,
  type Fact,
  type FactSheet,
  type RunRef,
} from '@evensplit/contracts';

const MAX_BYTES = 16 * 1024;
/** For what stands around the facts and runs. */
const FRAME_BYTES = 256;
const MAX_TITLE = 80;

/** A sheet as a model reads it: values as the athlete will, so that it compares what is compared on the screen. */
export function showSheet(sheet: FactSheet, units: DistanceUnits): Record<string, unknown> {
  const room = { bytes: MAX_BYTES - FRAME_BYTES };
  const gaps = fitting(sheet.gaps, room);
  const decisions = fitting(
    sheet.decisions.map(({ metric, subject, choice, rule, because }) => ({
      metric,
      about: subject,
      choice,
      rule,
      because,
    })),
    room,
  );
  const facts = fitting(
    sheet.facts.map((fact) => showFact(fact, units)),
    room,
  );
  const runs = fitting(sheet.runs.map(showRun), room);
  const leftOut = sheet.facts.length - facts.length + sheet.runs.length - runs.length;
  return { facts, decisions, gaps, runs, ...(leftOut > 0 ? { left_out: leftOut } : {}) };
}

function showFact(fact: Fact, units: DistanceUnits): Record<string, unknown> {
  if (fact.unit === 'note') return showNote(fact);
  const { id, metric, label, subject, unit, quality, flags, n } = fact;
  const value = renderFact(fact, units);
  const range = renderRange(fact, units);
  return {
    id,
    metric,
    label,
    about: subject,
    value,
    // Elsewhere the value carries its unit, and a second one would be read as part of it.
    ...(unit === 'load' || unit === 'index' ? { unit } : {}),
    ...(range === null ? {} : { range }),
    quality,
    ...(flags.length > 0 ? { flags } : {}),
    ...(n === undefined ? {} : { runs: n }),
  };
}

/** Words of the athlete: never anything but a string, and never a value. */
export function showNote({ id, metric, words, arithmetic, flags }: Fact): Record<string, unknown> {
  return {
    id,
    metric,
    words_as_data: words ?? '',
    ...(arithmetic === undefined ? {} : { when: arithmetic }),
    ...(flags.length > 0 ? { flags } : {}),
  };
}

/** A title is what somebody typed or a device made up: shortened, on one line, and never anything but a string. */
function showRun({ activityId, kind, localDate, name }: RunRef): Record<string, unknown> {
  const title = name
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .replaceAll(/[{}]/g, '')
    .trim();
  return {
    activityId,
    date: localDate,
    kind,
    title_as_data: title.length > MAX_TITLE ? `${title.slice(0, MAX_TITLE - 1)}…` : title,
  };
}

/** As many as there is room for, from the first on. */
function fitting<T>(all: readonly T[], room: { bytes: number }): T[] {
  const taken: T[] = [];
  for (const one of all) {
    const bytes = Buffer.byteLength(JSON.stringify(one)) + 1;
    if (bytes > room.bytes) break;
    room.bytes -= bytes;
    taken.push(one);
  }
  return taken;
}
