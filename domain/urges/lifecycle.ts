/** The statuses of an urge 催办 and of its slip (domain.md §3); literals equal the database's. */
export const URGE_STATUSES = ['sent', 'answered', 'lapsed', 'escalated'] as const
/** One of `URGE_STATUSES`. */
export type UrgeStatus = (typeof URGE_STATUSES)[number]

/**
 * The events of an urge. `answer`: the unit's head signed an answer · `settle`: what it asked for was done, or nothing is owed any
 * more (answered by deed) · `lapse`: the answer-by date passed · `escalate`: another was sent in its place, as a rule at the next level.
 */
export const URGE_EVENTS = ['answer', 'settle', 'lapse', 'escalate'] as const
/** One of `URGE_EVENTS`. */
export type UrgeEvent = (typeof URGE_EVENTS)[number]

/** Where each event leads; a missing cell is a refusal. A lapsed urge may still be answered, late, until another followed it. */
export const URGE_TABLE: { readonly [S in UrgeStatus]: Readonly<Partial<Record<UrgeEvent, UrgeStatus>>> } = {
  sent: { answer: 'answered', settle: 'answered', lapse: 'lapsed' },
  answered: {},
  lapsed: { answer: 'answered', settle: 'answered', escalate: 'escalated' },
  escalated: {},
}

/** The status after the event, or null for a refusal. */
export function nextUrgeStatus(status: UrgeStatus, event: UrgeEvent): UrgeStatus | null {
  return URGE_TABLE[status][event] ?? null
}

/** The levels of an urge 一级 二级 三级; after the third it stops: the leader in charge knows. */
export const URGE_LEVELS = [1, 2, 3] as const
/** One of `URGE_LEVELS`. */
export type UrgeLevel = (typeof URGE_LEVELS)[number]

/** The level above, or null after the third. */
export function nextLevel(level: number): UrgeLevel | null {
  return URGE_LEVELS.find((one) => one === level + 1) ?? null
}
