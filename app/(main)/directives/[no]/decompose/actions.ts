'use server'

import { redirect } from 'next/navigation'
import { approveTasks, approveTasksSchema } from '@/server/directives/workspace/approve-tasks'
import { readTypedDue, type TypedDue } from '@/server/directives/workspace/date-info'
import { declineTasks, declineTasksSchema } from '@/server/directives/workspace/decline-tasks'
import { editDecomposition, editDecompositionSchema } from '@/server/directives/workspace/edit-decomposition'
import { getDraftState } from '@/server/directives/workspace/get-workspace'
import { redoEdit, redoEditSchema } from '@/server/directives/workspace/redo-edit'
import {
  rerunDecomposition,
  rerunDecompositionSchema,
} from '@/server/directives/workspace/rerun-decomposition'
import { sendBackTasks, sendBackTasksSchema } from '@/server/directives/workspace/send-back-tasks'
import { submitTasks, submitTasksSchema } from '@/server/directives/workspace/submit-tasks'
import { undoEdit, undoEditSchema } from '@/server/directives/workspace/undo-edit'
import { dispatchDirective, dispatchFormSchema } from '@/server/tasks/dispatch-tasks'
import { findCtx } from '@/server/web/ctx'
import { defineAction } from '@/server/web/define-action'

// The workspace takes over what changed by itself: nothing is drawn again on the server for a pressed key.
const silent = { revalidate: [] }

export const editDecompositionAction = defineAction(
  'edit-decomposition',
  editDecompositionSchema,
  editDecomposition,
  silent,
)
export const undoEditAction = defineAction('undo-edit', undoEditSchema, undoEdit, silent)
export const redoEditAction = defineAction('redo-edit', redoEditSchema, redoEdit, silent)
export const rerunDecompositionAction = defineAction(
  'rerun-decomposition',
  rerunDecompositionSchema,
  rerunDecomposition,
  silent,
)
export const approveTasksAction = defineAction('approve-tasks', approveTasksSchema, approveTasks)
export const declineTasksAction = defineAction('decline-tasks', declineTasksSchema, declineTasks)

const toDirective = { after: ({ no }: { no: number }) => redirect(`/directives/D${no}`) }
export const submitTasksAction = defineAction('submit-tasks', submitTasksSchema, submitTasks, toDirective)
export const sendBackTasksAction = defineAction(
  'send-back-tasks',
  sendBackTasksSchema,
  sendBackTasks,
  toDirective,
)
export const dispatchDirectiveAction = defineAction(
  'dispatch-directive',
  dispatchFormSchema,
  dispatchDirective,
  toDirective,
)

/** The draft as it stands, for the browser after a conflict; null for whoever may not read it. */
export async function reloadDraftAction(directiveId: string) {
  const ctx = await findCtx()
  return ctx ? getDraftState(ctx, directiveId).catch(() => null) : null
}

/** What a typed due date means: nothing is written. */
export async function readDueAction(typed: string): Promise<TypedDue> {
  const ctx = await findCtx()
  return ctx ? readTypedDue(ctx, typed.slice(0, 100)) : { kind: 'error', code: 'common.signed_out' }
}
