/** Exact race distances in metres. */
export const MILE_M = 1609.344;
export const HALF_MARATHON_M = 21_097.5;
export const MARATHON_M = 42_195;
