/** Every duration of the briefings, in milliseconds. Tests scale them down together. */
export const productBriefingTimings = {
  /** How often a replica looks for athletes whose briefing should be looked at again. */
  beat: 25_000,
  /** A briefing is looked at again after this long even if nothing is known to have changed. */
  fresh: 15 * 60_000,
  /** Briefings are kept ready for those who were here, or whose data changed, within this time. */
  active: 3 * 86_400_000,
  /** Shorter than the 14 s after which the queue runs the job of a killed worker again. */
  lease: 10_000,
  /** A model's whole try, as long as a turn: nobody waits for it, the baseline's words stand meanwhile. */
  draft: 120_000,
  /** Longer than any try and its end; what is still open then belongs to a process that is gone. */
  draftLease: 135_000,
  /** An order that waits for longer than this without a job gets one again. */
  lost: 60_000,
};

export type BriefingTimings = {
  readonly [Name in keyof typeof productBriefingTimings]: number;
};
