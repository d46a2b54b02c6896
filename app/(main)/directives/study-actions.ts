'use server'

import { confirmReading, confirmReadingSchema } from '@/server/study/confirm-reading'
import { nameReaders, nameReadersSchema } from '@/server/study/name-readers'
import { recordStudy, recordStudySchema } from '@/server/study/record-study'
import { requireStudy, requireStudySchema } from '@/server/study/require-study'
import { defineAction } from '@/server/web/define-action'

export const requireStudyAction = defineAction('require-study', requireStudySchema, requireStudy)
export const nameReadersAction = defineAction('name-readers', nameReadersSchema, nameReaders)
export const confirmReadingAction = defineAction('confirm-reading', confirmReadingSchema, confirmReading)
export const recordStudyAction = defineAction('record-study', recordStudySchema, recordStudy)
