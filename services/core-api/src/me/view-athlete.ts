import { Role, type AthleteView } from '@evensplit/contracts';
import type { Athlete } from '@evensplit/db';

export function viewAthlete(athlete: Athlete): AthleteView {
  return {
    id: athlete.id,
    email: athlete.email,
    displayName: athlete.displayName,
    timeZone: athlete.timeZone,
    units: athlete.units,
    birthYear: athlete.birthYear,
    sex: athlete.sex,
    maxHeartRate: athlete.maxHeartRate,
    restingHeartRate: athlete.restingHeartRate,
    roles: Role.options.filter((role) => athlete.roles.includes(role)),
    createdAt: athlete.createdAt.toISOString(),
  };
}
