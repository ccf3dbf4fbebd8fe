import type { ConversationList, ConversationView } from '@evensplit/contracts';
import type { CoachDb, Prisma } from '@evensplit/db';
import { AppError } from '@evensplit/platform/app-error';

type Deps = { db: Pick<CoachDb, 'conversation'> };

/** One page of an athlete's conversations, the one asked last first. */
export async function listConversations(
  { db }: Deps,
  athleteId: string,
  query: { cursor?: string | undefined; limit: number },
): Promise<ConversationList> {
  const after = query.cursor === undefined ? {} : parseListCursor(query.cursor);
  const rows = await db.conversation.findMany({
    where: { AND: [{ athleteId }, after] },
    include: { _count: { select: { turns: true } } },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    take: query.limit + 1,
  });
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    conversations: page.map(viewConversation),
    nextCursor: last && rows.length > query.limit ? listCursor(last) : null,
  };
}

export type ConversationRow = {
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
function listCursor(row: { updatedAt: Date; id: string }): string {
  return Buffer.from(`${row.updatedAt.toISOString()}|${row.id}`).toString('base64url');
}

function parseListCursor(cursor: string): Prisma.ConversationWhereInput {
  const [instant = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split('|');
  const updatedAt = new Date(instant);
  if (Number.isNaN(updatedAt.getTime()) || !/^[0-9a-f-]{36}$/.test(id)) {
    throw new AppError('invalid_cursor', 'This cursor is not one that the list gave out.');
  }
  return { OR: [{ updatedAt: { lt: updatedAt } }, { updatedAt, id: { lt: id } }] };
}
