'use server'

import { redirect } from 'next/navigation'
import { decideExtension, decideExtensionSchema } from '@/server/extensions/decide-extension'
import {
  discardExtensionDraft,
  discardExtensionDraftSchema,
} from '@/server/extensions/discard-extension-draft'
import { fileExtension, fileExtensionSchema } from '@/server/extensions/file-extension'
import { readNewDate, readNewDateSchema } from '@/server/extensions/read-new-date'
import { withdrawExtension, withdrawExtensionSchema } from '@/server/extensions/withdraw-extension'
import { defineAction } from '@/server/web/define-action'

const toExtensions = ({ taskNo }: { taskNo: number }) => redirect(`/tasks/T${taskNo}#extensions`)

export const fileExtensionAction = defineAction('file-extension', fileExtensionSchema, fileExtension, {
  after: (filed) => (filed.how === 'saved' ? undefined : toExtensions(filed)),
})
export const readNewDateAction = defineAction('read-new-date', readNewDateSchema, readNewDate, {
  revalidate: [],
})
export const decideExtensionAction = defineAction('decide-extension', decideExtensionSchema, decideExtension)
export const withdrawExtensionAction = defineAction(
  'withdraw-extension',
  withdrawExtensionSchema,
  withdrawExtension,
)
export const discardExtensionDraftAction = defineAction(
  'discard-extension-draft',
  discardExtensionDraftSchema,
  discardExtensionDraft,
  { after: toExtensions },
)
