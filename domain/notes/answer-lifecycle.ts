/**
 * The statuses of the answer to a leader's note 批示答复; literals equal the database's. Before a draft there is none. `released`: the unit
 * no longer carries the task out, nothing is owed (also where nobody had begun).
 */
export const NOTE_ANSWER_STATUSES = ['draft', 'awaiting_signoff', 'answered', 'released'] as const
/** One of `NOTE_ANSWER_STATUSES`. */
export type NoteAnswerStatus = (typeof NOTE_ANSWER_STATUSES)[number]

/** The events of an answer; `sign` from the draft is the head's own. */
export const NOTE_ANSWER_EVENTS = ['send_for_signoff', 'send_back', 'sign', 'release'] as const
/** One of `NOTE_ANSWER_EVENTS`. */
export type NoteAnswerEvent = (typeof NOTE_ANSWER_EVENTS)[number]

/** Where each event leads; a missing cell is a refusal. A signed answer is never edited, one that was released never taken up again. */
export const NOTE_ANSWER_TABLE: {
  readonly [S in NoteAnswerStatus]: Readonly<Partial<Record<NoteAnswerEvent, NoteAnswerStatus>>>
} = {
  draft: { send_for_signoff: 'awaiting_signoff', sign: 'answered', release: 'released' },
  awaiting_signoff: { send_back: 'draft', sign: 'answered', release: 'released' },
  answered: {},
  released: {},
}

/** The status after the event, or null for a refusal. */
export function nextNoteAnswerStatus(
  status: NoteAnswerStatus,
  event: NoteAnswerEvent,
): NoteAnswerStatus | null {
  return NOTE_ANSWER_TABLE[status][event] ?? null
}
