'use server'

import { handDownTask, handDownTaskSchema } from '@/server/tasks/hand-down-task'
import { defineAction } from '@/server/web/define-action'
import { redirectToTask } from '../../redirect-to-task'

export const handDownTaskAction = defineAction('hand-down-task', handDownTaskSchema, handDownTask, {
  after: redirectToTask,
})
