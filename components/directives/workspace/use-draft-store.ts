'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import type { ActionState } from '@/domain/action-state'
import type { Draft } from '@/domain/directives/draft/model'
import type { Failure, FailureParams } from '@/domain/errors'
import type { EditResult } from '@/server/directives/workspace/edit-decomposition'
import { newId } from '@/lib/new-id'
import { createDraftStore, type Answer, type Step, type UndoView } from './draft-store'

type Action = (state: ActionState<EditResult>, payload: object) => Promise<ActionState<EditResult>>

/** The server's side of the workspace, as actions that the page hands in. */
export type WorkspaceActions = {
  edit: Action
  undo: Action
  redo: Action
  rerun: Action
  reload: (directiveId: string) => Promise<{ draft: Draft; state: UndoView } | null>
}

const FAILED: Failure = { tag: 'failure', kind: 'refused', code: 'common.failed', params: { ref: '' } }

function answerOf(state: ActionState<EditResult>): Answer {
  if (state.status === 'ok') return { ok: true, ...state.result }
  return { ok: false, failure: state.status === 'error' ? state.failure : FAILED }
}

/** The draft store of this page, and the draft as it is to be shown. */
export function useDraftStore(
  directiveId: string,
  initial: { draft: Draft; state: UndoView },
  actions: WorkspaceActions,
  refused: (code: string, params?: FailureParams) => void,
  know: (dates: EditResult['dates']) => void,
) {
  const [{ store, subscribe }] = useState(() => {
    const listeners = new Set<() => void>()
    const store = createDraftStore(
      initial,
      {
        send: async (step, versions) => {
          const state = await send(actions, directiveId, step, versions)
          if (state.status === 'ok') know(state.result.dates)
          return answerOf(state)
        },
        reload: async () => {
          const fresh = await actions.reload(directiveId)
          if (!fresh) throw new Error('gone')
          return fresh
        },
      },
      { change: () => listeners.forEach((listener) => listener()), refused },
    )
    const subscribe = (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    }
    return { store, subscribe }
  })
  const snapshot = useSyncExternalStore(subscribe, store.read, store.read)
  useEffect(() => void store.catchUp(), [store])
  const waiting = snapshot.waiting > 0
  useEffect(() => {
    if (!waiting) return
    const stay = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', stay)
    return () => window.removeEventListener('beforeunload', stay)
  }, [waiting])
  return { store, snapshot }
}

function send(actions: WorkspaceActions, directiveId: string, step: Step, versions: Record<string, number>) {
  const idle = { status: 'idle' } as const
  const payload = { directiveId, idempotencyKey: step.key }
  if (step.kind === 'act') return actions.edit(idle, { ...payload, act: step.act, versions })
  return actions[step.kind](idle, payload)
}

/** A step with a key of its own. */
export function stepOf(
  what: Omit<Extract<Step, { kind: 'act' }>, 'key'> | { kind: 'undo' | 'redo' | 'rerun' },
): Step {
  return { ...what, key: newId() }
}
