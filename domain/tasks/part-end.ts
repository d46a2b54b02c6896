/**
 * How a part of a task ends: its completion is accepted, nothing more is asked, another unit takes over, it becomes one with another
 * part as units are merged or split, the task is terminated.
 */
export const PART_ENDS = ['accepted', 'waived', 'replaced', 'merged', 'terminated'] as const
/** One of `PART_ENDS`; literals equal the database's. */
export type PartEnd = (typeof PART_ENDS)[number]

/**
 * Whether a leader's question to the unit ends with its part. A question outlives a completion: the unit still reads the task and
 * answers; and a merger: its successor works on the task and answers. Where the part was taken from the unit, or the task is no longer
 * pursued, nobody would answer it any more.
 */
export function endsNoteAnswer(end: PartEnd): boolean {
  return end !== 'accepted' && end !== 'merged'
}
