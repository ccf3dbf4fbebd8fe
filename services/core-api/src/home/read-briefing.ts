import { Fact, Writer, type HomeView } from '@evensplit/contracts';
import type { CoreDb } from '@evensplit/db';
import { z } from 'zod';
import { markersIn } from './markers.ts';

/** Coach looks at a briefing again every 15 minutes; one that nobody has looked at for this long may be wrong by now. */
const MOST_AGE_MS = 60 * 60_000;

const Stored = z.object({ text: z.string(), writer: Writer, facts: z.array(Fact) });

export type ShownBriefing = { view: NonNullable<HomeView['briefing']>; facts: Fact[] };

/**
 * What the coach left for this day, or null: nothing is computed and nobody is asked. A row that another release wrote
 * in a shape this one does not know counts as none, and so does a sentence whose number would be missing.
 */
export async function readBriefing(
  db: Pick<CoreDb, 'briefing'>,
  athleteId: string,
  day: string,
  now: Date,
): Promise<ShownBriefing | null> {
  const row = await db.briefing.findFirst({
    where: {
      athleteId,
      localDate: new Date(day),
      text: { not: null },
      checkedAt: { gt: new Date(now.getTime() - MOST_AGE_MS) },
    },
  });
  const stored = Stored.safeParse(row);
  if (!row?.writtenAt || !stored.success) return null;
  const { text, writer, facts } = stored.data;
  const known = new Set(facts.map(({ id }) => id));
  if (!markersIn(text).every((id) => known.has(id))) return null;
  return { view: { text, writer, writtenAt: row.writtenAt.toISOString() }, facts };
}
