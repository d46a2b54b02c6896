import type { ZodError } from 'zod'

/** The five ways in which a command can end without doing its work. */
export type FailureKind = 'not_found' | 'forbidden' | 'refused' | 'conflict' | 'invalid'

/** Figures and names that a message needs; the message itself is chosen by code and language. */
export type FailureParams = Record<string, string | number>

/** One field that needs mending: where it is (dotted path) and why (code). */
export type FieldFailure = { path: string; code: string; params?: FailureParams }

/** A failure as plain data: the one tagged type of the whole program; safe to serialise. */
export type Failure = {
  tag: 'failure'
  kind: FailureKind
  code: string
  params?: FailureParams
  fields?: FieldFailure[]
}

/** The thrown form. It reads like a `Failure` itself and carries the plain data in `failure`. */
export class FailureError extends Error implements Failure {
  readonly tag = 'failure'
  readonly kind: FailureKind
  readonly code: string
  readonly params?: FailureParams
  readonly fields?: FieldFailure[]
  readonly failure: Failure

  constructor(failure: Omit<Failure, 'tag'>) {
    super(`${failure.kind}: ${failure.code}`)
    this.name = 'FailureError'
    this.kind = failure.kind
    this.code = failure.code
    this.params = failure.params
    this.fields = failure.fields
    this.failure = { tag: 'failure', ...failure }
  }
}

/** Recognises a thrown failure by its tag, since a bundler may load the class twice. */
export function isFailure(error: unknown): error is FailureError {
  if (typeof error !== 'object' || error === null || !('failure' in error)) return false
  const inner = error.failure
  return typeof inner === 'object' && inner !== null && 'tag' in inner && inner.tag === 'failure'
}

/** The record does not exist, or not for this person: the two are never told apart. */
export function notFound(code: string, params?: FailureParams): FailureError {
  return new FailureError({ kind: 'not_found', code, params })
}

/** The person may see the record but holds no right to this act on it. */
export function forbidden(code: string, params?: FailureParams): FailureError {
  return new FailureError({ kind: 'forbidden', code, params })
}

/** A rule stands against it now; the code says which, the params what would make it possible. */
export function refused(code: string, params?: FailureParams): FailureError {
  return new FailureError({ kind: 'refused', code, params })
}

/** Somebody changed the record first; params say who and when where that is known. */
export function conflict(code: string, params?: FailureParams): FailureError {
  return new FailureError({ kind: 'conflict', code, params })
}

/** What was typed needs mending, field by field. */
export function invalid(fields: FieldFailure[], code = 'form.invalid'): FailureError {
  return new FailureError({ kind: 'invalid', code, fields, params: { count: fields.length } })
}

const OUR_CODE = /^[a-z_]+(\.[a-z_]+)+$/

/** The fields of a zod error: a schema's message is our code; where it has none, `field.<zod code>`. */
export function fieldsOfZod(error: ZodError): FieldFailure[] {
  return error.issues.map((issue) => {
    const params: FailureParams = {}
    if ('maximum' in issue && typeof issue.maximum === 'number') params.max = issue.maximum
    if ('minimum' in issue && typeof issue.minimum === 'number') params.min = issue.minimum
    const code = OUR_CODE.test(issue.message) ? issue.message : `field.${issue.code}`
    return { path: issue.path.map(String).join('.'), code, params }
  })
}
