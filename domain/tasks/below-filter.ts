/**
 * What of those below is shown: all but the waived, those that a number of the roll-up counts, or those that want a hand.
 * `unreported`: acknowledged and never reported; `waiting`: a report waits for its review; `behind`: yellow or red.
 */
export const BELOW_FILTERS = [
  'all',
  'unacknowledged',
  'unreported',
  'behind',
  'waiting',
  'acknowledged',
  'reported',
  'completed',
  'waived',
] as const
/** One of `BELOW_FILTERS`. */
export type BelowFilter = (typeof BELOW_FILTERS)[number]
