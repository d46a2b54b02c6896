'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { idle, type ActionState } from '@/domain/action-state'
import { newId } from '@/lib/new-id'
import type { Chosen, LedgerSelection } from './use-ledger-selection'

/** What became of a batch: how many it was done to, and why not to the others. */
export type BatchResult = {
  done: number
  left: { no?: number | null; code: string; params?: Record<string, string | number> }[]
}
type Run = (state: ActionState<BatchResult>, payload: object) => Promise<ActionState<BatchResult>>

/** Acts that the ledger carries out itself; urging goes on to a page of its own. */
export const BATCH_ACTS = ['acknowledge', 'strikeOff', 'archive'] as const
/** One of `BATCH_ACTS`. */
export type BatchAct = (typeof BATCH_ACTS)[number]

/** As many as an act takes at once. */
const AT_ONCE = 50

/** The ticked rows that an act can be done to, as `<id>:<version>`. */
export function refsFor(act: BatchAct, chosen: Chosen): string[] {
  return [...chosen.values()].flatMap((row) => {
    const ref = act === 'acknowledge' ? row.acknowledge : row.close?.act === act ? row.close : null
    return ref ? [`${ref.id}:${ref.version}`] : []
  })
}

type Told = BatchResult & {
  act: BatchAct
  failure?: { code: string; params?: BatchResult['left'][0]['params'] }
}

/** Carries an act out, fifty rows a time: each row succeeds or fails by itself, and a part that got no answer can be sent again. */
export function useBatch(actions: Readonly<Record<BatchAct, Run>>, selection: LedgerSelection) {
  const router = useRouter()
  const [progress, setProgress] = useState<{ act: BatchAct; at: number; of: number } | null>(null)
  const [told, setTold] = useState<Told | null>(null)

  async function run(act: BatchAct) {
    const refs = refsFor(act, selection.asDrawn())
    const sum: Told = { act, done: 0, left: [] }
    setTold(null)
    for (let at = 0; at < refs.length; at += AT_ONCE) {
      setProgress({ act, at, of: refs.length })
      const answer = await send(actions[act], refs.slice(at, at + AT_ONCE))
      if (answer.status === 'ok') {
        sum.done += answer.result.done
        sum.left.push(...answer.result.left)
      }
      if (answer.status === 'error') {
        sum.failure = { code: answer.failure.code, params: answer.failure.params }
        break
      }
    }
    setProgress(null)
    setTold(sum)
    // After a failure the ticks stay: what was done already is no longer possible, and is named.
    if (!sum.failure) selection.clear()
    router.refresh()
  }

  return { run, progress, told, forget: () => setTold(null) }
}

async function send(action: Run, chosen: readonly string[]): Promise<ActionState<BatchResult>> {
  const payload = { chosen, idempotencyKey: newId() }
  try {
    return await action(idle, { ...payload })
  } catch {
    // The same key once more: what arrived is not done twice.
    return action(idle, { ...payload }).catch(() => ({
      status: 'error',
      failure: { tag: 'failure', kind: 'refused', code: 'common.not_answered' },
      values: {},
      at: 0,
    }))
  }
}
