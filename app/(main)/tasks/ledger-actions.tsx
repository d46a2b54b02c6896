'use server'

import type { ReactNode } from 'react'
import { z } from 'zod'
import { TaskPreview } from '@/components/tasks/ledger/task-preview'
import { idle } from '@/domain/action-state'
import { getTask } from '@/server/tasks/get-task'
import { listRefs, listRefsSchema } from '@/server/tasks/list-refs'
import { defineAction } from '@/server/web/define-action'

// Only read: the page that asks stays as it is.
const silent = { revalidate: [] }
const preview = defineAction(
  'read-task-preview',
  z.object({ no: z.number().int().positive().max(2_147_483_647) }),
  async (ctx, { no }) => ({ task: await getTask(ctx, no), today: ctx.today }),
  silent,
)

export const listRefsAction = defineAction('list-task-refs', listRefsSchema, listRefs, silent)

/** The task of this number as the drawer shows it, drawn here: its words and parts need not be sent along with every ledger. */
export async function previewTaskAction(no: number): Promise<ReactNode> {
  const answer = await preview(idle, { no })
  return answer.status === 'ok' ? <TaskPreview {...answer.result} /> : null
}
