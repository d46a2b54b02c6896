'use server'

import type { ActionState } from '@/domain/action-state'
import { verifyAuditLog, verifyAuditLogSchema } from '@/server/audit/verify-audit-log'
import { defineAction } from '@/server/web/define-action'

const verify = defineAction('verify-audit-log', verifyAuditLogSchema, verifyAuditLog, {
  revalidate: ['/audit'],
})

export async function verifyAuditLogAction(
  state: ActionState<Awaited<ReturnType<typeof verifyAuditLog>>>,
  payload: FormData,
) {
  return verify(state, payload)
}
