'use server'

import { redirect } from 'next/navigation'
import { breakDownTask, breakDownTaskSchema } from '@/server/tasks/break-down-task'
import { defineAction } from '@/server/web/define-action'

export const breakDownTaskAction = defineAction('break-down-task', breakDownTaskSchema, breakDownTask, {
  after: ({ taskNo, drafts, sent }) =>
    redirect(sent > 0 ? `/tasks/T${taskNo}` : `/tasks/T${taskNo}/breakdown?saved=${drafts}`),
})
