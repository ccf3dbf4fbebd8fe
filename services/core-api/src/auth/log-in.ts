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
  const found = await findByEmail(deps.db, input.email);
  if (!found) {
    await deps.hashGate.pretend(input.password);
    throw wrongCredentials();
  }
  const { passwordHash: stored, ...athlete } = found;
  if (!(await deps.hashGate.verify(stored, input.password))) throw wrongCredentials();
  if (!deps.hashGate.needsRehash(stored))
    return { athlete, session: await openSession(deps.db, athlete.id, context.device) };
  const passwordHash = await deps.hashGate.hash(input.password);
  const session = await deps.db.$transaction(async (tx) => {
    await tx.credential.update({ where: { athleteId: athlete.id }, data: { passwordHash } });
    return openSession(tx, athlete.id, context.device);
  });
  return { athlete, session };
}

/** In one trip: the client would ask for the two rows one after the other. */
async function findByEmail(
  db: CoreDb,
  email: string,
): Promise<(Athlete & { passwordHash: string }) | undefined> {
  const rows = await db.$queryRaw<(Athlete & { passwordHash: string })[]>`
    SELECT a.*, c."passwordHash" FROM "Athlete" a JOIN "Credential" c ON c."athleteId" = a.id
    WHERE a.email = ${email}`;
  return rows[0];
}

function wrongCredentials(): AppError {
  return new AppError('wrong_credentials', 'E-mail address or password is wrong.');
}
