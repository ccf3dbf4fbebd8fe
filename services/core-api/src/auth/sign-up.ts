import type { SignUp, SignUpMode } from '@evensplit/contracts';
import type { Athlete, CoreDb, CoreTx } from '@evensplit/db';
import { Prisma } from '@evensplit/db';
import { AppError } from '@evensplit/platform/app-error';
import { createHash } from 'node:crypto';
import { audit } from '../audit.ts';
import type { HashGate } from './hash-gate.ts';
import { judgePassword } from './judge-password.ts';
import { openSession, type OpenSession } from './session-store.ts';

export type SignUpDeps = { db: CoreDb; hashGate: HashGate; demoEmail: string };
export type SignedUp = { athlete: Athlete; session: OpenSession };

/**
 * Creates an athlete, its credential and its first session in one transaction. The first account of an installation
 * becomes owner and needs no invite, whatever the mode; the demo athlete never does.
 * Errors: `weak_password`, `email_taken`, `signup_closed`, `invite_required`, `invite_invalid`.
 */
export async function signUp(
  deps: SignUpDeps,
  input: SignUp,
  context: { mode: SignUpMode; device: string },
): Promise<SignedUp> {
  judgePassword(input.password, [input.email, input.displayName]);
  const passwordHash = await deps.hashGate.hash(input.password);
  const demo = deps.demoEmail !== '' && input.email === deps.demoEmail;
  try {
    return await deps.db.$transaction(async (tx) => {
      const first = !demo && (await isFirstAccount(tx));
      const inviteId = first || demo ? null : await admit(tx, context.mode, input.inviteCode);
      const athlete = await tx.athlete.create({
        data: {
          email: input.email,
          displayName: input.displayName,
          timeZone: input.timeZone,
          units: input.units,
          roles: first ? ['athlete', 'owner'] : ['athlete'],
          demo,
          credential: { create: { passwordHash } },
        },
      });
      if (inviteId !== null) await useInvite(tx, inviteId, athlete.id);
      const session = await openSession(tx, athlete.id, context.device);
      // Last, because the chain's lock is held until the commit.
      await audit(tx, { actorId: athlete.id, action: 'auth.signed_up', details: { owner: first } });
      return { athlete, session };
    });
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')
      throw new AppError('email_taken', 'There is already an account with this e-mail address.', {
        cause: error,
      });
    throw error;
  }
}

/** Serialised by a lock: two people signing up at once on a fresh installation make one owner, not two. */
async function isFirstAccount(tx: CoreTx): Promise<boolean> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('first-account', 0))`;
  return (await tx.athlete.count({ where: { demo: false } })) === 0;
}

async function admit(
  tx: CoreTx,
  mode: SignUpMode,
  code: string | undefined,
): Promise<string | null> {
  if (mode === 'closed')
    throw new AppError('signup_closed', 'Sign-up is closed on this installation.');
  if (!code) {
    if (mode === 'invite')
      throw new AppError('invite_required', 'Sign-up needs an invite code here.');
    return null;
  }
  const codeHash = inviteHash(code);
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM "Invite" WHERE "codeHash" = ${codeHash}
      AND "usedAt" IS NULL AND "revokedAt" IS NULL AND "expiresAt" > now() FOR UPDATE`;
  if (rows[0]) return rows[0].id;
  if (mode === 'open') return null;
  throw new AppError(
    'invite_invalid',
    'This invite code is unknown, used or expired: ask for a new one.',
  );
}

async function useInvite(tx: CoreTx, inviteId: string, athleteId: string): Promise<void> {
  await tx.invite.update({
    where: { id: inviteId },
    data: { usedAt: new Date(), usedById: athleteId },
  });
}

/** Codes are read out and typed: case and dashes do not matter. */
export function inviteHash(code: string): Uint8Array<ArrayBuffer> {
  const plain = code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
  return new Uint8Array(createHash('sha256').update(plain).digest());
}
