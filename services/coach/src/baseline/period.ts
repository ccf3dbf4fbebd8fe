/** A calendar week, month or year, counted back from the one that runs. */
export type Period = { unit: 'week' | 'month' | 'year'; back: number };
