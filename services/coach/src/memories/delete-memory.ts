import { withAthlete, type CoachDb } from '@evensplit/db';
import { AppError } from '@evensplit/platform/app-error';

export async function deleteMemory(
  { db }: { db: Pick<CoachDb, '$transaction'> },
  athleteId: string,
  id: string,
): Promise<void> {
  const { count } = await withAthlete(db, athleteId, (tx) =>
    tx.memory.deleteMany({ where: { id, athleteId } }),
  );
  if (count === 0) throw new AppError('not_found', 'There is no such memory.');
}
