'use server'

import { reassignTasks, reassignTasksSchema } from '@/server/tasks/reassign-tasks'
import { defineAction } from '@/server/web/define-action'

export const reassignTasksAction = defineAction('reassign-tasks', reassignTasksSchema, reassignTasks)
