import type {
  InjuryStatus,
  LifeEvent,
  MemoryKind,
  MemoryView,
  TrainingPhase,
} from '@evensplit/contracts';
import { formatCivilDate, formatInstant } from '../ui/format.ts';

/** In this order on the page: what weighs most on training first. */
export const groupTitles: Record<MemoryKind, string> = {
  injury: 'Injuries',
  event: 'Going on in your life',
  phase: 'Training phase',
  preference: 'Preferences',
};

export const kindWords: Record<MemoryKind, string> = {
  injury: 'Injury',
  event: 'Something going on',
  phase: 'Training phase',
  preference: 'Preference',
};

export const phaseWords: Record<TrainingPhase, string> = {
  base: 'Base',
  build: 'Build',
  peak: 'Peak',
  taper: 'Taper',
  recovery: 'Recovery',
  off_season: 'Off season',
};

export const eventWords: Record<LifeEvent, string> = {
  illness: 'Illness',
  travel: 'Travel',
  stress: 'Stress',
  holiday: 'Holiday',
  altitude: 'Altitude',
  heat: 'Heat',
  other: 'Something else',
};

export const statusWords: Record<InjuryStatus, string> = {
  active: 'It bothers me now',
  recovering: 'Getting better',
  over: 'Over',
};

/** What an entry is called: the body part, the phase, the event; a preference has its words alone. */
export function topicWords({ kind, topic }: Pick<MemoryView, 'kind' | 'topic'>): string | null {
  if (topic === null) return null;
  const known: Record<string, string> =
    kind === 'phase' ? phaseWords : kind === 'event' ? eventWords : {};
  return known[topic] ?? topic.charAt(0).toUpperCase() + topic.slice(1);
}

type Dated = Pick<MemoryView, 'since' | 'until'>;

/** "since 12 Nov", "until 30 Nov 2027", "12 Nov to 30 Nov": the year where it is not this one. */
export function dateWords({ since, until }: Dated, today: string): string | null {
  const name = (day: string) =>
    formatCivilDate(day, {
      day: 'numeric',
      month: 'short',
      ...(day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' }),
    });
  if (since !== null && until !== null) {
    return since === until ? `on ${name(since)}` : `${name(since)} to ${name(until)}`;
  }
  if (since !== null) return since > today ? `from ${name(since)}` : `since ${name(since)}`;
  return until === null ? null : `until ${name(until)}`;
}

/** Under an entry: how it stands and when. */
export function standing(
  memory: Pick<MemoryView, 'status' | 'state' | 'since' | 'until'>,
  today: string,
): string {
  const state =
    memory.state === 'over'
      ? 'Over'
      : memory.state === 'to_come'
        ? 'To come'
        : memory.status === 'recovering'
          ? statusWords.recovering
          : null;
  return [state, dateWords(memory, today)].filter(Boolean).join(' · ');
}

/** Where it came from, on which day. */
export function sourceWords(
  { source, createdAt }: Pick<MemoryView, 'source' | 'createdAt'>,
  timeZone: string,
): string {
  const day = formatInstant(createdAt, timeZone, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  if (source.from === 'typed') return `Written by you on ${day}`;
  return source.conversationId === null
    ? `Confirmed on ${day}, in a conversation that you deleted`
    : `Confirmed on ${day}, in`;
}
