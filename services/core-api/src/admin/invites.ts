import { randomInt } from 'node:crypto';
import type { InviteView } from '@evensplit/contracts';
import type { CoreDb, Invite } from '@evensplit/db';
import type { Actor } from '@evensplit/platform/auth/actor';
import { AppError } from '@evensplit/platform/app-error';
import { audit } from '../audit.ts';
import { inviteHash } from '../auth/sign-up.ts';

/** Without the letters and digits that people mix up when they read a code to each other. */
const alphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** Twelve characters of 31: 59 bits, behind a rate limit, in groups of four. */
function newCode(): string {
  const letters = Array.from({ length: 12 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return letters.replaceAll(/(.{4})(?=.)/g, '$1-');
}

export async function createInvite(
  deps: { db: CoreDb; clock: () => Date },
  actor: Actor,
  input: { note: string; expiresInDays: number },
): Promise<{ id: string; code: string; expiresAt: string }> {
  const code = newCode();
  const expiresAt = new Date(deps.clock().getTime() + input.expiresInDays * 86_400_000);
  const invite = await deps.db.$transaction(async (tx) => {
    const row = await tx.invite.create({
      data: {
        codeHash: inviteHash(code),
        note: input.note,
        createdById: actor.athleteId,
        expiresAt,
      },
    });
    await audit(tx, {
      actorId: actor.athleteId,
      action: 'invite.created',
      details: { inviteId: row.id },
    });
    return row;
  });
  return { id: invite.id, code, expiresAt: expiresAt.toISOString() };
}

export async function listInvites(db: CoreDb, now: Date): Promise<InviteView[]> {
  const rows = await db.invite.findMany({ orderBy: { createdAt: 'desc' }, take: 200 });
  return rows.map((row) => ({
    id: row.id,
    note: row.note,
    state: stateOf(row, now),
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  }));
}

export async function revokeInvite(db: CoreDb, actor: Actor, id: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.invite.updateMany({
      where: { id, usedAt: null, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    if (count === 0) throw new AppError('not_found', 'There is no open invite of that id.');
    await audit(tx, {
      actorId: actor.athleteId,
      action: 'invite.revoked',
      details: { inviteId: id },
    });
  });
}

function stateOf(row: Invite, now: Date): InviteView['state'] {
  if (row.revokedAt) return 'revoked';
  if (row.usedAt) return 'used';
  return row.expiresAt < now ? 'expired' : 'open';
}
