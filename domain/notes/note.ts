import { z } from 'zod'
import { hasRole, type Actor } from '@/domain/permissions/actor'

/** Most characters of a note and of its answer. */
export const NOTE_TEXT_LIMIT = 1000

/** What a note is written on. */
export const NOTE_SUBJECTS = ['directive', 'task', 'report'] as const
/** One of `NOTE_SUBJECTS`. */
export type NoteSubject = (typeof NOTE_SUBJECTS)[number]

/** The text of a note or of an answer. */
export const noteTextSchema = z
  .string({ error: 'note.text_missing' })
  .trim()
  .min(1, { error: 'note.text_missing' })
  .max(NOTE_TEXT_LIMIT, { error: 'note.text_too_long' })

/** Who reads an answer, besides the rule of the note's own record. */
export type AnswerFacts = {
  answered: boolean
  handlerUnitId: string
  /** Units above the handler along its assignments, and the owner of a task that was handed down. */
  aboveUnitIds: readonly string[]
}

/** Unsigned it stays in the unit; signed, it is read by the office, leaders and discipline, by the unit, and by those above it. */
export function readsAnswer(actor: Actor, { answered, handlerUnitId, aboveUnitIds }: AnswerFacts): boolean {
  const seats = actor.grants.filter((grant) => grant.role === 'unit_head' || grant.role === 'liaison')
  if (!answered) return seats.some((grant) => grant.unitId === handlerUnitId)
  if (hasRole(actor, 'leader', 'office_head', 'officer', 'discipline')) return true
  return seats.some((grant) => [handlerUnitId, ...aboveUnitIds].some((id) => grant.reach.includes(id)))
}
