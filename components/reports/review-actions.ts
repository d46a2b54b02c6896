import type { ActionState } from '@/domain/action-state'

export type ReviewResult = { taskNo: number; seq: number; verifiedProgress: number | null }
export type ReviewAction = (
  state: ActionState<ReviewResult>,
  payload: FormData,
) => Promise<ActionState<ReviewResult>>

/** An act called by script with plain fields and a key of its own. */
type Act = (state: unknown, payload: object) => Promise<ActionState<{ taskNo: number }>>

export type ReviewActions = {
  decide: ReviewAction
  /** Takes the own decision back. */
  correct: Act
  snooze: Act
  handOver: Act
  /** Brings what was put off or handed over back into the queue. */
  takeBack: Act
}

/** Going on to the next report is how success looks. */
export function isRedirect(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'digest' in error &&
    String(error.digest).startsWith('NEXT_REDIRECT')
  )
}
