import { askExportAction } from '../exports/actions'
import { acknowledgeAssignmentsAction } from './actions'
import { archiveTasksAction, strikeOffTasksAction } from './closing-actions'
import { listRefsAction, previewTaskAction } from './ledger-actions'
import { changeViewAction, removeViewAction, saveViewAction } from './view-actions'

/** What the ledger does and asks: to several rows at once, of all that match, of one task, to kept views. */
export const LEDGER_DOORS = {
  batch: {
    acknowledge: acknowledgeAssignmentsAction,
    strikeOff: strikeOffTasksAction,
    archive: archiveTasksAction,
  },
  listRefs: listRefsAction,
  take: askExportAction,
  preview: previewTaskAction,
  views: { save: saveViewAction, change: changeViewAction, remove: removeViewAction },
}
