/** The race distance that a question names, in metres. */
export function askedDistance(text: string): number | undefined {
  if (/\bhalf\b|\b21([.,]1)? ?k/.test(text)) return 21_097.5;
  if (/\bmarathon\b|\b42([.,]2)? ?k/.test(text)) return 42_195;
  if (/\b(10 ?ks?|10 ?kms?|10[.,]?000|ten ?k|10 kilomet\w+|ten kilomet\w+)\b/.test(text))
    return 10_000;
  if (/\b(5 ?ks?|5 ?kms?|5[.,]?000|five ?k|5 kilomet\w+|five kilomet\w+|parkrun)\b/.test(text))
    return 5000;
  if (/\b(1 )?mile\b/.test(text)) return 1609.344;
  if (/\b(1 ?k|1 ?km|one ?k|kilomet(re|er))\b/.test(text)) return 1000;
  if (/\b(3 ?k|3 ?km|three ?k)\b/.test(text)) return 3000;
  if (/\b400 ?m?\b/.test(text)) return 400;
  if (/\b(15 ?k|15 ?km)\b/.test(text)) return 15_000;
  return undefined;
}
