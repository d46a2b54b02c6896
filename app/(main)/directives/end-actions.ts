import {
  archiveDirectiveAction,
  closeDirectiveAction,
  discardDirectiveAction,
  fileDirectiveAction,
} from './actions'

/** The action behind each way in which a directive ends. */
export const DIRECTIVE_END_ACTIONS = {
  file: fileDirectiveAction,
  discard: discardDirectiveAction,
  close: closeDirectiveAction,
  archive: archiveDirectiveAction,
} as const
