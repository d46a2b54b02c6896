'use server'

import type { ActionState } from '@/domain/action-state'
import { countersignStatement, countersignStatementSchema } from '@/server/statements/countersign-statement'
import { createStatements, createStatementsSchema } from '@/server/statements/create-statements'
import { sendStatementBack, sendStatementBackSchema } from '@/server/statements/send-statement-back'
import { signStatement, signStatementSchema } from '@/server/statements/sign-statement'
import type { SignatureAnswer } from '@/server/statements/signature'
import { withdrawStatement, withdrawStatementSchema } from '@/server/statements/withdraw-statement'
import { defineAction } from '@/server/web/define-action'
import { identityFailure } from '@/server/web/identity-failure'

const runSign = defineAction('sign-statement', signStatementSchema, signStatement)
const runCountersign = defineAction('countersign-statement', countersignStatementSchema, countersignStatement)

export const createStatementsAction = defineAction(
  'create-statements',
  createStatementsSchema,
  createStatements,
)
export const sendStatementBackAction = defineAction(
  'send-statement-back',
  sendStatementBackSchema,
  sendStatementBack,
)
export const withdrawStatementAction = defineAction(
  'withdraw-statement',
  withdrawStatementSchema,
  withdrawStatement,
)

type Signed = ActionState<{ statementNo: number }>

/** 签订 by the unit's head. */
export async function signStatementAction(before: Signed, form: FormData): Promise<Signed> {
  return answerOf(await runSign(before, form), form)
}

/** 会签 by a leader. */
export async function countersignStatementAction(before: Signed, form: FormData): Promise<Signed> {
  return answerOf(await runCountersign(before, form), form)
}

/** A wrong password or code is an answer of the command, so that its count is kept; for the form it is an error of the field. It never goes back. */
function answerOf(state: ActionState<SignatureAnswer>, form: FormData): Signed {
  const values = { name: form.get('name'), read: form.get('read') }
  if (state.status === 'error') return { ...state, values }
  if (state.status === 'idle') return state
  const { result, at } = state
  if (result.kind === 'signed') return { ...state, result }
  return { status: 'error', failure: identityFailure(result, 'password'), values, at }
}
