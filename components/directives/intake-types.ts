import type { ActionState } from '@/domain/action-state'
import type { IntakeProposal } from '@/server/directives/propose-metadata'
import type { ReadUpload } from '@/server/directives/read-upload'

/** What the page hands to the intake form: the two actions, already bound. */
export type IntakeActions = {
  propose: (state: ActionState<IntakeProposal>, payload: object) => Promise<ActionState<IntakeProposal>>
  takeIn: (
    state: ActionState<{ id: string; no: number }>,
    payload: object,
  ) => Promise<ActionState<{ id: string; no: number }>>
}

/** The upload that the text was read from, without the text itself. */
export type IntakeFile = Omit<ReadUpload, 'text'>

/** A text with the proposal that was made for exactly this text. */
export type Recognised = { text: string; file: IntakeFile | null; proposal: IntakeProposal }
