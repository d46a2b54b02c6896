import type { Act } from '@/domain/directives/draft/acts'
import { applyAct } from '@/domain/directives/draft/apply'
import { diffDraft, versionsOf, type DraftRows } from '@/domain/directives/draft/diff'
import { inTextOrder, type Draft, type ItemRefusal } from '@/domain/directives/draft/model'
import type { Failure, FailureParams } from '@/domain/errors'

/** One thing waiting to be saved. `key` makes a repeated request act once. */
export type Step = { key: string; kind: 'act'; act: Act } | { key: string; kind: 'undo' | 'redo' | 'rerun' }
export type UndoView = { undo: string | null; redo: string | null; savedAt: string | null }
export type Answer =
  | {
      ok: true
      gone: readonly string[]
      rows: DraftRows
      refusals: readonly ItemRefusal[]
      state: UndoView
    }
  | { ok: false; failure: Failure }
/** A step that was not saved: why, and what it was, so that nothing typed is lost. */
export type Problem = { failure: Failure; step: Step }

/** What became of each item of a bulk act. */
export type Outcome = { act: Extract<Act, { type: 'bulk' }>; refusals: readonly ItemRefusal[] }

export type DraftSnapshot = {
  /** What is saved and what waits, together: what is shown. */
  draft: Draft
  state: UndoView
  waiting: number
  offline: boolean
  conflict: Problem | null
  /** The last bulk act, until the next step or until it is dismissed. */
  outcome: Outcome | null
}

export type DraftServer = {
  send: (step: Step, versions: Record<string, number>) => Promise<Answer>
  /** The draft as it stands, after somebody else changed it. */
  reload: () => Promise<{ draft: Draft; state: UndoView }>
}

type Listener = { change: () => void; refused: (code: string, params?: FailureParams) => void }

const RETRY_MS = 3000

/**
 * Keeps the draft of one directive: an act shows at once and is saved in its turn, one after another, so that quick
 * typing loses none. A refused act is taken back; after a conflict the saved draft is read again and the act offered anew.
 */
export function createDraftStore(
  initial: { draft: Draft; state: UndoView },
  server: DraftServer,
  listen: Listener,
) {
  let base = initial.draft
  let queue: readonly Step[] = []
  let sending = false
  let savers: (() => void)[] = []
  let snapshot: DraftSnapshot = { ...initial, waiting: 0, offline: false, conflict: null, outcome: null }

  function publish(change: Partial<DraftSnapshot> = {}) {
    const draft = queue.reduce((at, step) => {
      const applied = step.kind === 'act' ? applyAct(at, step.act) : null
      return applied?.ok ? applied.draft : at
    }, base)
    snapshot = { ...snapshot, ...change, draft, waiting: queue.length }
    listen.change()
    if (queue.length > 0) return
    savers.forEach((resolve) => resolve())
    savers = []
  }

  async function pump(): Promise<void> {
    const step = queue[0]
    if (sending || !step) return
    sending = true
    let answer: Answer
    try {
      answer = await server.send(step, versionsFor(base, step))
    } catch {
      sending = false
      publish({ offline: true })
      setTimeout(() => void pump(), RETRY_MS)
      return
    }
    queue = queue.slice(1)
    if (answer.ok) {
      base = takeOver(base, answer.gone, answer.rows)
      publish({ state: answer.state, offline: false, ...outcomeOf(step, answer.refusals, snapshot.outcome) })
    } else {
      await fail({ failure: answer.failure, step })
    }
    sending = false
    void pump()
  }

  async function fail(problem: Problem) {
    const conflict = problem.failure.kind === 'conflict'
    if (conflict) {
      try {
        const fresh = await server.reload()
        base = fresh.draft
        publish({ conflict: problem, state: fresh.state, offline: false })
      } catch {
        publish({ conflict: problem })
      }
      return
    }
    publish({ offline: false })
    listen.refused(problem.failure.code, problem.failure.params)
  }

  return {
    read: () => snapshot,
    /** Queues a step; false where a rule already stands against it. */
    push(step: Step): boolean {
      let outcome: Outcome | null = null
      if (step.kind === 'act') {
        const applied = applyAct(snapshot.draft, step.act)
        if (step.act.type === 'bulk') outcome = { act: step.act, refusals: applied.refusals ?? [] }
        if (!applied.ok) {
          if (outcome) publish({ outcome })
          else if (applied.code !== 'workspace.nothing_changed') listen.refused(applied.code, applied.params)
          return false
        }
      }
      queue = [...queue, step]
      publish({ outcome })
      void pump()
      return true
    },
    dismissConflict: () => publish({ conflict: null }),
    dismissOutcome: () => publish({ outcome: null }),
    /** Resolves once nothing waits to be saved any more: what leads to another page asks first. */
    saved: () =>
      new Promise<void>((resolve) => {
        if (queue.length === 0) resolve()
        else savers.push(resolve)
      }),
    /** Takes over what was saved since this page was drawn (the Back button shows an older one); never while acts wait. */
    async catchUp(): Promise<void> {
      const fresh = await server.reload().catch(() => null)
      if (!fresh || queue.length > 0 || fresh.state.savedAt === snapshot.state.savedAt) return
      base = fresh.draft
      publish({ state: fresh.state })
    },
  }
}

export type DraftStore = ReturnType<typeof createDraftStore>

/** Versions of the rows that the act changes, as last saved: the server refuses where they are no longer these. */
function versionsFor(base: Draft, step: Step): Record<string, number> {
  const applied = step.kind === 'act' ? applyAct(base, step.act) : null
  return applied?.ok ? versionsOf(diffDraft(base, applied.draft)) : {}
}

/** The server's word on the items of a bulk act, where that is still the one shown. */
function outcomeOf(step: Step, refusals: readonly ItemRefusal[], shown: Outcome | null) {
  if (step.kind !== 'act' || step.act.type !== 'bulk' || shown?.act !== step.act) return {}
  return { outcome: { act: step.act, refusals } }
}

/** The draft with the rows that the server changed. */
function takeOver(draft: Draft, gone: readonly string[], rows: DraftRows): Draft {
  const out = new Set([...gone, ...[...rows.tasks, ...rows.provisions].map((row) => row.id)])
  return inTextOrder({
    ...draft,
    tasks: [...draft.tasks.filter((task) => !out.has(task.id)), ...rows.tasks],
    provisions: [...draft.provisions.filter((one) => !out.has(one.id)), ...rows.provisions],
  })
}
