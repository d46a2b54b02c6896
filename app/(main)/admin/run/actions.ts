'use server'

import type { ActionState } from '@/domain/action-state'
import { askJobRun, askJobRunSchema } from '@/server/jobs/ask-job-run'
import { retryUnsureMails, retryUnsureMailsSchema } from '@/server/mail/unsure-mails'
import { defineAction } from '@/server/web/define-action'

const revalidate = ['/admin/run']
const runAsk = defineAction('ask-job-run', askJobRunSchema, askJobRun, { revalidate })
const runRetry = defineAction('retry-unsure-mails', retryUnsureMailsSchema, retryUnsureMails, { revalidate })

/** 立即运行. */
export async function askJobRunAction(before: ActionState<void>, form: FormData): Promise<ActionState<void>> {
  return runAsk(before, form)
}

type Retry = ActionState<{ count: number }>

/** 重新发送 what perhaps went already. */
export async function retryUnsureMailsAction(before: Retry, form: FormData): Promise<Retry> {
  return runRetry(before, form)
}
