import type { LogIn } from '@evensplit/contracts';
import type { Athlete, CoreDb } from '@evensplit/db';
import { AppError } from '@evensplit/platform/app-error';
import type { HashGate } from './hash-gate.ts';
import { openSession, type OpenSession } from './session-store.ts';

export type LogInDeps = { db: CoreDb; hashGate: HashGate };

/**
 * Checks a password and opens a session. `wrong_credentials` has one text and one duration for an unknown address and
 * for a wrong password; `login_busy` when too many hashes wait.
 */
export async function logIn(
  deps: LogInDeps,
  input: LogIn,
  context: { device: string },
): Promise<{ athlete: Athlete; session: OpenSession }> {
  const athlete = await deps.db.athlete.findUnique({
    where: { email: input.email },
    include: { credential: true },
  });
  const stored = athlete?.credential?.passwordHash;
  if (!athlete || !stored) {
    await deps.hashGate.pretend(input.password);
    throw wrongCredentials();
  }
  if (!(await deps.hashGate.verify(stored, input.password))) throw wrongCredentials();
  const passwordHash = deps.hashGate.needsRehash(stored)
    ? await deps.hashGate.hash(input.password)
    : null;
  const session = await deps.db.$transaction(async (tx) => {
    if (passwordHash)
      await tx.credential.update({ where: { athleteId: athlete.id }, data: { passwordHash } });
    return openSession(tx, athlete.id, context.device);
  });
  return { athlete, session };
}

function wrongCredentials(): AppError {
  return new AppError('wrong_credentials', 'E-mail address or password is wrong.');
}
