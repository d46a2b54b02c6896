import { seeNoteAnswerAction } from './note-actions'
import { decideCompletionAction } from './tasks/closing-actions'
import { decideExtensionAction } from './tasks/[no]/extension/actions'

/** What is decided in place, on the overview and on the page of decisions. */
export const DECISION_ACTIONS = {
  decide: decideExtensionAction,
  complete: decideCompletionAction,
  see: seeNoteAnswerAction,
}
