'use server'

import { sendSharedReportBack, sendSharedReportBackSchema } from '@/server/reports/send-shared-report-back'
import { submitSharedReport, submitSharedReportSchema } from '@/server/reports/submit-shared-report'
import { defineAction } from '@/server/web/define-action'

export const submitReportAction = defineAction('submit-report', submitSharedReportSchema, submitSharedReport)
export const sendReportBackAction = defineAction(
  'send-report-back',
  sendSharedReportBackSchema,
  sendSharedReportBack,
)
