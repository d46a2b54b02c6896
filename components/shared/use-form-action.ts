'use client'

import { useActionState } from 'react'
import { keepTyped } from './form-values'
import { tellSent } from './sent-event'

/** What an action hands back, as far as it matters here: an ActionState of the domain. */
type Answer = { status: string }

type Options = {
  /** For forms that must work where no script runs; a press before script has arrived loads the page anew. */
  withoutScript?: boolean
}

/**
 * `useActionState` for a form that outlives its server: where no answer comes (no network, the server killed between click and answer), the form
 * stays as it is and says so. Pressed again it sends the same key, so that what was done already is done once.
 */
export function useFormAction<A extends Answer, P = FormData>(
  action: (state: A, payload: P) => Promise<A>,
  { withoutScript = false }: Options = {},
) {
  const idle = { status: 'idle' } as A
  const send = async (before: Awaited<A>, payload: P): Promise<A> => {
    try {
      const answer = await action(before, payload)
      if (answer.status === 'error') keepTyped(payload)
      if (answer.status === 'ok') tellSent(payload)
      return answer
    } catch (error) {
      if (isRedirect(error)) tellSent(payload)
      if (isNavigation(error)) throw error
      keepTyped(payload)
      const failure = { tag: 'failure', kind: 'refused', code: 'common.not_answered' }
      return { status: 'error', failure, values: valuesOf(payload), at: Date.now() } as unknown as A
    }
  }
  // Drawn with the server's own action, the form is one that a browser sends by itself; once script has taken over, it sends it.
  const plain = withoutScript && typeof window === 'undefined'
  return useActionState<A, P>(plain ? action : send, idle as Awaited<A>)
}

const digestOf = (error: unknown) =>
  typeof error === 'object' && error !== null && 'digest' in error ? String(error.digest) : ''

/** A redirect and “not found” travel as errors, too. */
const isNavigation = (error: unknown) => digestOf(error).startsWith('NEXT_')
/** An action leads on only when its command was carried out. */
const isRedirect = (error: unknown) => digestOf(error).startsWith('NEXT_REDIRECT')

/** What was typed, to be shown again; a field named twice as a list, a file not at all. */
function valuesOf(payload: unknown): Record<string, unknown> {
  if (!(payload instanceof FormData))
    return typeof payload === 'object' && payload !== null ? { ...payload } : {}
  const values: Record<string, unknown> = {}
  for (const name of new Set(payload.keys())) {
    const all = payload.getAll(name).filter((value) => typeof value === 'string')
    const list = name.endsWith('[]')
    if (all.length > 0) values[list ? name.slice(0, -2) : name] = list || all.length > 1 ? all : all[0]
  }
  return values
}
