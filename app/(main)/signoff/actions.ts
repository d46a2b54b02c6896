'use server'

import { sendReportBack, sendReportBackSchema } from '@/server/reports/send-report-back'
import { submitReport, submitReportSchema } from '@/server/reports/submit-report'
import { defineAction } from '@/server/web/define-action'

export const submitReportAction = defineAction('submit-report', submitReportSchema, submitReport)
export const sendReportBackAction = defineAction('send-report-back', sendReportBackSchema, sendReportBack)
