import type { ConversationList, ConversationQuery, ConversationView } from '@evensplit/contracts';
import { withAthlete, type CoachDb, type CoachTx } from '@evensplit/db';
import { AppError } from '@evensplit/platform/app-error';
import { searchConversations, type FoundRow, type ListPlace } from './search-conversations.ts';

type Deps = { db: Pick<CoachDb, '$transaction'> };

/** One page of an athlete's conversations, the one asked last first; with words, of those which are about them. */
export async function listConversations(
  deps: Deps,
  athleteId: string,
  query: ConversationQuery,
): Promise<ConversationList> {
  const { cursor, limit } = query;
  const after = cursor === undefined ? null : parseListCursor(cursor);
  // Postgres text cannot hold NUL.
  const words = (query.q ?? '').replaceAll('\u0000', '').split(/\s+/).filter(Boolean);
  const rows = await withAthlete(deps.db, athleteId, (tx) =>
    words.length > 0
      ? searchConversations(tx, athleteId, { words, after, limit: limit + 1 })
      : readPage(tx, athleteId, { after, limit: limit + 1 }),
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    conversations: page.map(({ view }) => view),
    nextCursor: last && rows.length > limit ? listCursor(last) : null,
  };
}

async function readPage(
  tx: Pick<CoachTx, 'conversation'>,
  athleteId: string,
  { after, limit }: { after: ListPlace | null; limit: number },
): Promise<FoundRow[]> {
  const older = after && {
    OR: [
      { updatedAt: { lt: after.updatedAt } },
      { updatedAt: after.updatedAt, id: { lt: after.id } },
    ],
  };
  const rows = await tx.conversation.findMany({
    where: { AND: [{ athleteId }, older ?? {}] },
    include: { _count: { select: { turns: true } } },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    take: limit,
  });
  return rows.map((row) => ({
    id: row.id,
    updatedAt: row.updatedAt,
    view: viewConversation(row),
  }));
}

type ConversationRow = {
  id: string;
  title: string;
  createdAt: Date;
  updatedAt: Date;
  _count: { turns: number };
};

export function viewConversation(row: ConversationRow): ConversationView {
  return {
    id: row.id,
    title: row.title,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    turns: row._count.turns,
  };
}

/** Instant and id of the last row: stable while conversations move to the top. */
function listCursor(row: ListPlace): string {
  return Buffer.from(`${row.updatedAt.toISOString()}|${row.id}`).toString('base64url');
}

function parseListCursor(cursor: string): ListPlace {
  const [instant = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split('|');
  const updatedAt = new Date(instant);
  if (
    Number.isNaN(updatedAt.getTime()) ||
    !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
  ) {
    throw new AppError('invalid_cursor', 'This cursor is not one that the list gave out.');
  }
  return { updatedAt, id };
}
