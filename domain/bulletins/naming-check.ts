import type { LocalDate } from '@/domain/calendar/local-date'

/** How a naming stands: to be told, told with other words than it now has, awaiting an answer, answered, past its day, or let pass with a reason. */
export const NAMING_STATES = ['untold', 'changed', 'awaiting', 'answered', 'lapsed', 'waived'] as const
/** One of `NAMING_STATES`. */
export type NamingState = (typeof NAMING_STATES)[number]

/** What is kept of a unit that is named. */
export type NamingFacts = {
  passage: string
  toldPassage: string | null
  answerByOn: LocalDate | null
  answered: boolean
  waived: boolean
}

/** Working days that a unit has for its answer. */
export const NAMING_ANSWER_DAYS = 2

/** The state of a naming on a day. A passage that was reworded after the unit was told asks for telling it again. */
export function namingStateOf(facts: NamingFacts, today: LocalDate): NamingState {
  if (facts.waived) return 'waived'
  if (facts.toldPassage === null) return 'untold'
  if (facts.toldPassage !== facts.passage) return 'changed'
  if (facts.answered) return 'answered'
  return facts.answerByOn !== null && today > facts.answerByOn ? 'lapsed' : 'awaiting'
}

/** Nothing more is owed to or by the unit: publishing does not wait for it. */
export function isSettled(state: NamingState): boolean {
  return state === 'answered' || state === 'lapsed' || state === 'waived'
}

/** The unit is still to be told: the button counts these. */
export function isToTell(state: NamingState): boolean {
  return state === 'untold' || state === 'changed'
}
