'use client'

import { startTransition, useActionState, useEffect, useState, type RefObject } from 'react'
import { useOnline } from '@/components/shared/offline-band'
import { idle, type ActionState } from '@/domain/action-state'

export type Sent = { taskNo: number; seq: number; submitted: boolean; at: string; also: readonly number[] }
export type SendAction = (state: ActionState<Sent>, payload: FormData) => Promise<ActionState<Sent>>

type Options = {
  form: RefObject<HTMLFormElement | null>
  action: SendAction
  /** Waits for a save under way. */
  settle: () => Promise<void>
}

/**
 * Sends the report once. Without a network it is noted, and sent when that is back, under the same key; a lost answer is asked for again by a
 * second tap, which gets the first result.
 */
export function useSendReport({ form, action, settle }: Options) {
  const online = useOnline()
  const [queued, setQueued] = useState(false)
  const [settling, setSettling] = useState(false)
  const [state, dispatch, pending] = useActionState<ActionState<Sent>, FormData>(async (before, payload) => {
    try {
      return await action(before, payload)
    } catch {
      return {
        status: 'error',
        failure: { tag: 'failure', kind: 'refused', code: 'report.not_sent' },
        values: {},
        at: Date.now(),
      }
    }
  }, idle)

  async function send() {
    const element = form.current
    if (!element || pending || settling) return
    if (!navigator.onLine) {
      setQueued(true)
      return
    }
    setQueued(false)
    setSettling(true)
    await settle()
    setSettling(false)
    startTransition(() => dispatch(new FormData(element)))
  }

  useEffect(() => {
    if (!queued || !online) return
    const timer = setTimeout(() => form.current?.requestSubmit(), 0)
    return () => clearTimeout(timer)
  }, [queued, online, form])

  return { state, dispatch, send, queued, cancel: () => setQueued(false), pending: pending || settling }
}
