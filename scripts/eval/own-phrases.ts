/** What stands before an answer, whoever writes it: to somebody who is not of age. */
export const REMARK_PHRASES: readonly RegExp[] = [/\bunder eighteen\b/gi];

/**
 * What the baseline says to everybody: the spans it looks at, the zones and distances it names, the explanations of a
 * metric. Their numbers are part of the product, not of an athlete, and are told only by the baseline.
 */
export const OWN_PHRASES: readonly RegExp[] = [
  /\b(?:last|past|first|complete|in|over|than|of the|about) (?:three|four|six|seven|twelve) (?:complete )?(?:weeks?|months?|days?)\b/gi,
  /\bthe four (?:weeks )?before\b/gi,
  /\bof the last seven\b/gi,
  /\bthe last seven\b/gi,
  /\bzone (?:one|two|three|four|five)\b/gi,
  /\b(?:four hundred|eight hundred|fifteen hundred) metres\b/gi,
  /\b(?:three|five|ten|fifteen|twenty|thirty|fifty|hundred) (?:kilometres|miles)\b/gi,
  /\bthree similar ones\b/gi,
  /\brepeats of three to five minutes\b/gi,
  /\bworth about a hundred\b/gi,
  /\bthree are needed\b/gi,
  /\beight days of history\b/gi,
  /\b1500 m or more in the last 26 weeks\b/gi,
];
