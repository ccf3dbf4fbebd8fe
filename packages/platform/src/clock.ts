/** The time of day, passed in so that a test can choose it. Leases use the database's clock instead. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();
