'use server'

import type { ActionState } from '@/domain/action-state'
import { askJobRun, askJobRunSchema } from '@/server/jobs/ask-job-run'
import { defineAction } from '@/server/web/define-action'

const runAsk = defineAction('ask-job-run', askJobRunSchema, askJobRun, { revalidate: ['/admin/run'] })

/** 立即运行. */
export async function askJobRunAction(before: ActionState<void>, form: FormData): Promise<ActionState<void>> {
  return runAsk(before, form)
}
