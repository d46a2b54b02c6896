import { z } from 'zod'
import { HISTORY_KINDS } from '@/server/tasks/task-history'

const query = z.object({
  act: z.string().optional().catch(undefined),
  part: z.uuid().optional().catch(undefined),
  text: z.enum(['received']).optional().catch(undefined),
  history: z.enum(HISTORY_KINDS).catch('all'),
  before: z.uuid().optional().catch(undefined),
})

/** What the address of a task's page asks for; what makes no sense there is as if it were not there. */
export const readTaskQuery = (params: Record<string, string | string[] | undefined>) => query.parse(params)
