'use client'

import { startTransition, useActionState, useEffect, useState, type RefObject } from 'react'
import { useDraftOwner } from '@/components/shared/draft-scope'
import { useOnline } from '@/components/shared/offline-band'
import { tellSignedOut, useSignedIn } from '@/components/shared/session-events'
import { idle, type ActionState } from '@/domain/action-state'
import { isQueued, setQueued } from './queued-report'

export type Sent = { taskNo: number; seq: number; submitted: boolean; at: string; also: readonly number[] }
export type SendAction = (state: ActionState<Sent>, payload: FormData) => Promise<ActionState<Sent>>

/** Until what this device kept of the text stands in the form again. */
const RESTORE_MS = 1500

type Options = {
  form: RefObject<HTMLFormElement | null>
  assignmentId: string
  action: SendAction
  /** Waits for a save under way. */
  settle: () => Promise<void>
  /** Files of it are still on their way. */
  holding: boolean
}

/**
 * Sends the report once. Without a network or a session it is noted, on this device too, and sent when that is back, under the same key, its
 * files first; a lost answer is asked for again by a second tap, which gets the first result.
 */
export function useSendReport({ form, assignmentId, action, settle, holding }: Options) {
  const online = useOnline()
  const owner = useDraftOwner()
  const [queued, setWaiting] = useState(false)
  const [settling, setSettling] = useState(false)
  const [sessions, setSessions] = useState(0)
  const queue = (waits: boolean) => {
    setWaiting(waits)
    // A file does not outlive the page: what was to take one along is not sent without it by the next.
    if (owner) setQueued(owner.person, assignmentId, waits && !holding)
  }
  const [state, dispatch, pending] = useActionState<ActionState<Sent>, FormData>(async (before, payload) => {
    try {
      const answer = await action(before, payload)
      if (answer.status === 'error' && answer.failure.code === 'common.signed_out') {
        queue(true)
        tellSignedOut()
        return idle
      }
      return answer
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
    if (!navigator.onLine) return queue(true)
    queue(false)
    setSettling(true)
    await settle()
    setSettling(false)
    startTransition(() => dispatch(new FormData(element)))
  }

  useEffect(() => {
    // Closed while it waited: it goes on waiting, and out once its text is back in the form.
    if (!owner || !isQueued(owner.person, assignmentId)) return
    const timer = setTimeout(() => setWaiting(true), RESTORE_MS)
    return () => clearTimeout(timer)
  }, [owner, assignmentId])
  useEffect(() => {
    if (!queued || !online || holding) return
    const timer = setTimeout(() => form.current?.requestSubmit(), 0)
    return () => clearTimeout(timer)
  }, [queued, online, holding, sessions, form])
  useSignedIn(() => setSessions((count) => count + 1))

  return { state, dispatch, send, queued, cancel: () => queue(false), pending: pending || settling }
}
