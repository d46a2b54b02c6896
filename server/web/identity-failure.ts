import type { Failure } from '@/domain/errors'
import type { IdentityAnswer } from '@/server/org/confirm-identity'

/** What a form says where who one is was not confirmed: a wrong password or code stands at its field, a lock over the form. */
export function identityFailure(
  answer: Exclude<IdentityAnswer, { kind: 'confirmed' }>,
  field: string,
): Failure {
  const refused = { tag: 'failure', kind: 'refused' } as const
  if (answer.kind === 'locked') {
    return { ...refused, code: 'password.identity_locked', params: { until: answer.until } }
  }
  const code = answer.how === 'totp' ? 'password.identity_wrong_code' : 'password.identity_wrong'
  const params = { left: answer.triesLeft }
  return { ...refused, code, params, fields: [{ path: field, code, params }] }
}
