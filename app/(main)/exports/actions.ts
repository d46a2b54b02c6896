'use server'

import { askExport, askExportSchema } from '@/server/exports/ask-export'
import { defineAction } from '@/server/web/define-action'

/** 导出 of a list: at once, or by a job. */
export const askExportAction = defineAction('ask-export', askExportSchema, askExport, {
  revalidate: ['/exports'],
})
