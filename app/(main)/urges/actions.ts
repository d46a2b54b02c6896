'use server'

import { redirect } from 'next/navigation'
import type { ActionState } from '@/domain/action-state'
import { draftAnswer, draftAnswerSchema } from '@/server/urges/draft-answer'
import { escalateUrges, escalateUrgesSchema } from '@/server/urges/escalate-urges'
import { sendUrges, sendUrgesSchema, type SentUrges } from '@/server/urges/send-urges'
import { signAnswer, signAnswerSchema } from '@/server/urges/sign-answer'
import { defineAction } from '@/server/web/define-action'

type OnSlip = ActionState<{ slipNo: number }>
const toSlip = { after: ({ slipNo }: { slipNo: number }) => redirect(`/urges/${slipNo}`) }
const send = defineAction('send-urges', sendUrgesSchema, sendUrges)
const draft = defineAction('draft-answer', draftAnswerSchema, draftAnswer, toSlip)
const sign = defineAction('sign-answer', signAnswerSchema, signAnswer, toSlip)
const escalate = defineAction('escalate-urges', escalateUrgesSchema, escalateUrges, toSlip)

export async function sendUrgesAction(state: ActionState<SentUrges>, payload: FormData) {
  return send(state, payload)
}
export async function draftAnswerAction(state: OnSlip, payload: FormData): Promise<OnSlip> {
  return draft(state, payload)
}
export async function signAnswerAction(state: OnSlip, payload: FormData): Promise<OnSlip> {
  return sign(state, payload)
}
export async function escalateUrgesAction(state: OnSlip, payload: FormData): Promise<OnSlip> {
  return escalate(state, payload)
}
