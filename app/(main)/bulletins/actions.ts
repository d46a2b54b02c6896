'use server'

import { redirect } from 'next/navigation'
import { addTasksToBulletin, addTasksToBulletinSchema } from '@/server/bulletins/add-tasks-to-bulletin'
import { answerNaming, answerNamingSchema } from '@/server/bulletins/answer-naming'
import {
  draftBulletin,
  draftBulletinSchema,
  draftSpecialReport,
  draftSpecialReportSchema,
} from '@/server/bulletins/draft-bulletin'
import { freezeBulletin, freezeBulletinSchema } from '@/server/bulletins/freeze-bulletin'
import { refreshBulletin, refreshBulletinSchema } from '@/server/bulletins/refresh-bulletin'
import { saveBulletin, saveBulletinSchema } from '@/server/bulletins/save-bulletin'
import { settleRemark, settleRemarkSchema } from '@/server/bulletins/settle-remark'
import { stepBulletin, stepBulletinSchema } from '@/server/bulletins/step-bulletin'
import { tellUnits, tellUnitsSchema } from '@/server/bulletins/tell-units'
import { unfreezeBulletin, unfreezeBulletinSchema } from '@/server/bulletins/unfreeze-bulletin'
import { waiveNaming, waiveNamingSchema } from '@/server/bulletins/waive-naming'
import { writeRemark, writeRemarkSchema } from '@/server/bulletins/write-remark'
import { defineAction } from '@/server/web/define-action'

const toBulletin = { after: ({ no }: { no: number }) => redirect(`/bulletins/B${no}`) }

export const draftBulletinAction = defineAction(
  'create-bulletin',
  draftBulletinSchema,
  draftBulletin,
  toBulletin,
)
export const draftSpecialReportAction = defineAction(
  'create-special-report',
  draftSpecialReportSchema,
  draftSpecialReport,
  toBulletin,
)
export const saveBulletinAction = defineAction('save-bulletin', saveBulletinSchema, saveBulletin)
export const refreshBulletinAction = defineAction('refresh-bulletin', refreshBulletinSchema, refreshBulletin)
export const freezeBulletinAction = defineAction('freeze-bulletin', freezeBulletinSchema, freezeBulletin)
export const unfreezeBulletinAction = defineAction(
  'unfreeze-bulletin',
  unfreezeBulletinSchema,
  unfreezeBulletin,
)
export const stepBulletinAction = defineAction('step-bulletin', stepBulletinSchema, stepBulletin, toBulletin)
export const tellUnitsAction = defineAction('tell-units', tellUnitsSchema, tellUnits)
export const answerNamingAction = defineAction('answer-naming', answerNamingSchema, answerNaming)
export const waiveNamingAction = defineAction('waive-naming', waiveNamingSchema, waiveNaming)
export const writeRemarkAction = defineAction('write-remark', writeRemarkSchema, writeRemark)
export const settleRemarkAction = defineAction('settle-remark', settleRemarkSchema, settleRemark)
export const addTasksToBulletinAction = defineAction(
  'add-tasks-to-bulletin',
  addTasksToBulletinSchema,
  addTasksToBulletin,
  toBulletin,
)
