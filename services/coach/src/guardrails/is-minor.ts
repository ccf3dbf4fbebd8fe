import { screenData } from '@evensplit/training';

/**
 * Under eighteen by the year of birth, which is all that a profile holds: until the end of the year of the eighteenth
 * birthday it may be so, and a guardrail takes the careful side. An unknown year says nothing.
 */
export function isMinor(birthYear: number | null, now: Date): boolean {
  if (birthYear === null) return false;
  const ageYears = Math.max(0, now.getUTCFullYear() - birthYear - 1);
  return screenData({ ageYears }).some(({ trigger }) => trigger === 'minor');
}
