import type { ConversationView } from '@evensplit/contracts';
import { Prisma, type CoachTx } from '@evensplit/db';
import { cutExcerpt } from './cut-excerpt.ts';

export type ListPlace = { updatedAt: Date; id: string };

type Row = ListPlace & {
  title: string;
  createdAt: Date;
  turns: number;
  turnId: string | null;
  question: string | null;
  answer: string | null;
};

export type FoundRow = ListPlace & { view: ConversationView };

/** What an answer reads like: links are their words, and nothing in a fact's id can be found. */
const spoken = Prisma.sql`regexp_replace(COALESCE(t.answer, ''), '\\[([^][]*)\\]\\([^()\\s]*\\)|[*][*]', '\\1', 'g')`;

/**
 * An athlete's conversations about some words, the one asked last first. Their own rows are few enough to be read
 * through: looking for plain strings needs no index, no language and no escaping of wildcards.
 */
export async function searchConversations(
  tx: Pick<CoachTx, '$queryRaw'>,
  athleteId: string,
  query: { words: string[]; after: ListPlace | null; limit: number },
): Promise<FoundRow[]> {
  const { words, after, limit } = query;
  // The markup of every answer is taken off only where the text as it is stored has what can span no markup.
  const likely = have(
    Prisma.sql`t.question || ' ' || COALESCE(t.answer, '')`,
    words.map(longestPlainPart),
  );
  const exact = have(Prisma.sql`t.question || ' ' || said.answer`, words);
  const older = after
    ? Prisma.sql`AND (c."updatedAt", c.id) < (${after.updatedAt}, ${after.id}::uuid)`
    : Prisma.empty;
  const rows = await tx.$queryRaw<Row[]>`
    SELECT c.id::text AS id, c.title, c."createdAt", c."updatedAt", hit.id::text AS "turnId", hit.question, hit.answer,
      (SELECT count(*)::int FROM "Turn" n WHERE n."conversationId" = c.id) AS turns
    FROM "Conversation" c
    LEFT JOIN LATERAL (
      SELECT t.id, t.question, said.answer
      FROM "Turn" t, LATERAL (SELECT ${spoken} AS answer) said
      WHERE t."conversationId" = c.id AND t."athleteId" = c."athleteId"
        AND CASE WHEN ${likely} THEN ${exact} ELSE false END
      ORDER BY t."createdAt" DESC, t.id DESC LIMIT 1
    ) hit ON true
    WHERE c."athleteId" = ${athleteId}::uuid AND (hit.id IS NOT NULL OR ${have(Prisma.sql`c.title`, words)}) ${older}
    ORDER BY c."updatedAt" DESC, c.id DESC
    LIMIT ${limit}`;
  return rows.map((row) => ({ id: row.id, updatedAt: row.updatedAt, view: viewFound(row, words) }));
}

function have(text: Prisma.Sql, words: string[]): Prisma.Sql {
  return Prisma.sql`NOT EXISTS (
    SELECT 1 FROM unnest(${words}::text[]) AS word WHERE strpos(lower(${text}), lower(word)) = 0)`;
}

function longestPlainPart(word: string): string {
  const parts = word.match(/[\p{L}\p{N}]+/gu) ?? [''];
  return parts.reduce((longest, part) => (part.length > longest.length ? part : longest));
}

function viewFound(row: Row, words: string[]): ConversationView {
  return {
    id: row.id,
    title: row.title,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    turns: row.turns,
    ...foundIn(row, words),
  };
}

function foundIn(
  { turnId, question, answer }: Row,
  words: string[],
): Pick<ConversationView, 'found'> {
  if (turnId === null || question === null) return {};
  const asked = question.toLowerCase();
  const notAsked = words.filter((word) => !asked.includes(word.toLowerCase()));
  if (notAsked.length === 0) {
    return { found: { turnId, where: 'question', excerpt: cutExcerpt(question, words) } };
  }
  return { found: { turnId, where: 'answer', excerpt: cutExcerpt(answer ?? '', notAsked) } };
}
