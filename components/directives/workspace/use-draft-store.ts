'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import type { ActionState } from '@/domain/action-state'
import type { Draft } from '@/domain/directives/draft/model'
import type { Failure, FailureParams } from '@/domain/errors'
import type { WorkspaceView } from '@/server/directives/workspace/get-workspace'
import type { EditResult } from '@/server/directives/workspace/edit-place'
import { newId } from '@/lib/new-id'
import { createDraftStore, type Answer, type Step, type UndoView } from './draft-store'

type Action = (state: ActionState<EditResult>, payload: object) => Promise<ActionState<EditResult>>

/** The server's side of the workspace, as actions that the page hands in. */
export type WorkspaceActions = {
  edit: Action
  undo: Action
  redo: Action
  /** Taking the text apart again: of a directive alone. */
  rerun?: Action
  reload: (key: string) => Promise<{ draft: Draft; state: UndoView } | null>
}

const FAILED: Failure = { tag: 'failure', kind: 'refused', code: 'common.failed', params: { ref: '' } }

function answerOf(state: ActionState<EditResult>): Answer {
  if (state.status === 'ok') return { ok: true, ...state.result }
  return { ok: false, failure: state.status === 'error' ? state.failure : FAILED }
}

/** What is edited, as the actions name it, and by what it is read again. */
export type Subject = { payload: { directiveId: string } | { assignmentId: string }; key: string }

/** A directive by its id; a breakdown by its assignment, read again by the number of its task. */
export function subjectOf({ directive, breakdown }: Pick<WorkspaceView, 'directive' | 'breakdown'>): Subject {
  return breakdown
    ? { payload: { assignmentId: breakdown.assignmentId }, key: String(breakdown.task.no) }
    : { payload: { directiveId: directive.id }, key: directive.id }
}

/** The draft store of this page, and the draft as it is to be shown. */
export function useDraftStore(
  subject: Subject,
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
          const state = await send(actions, subject, step, versions)
          if (state.status === 'ok') know(state.result.dates)
          return answerOf(state)
        },
        reload: async () => {
          const fresh = await actions.reload(subject.key)
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

function send(actions: WorkspaceActions, subject: Subject, step: Step, versions: Record<string, number>) {
  const idle = { status: 'idle' } as const
  const payload = { ...subject.payload, idempotencyKey: step.key }
  if (step.kind === 'act') return actions.edit(idle, { ...payload, act: step.act, versions })
  if (step.kind === 'rerun')
    return actions.rerun?.(idle, payload) ?? Promise.reject(new Error('no rerun here'))
  return actions[step.kind](idle, payload)
}

/** A step with a key of its own. */
export function stepOf(
  what: Omit<Extract<Step, { kind: 'act' }>, 'key'> | { kind: 'undo' | 'redo' | 'rerun' },
): Step {
  return { ...what, key: newId() }
}
