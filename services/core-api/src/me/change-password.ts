import type { CoreDb } from '@evensplit/db';
import type { Actor } from '@evensplit/platform/auth/actor';
import { AppError } from '@evensplit/platform/app-error';
import { audit } from '../audit.ts';
import type { HashGate } from '../auth/hash-gate.ts';
import { judgePassword } from '../auth/judge-password.ts';
import { endOtherSessions } from '../auth/session-store.ts';

/**
 * The current password proves who asks (the step-up rule); every other session ends with the old password.
 * Errors: `wrong_credentials`, `weak_password`.
 */
export async function changePassword(
  deps: { db: CoreDb; hashGate: HashGate },
  actor: Actor,
  input: { currentPassword: string; newPassword: string },
): Promise<void> {
  const athlete = await deps.db.athlete.findUniqueOrThrow({
    where: { id: actor.athleteId },
    include: { credential: true },
  });
  const stored = athlete.credential?.passwordHash ?? '';
  if (!stored || !(await deps.hashGate.verify(stored, input.currentPassword)))
    throw new AppError('wrong_credentials', 'The current password is wrong.');
  judgePassword(input.newPassword, [athlete.email, athlete.displayName]);
  const passwordHash = await deps.hashGate.hash(input.newPassword);
  await deps.db.$transaction(async (tx) => {
    await tx.credential.update({
      where: { athleteId: athlete.id },
      data: { passwordHash, changedAt: new Date() },
    });
    await endOtherSessions(tx, athlete.id, actor.sessionId, 'password_changed');
    await audit(tx, { actorId: athlete.id, action: 'auth.password_changed' });
  });
}
