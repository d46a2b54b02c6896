'use server'

import { redirect } from 'next/navigation'
import { dispatchBreakdown, dispatchBreakdownSchema } from '@/server/tasks/breakdown/dispatch-breakdown'
import { editBreakdown, editBreakdownSchema } from '@/server/tasks/breakdown/edit-breakdown'
import { getBreakdownState } from '@/server/tasks/breakdown/get-breakdown'
import {
  redoBreakdown,
  restoreBreakdownSchema,
  undoBreakdown,
} from '@/server/tasks/breakdown/restore-breakdown'
import { findCtx } from '@/server/web/ctx'
import { defineAction } from '@/server/web/define-action'

// The workspace takes over what changed by itself: nothing is drawn again on the server for a pressed key.
const silent = { revalidate: [] }

export const editBreakdownAction = defineAction('edit-breakdown', editBreakdownSchema, editBreakdown, silent)
export const undoBreakdownAction = defineAction(
  'undo-breakdown',
  restoreBreakdownSchema,
  undoBreakdown,
  silent,
)
export const redoBreakdownAction = defineAction(
  'redo-breakdown',
  restoreBreakdownSchema,
  redoBreakdown,
  silent,
)
export const dispatchBreakdownAction = defineAction(
  'dispatch-breakdown',
  dispatchBreakdownSchema,
  dispatchBreakdown,
  { after: ({ taskNo }) => redirect(`/tasks/T${taskNo}`) },
)

/** The draft as it stands, for the browser after a conflict; null for whoever may not read it. */
export async function reloadBreakdownAction(no: string) {
  const ctx = await findCtx()
  return ctx ? getBreakdownState(ctx, Number(no)).catch(() => null) : null
}
