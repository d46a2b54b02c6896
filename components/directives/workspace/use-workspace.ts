'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useFailureText } from '@/components/shared/failure-text'
import { showToast } from '@/components/ui/toast-store'
import type { Act } from '@/domain/directives/draft/acts'
import { isLive, type Draft, type SentenceClass } from '@/domain/directives/draft/model'
import { tasksAt } from '@/domain/directives/draft/standing'
import { cutsOf, proposeTitle, shownStretch, type NoiseEntry } from '@/domain/directives/draft/show-text'
import { newId } from '@/lib/new-id'
import type { WorkspaceView } from '@/server/directives/workspace/get-workspace'
import { isTyping } from './is-typing'
import { reclassifyAct } from './build-acts'
import type { Cut } from './cut-bar'
import { stepOf, subjectOf, useDraftStore, type WorkspaceActions } from './use-draft-store'
import { hrefsOf } from './workspace-hrefs'
import type { Pane, Panel, WorkspaceApi } from './workspace-context'

type Current = { provisionId: string | null; taskId: string | null; pane: Pane }
type Input = {
  view: Pick<WorkspaceView, 'directive' | 'breakdown'>
  initial: Parameters<typeof useDraftStore>[1]
  readable: string
  noise: readonly NoiseEntry[]
  actions: WorkspaceActions
  readDue: WorkspaceApi['readDue']
  know: Parameters<typeof useDraftStore>[4]
  startAt: Partial<Current>
}

/** The state of the workspace: the draft with its queue of acts, where the person is, what is open, what is selected. */
export function useWorkspace(input: Input) {
  const { view, initial, readable, noise, actions, readDue, startAt } = input
  const say = useFailureText()
  const router = useRouter()
  const refused = useRef((code: string, params?: Record<string, string | number>) =>
    showToast(say(code, params, 'refused')),
  )
  const { store, snapshot } = useDraftStore(
    subjectOf(view),
    initial,
    actions,
    (code, params) => refused.current(code, params),
    input.know,
  )
  const { draft } = snapshot
  const [current, setCurrent] = useState<Current>(() => startOf(initial.draft, startAt))
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [panel, setPanel] = useState<Panel | null>(null)
  const [cut, setCut] = useState<Cut | null>(null)
  const caret = useRef<number | null>(null)
  const wantsFocus = useRef<Pane | null>(null)
  const onCaret = useCallback((offset: number | null) => {
    caret.current = offset
  }, [])

  const provision = draft.provisions.find((one) => one.id === current.provisionId)
  const wanted = draft.tasks.find((task) => task.id === current.taskId && isLive(task))
  const task = wanted ?? (provision ? tasksAt(draft, provision.id)[0] : undefined)
  const place = { draft, provision, task, pane: current.pane, selected, cut, panel }
  const now = useRef(place)
  useEffect(() => {
    now.current = place
  })

  const titleOf = useCallback(
    (one: { start: number; end: number }) => proposeTitle(shownStretch(readable, noise, one.start, one.end)),
    [readable, noise],
  )
  const select = useCallback((target: { provisionId?: string; taskId?: string }, pane: Pane) => {
    const at = now.current.draft
    const task = at.tasks.find((one) => one.id === target.taskId)
    const first = task && at.provisions.find((one) => task.provisionIds.includes(one.id))
    const provisionId = target.provisionId ?? first?.id ?? null
    const taskId = target.taskId ?? (provisionId ? tasksAt(at, provisionId)[0]?.id : null) ?? null
    wantsFocus.current = pane
    setCurrent({ provisionId, taskId, pane })
    setPanel(null)
    setCut(null)
  }, [])

  const act = useCallback(
    (what: Act | null) => (what ? store.push(stepOf({ kind: 'act', act: what })) : false),
    [store],
  )

  const api = useMemo((): WorkspaceApi => {
    return {
      act,
      select,
      readDue,
      wordsOf: ({ provisionIds }) =>
        now.current.draft.provisions
          .filter((one) => provisionIds.includes(one.id))
          .map((one) => shownStretch(readable, noise, one.start, one.end))
          .join('\n'),
      openPanel: setPanel,
      toggle: (taskId) =>
        setSelected((old) => {
          const next = new Set(old)
          if (!next.delete(taskId)) next.add(taskId)
          return next
        }),
      cycleTasks: (provisionId) => {
        const tasks = tasksAt(now.current.draft, provisionId)
        const at = tasks.findIndex((one) => one.id === now.current.task?.id)
        const next = tasks[(at + 1) % tasks.length]
        select({ provisionId, taskId: next?.id }, 'text')
      },
      startCut: () => {
        const { draft: at, task: of, provision: only } = now.current
        const sentences = of
          ? at.provisions.filter((one) => of.provisionIds.includes(one.id))
          : only
            ? [only]
            : []
        const cuts = cutsOf(at.text, sentences)
        const from = caret.current ?? ((sentences[0]?.start ?? 0) + (sentences.at(-1)?.end ?? 0)) / 2
        const offset = cuts.reduce<number | null>(
          (best, one) => (best === null || Math.abs(one - from) < Math.abs(best - from) ? one : best),
          null,
        )
        if (offset === null) refused.current('workspace.nothing_to_split')
        else setCut({ taskId: of?.status === 'draft' ? of.id : null, cuts, offset })
      },
      merge: () => {
        const { draft: at, task: from } = now.current
        const before =
          from && at.tasks.slice(0, at.tasks.indexOf(from)).findLast((one) => one.status === 'draft')
        if (!from || !before) refused.current('workspace.nothing_to_merge')
        else if (act({ type: 'merge', taskId: from.id, intoId: before.id }))
          select({ taskId: before.id }, now.current.pane)
      },
    }
  }, [act, select, readDue, readable, noise])

  useEffect(() => {
    const pane = wantsFocus.current
    const sentence = document.getElementById(`s-${current.provisionId}`)
    const card = document.getElementById(`t-${task?.id}`)
    const smooth = { block: 'nearest', inline: 'nearest' } as const
    sentence?.scrollIntoView(smooth)
    card?.scrollIntoView(smooth)
    if (!pane || isTyping(document.activeElement)) return
    wantsFocus.current = null
    const target = pane === 'cards' ? (card ?? sentence) : sentence
    target?.focus({ preventScroll: true })
  }, [current, task?.id])

  function doCut() {
    if (!cut) return
    const at = draft.provisions.find((one) => one.start <= cut.offset && one.end > cut.offset)
    if (!at) return
    const of = draft.tasks.find((one) => one.id === cut.taskId)
    const cited = draft.provisions.filter((one) => (of ? of.provisionIds.includes(one.id) : one.id === at.id))
    const [first, last] = [cited[0] ?? at, cited.at(-1) ?? at]
    act({
      type: 'split',
      taskId: cut.taskId,
      provisionId: at.id,
      offset: cut.offset,
      newTaskId: newId(),
      newProvisionId: newId(),
      title: of && of.draftState !== 'suggested' ? '' : titleOf({ start: first.start, end: cut.offset }),
      newTitle: titleOf({ start: cut.offset, end: last.end }),
    })
    setCut(null)
  }

  const reclassify = (to: Exclude<SentenceClass, 'open'>, ids: readonly string[]) =>
    act(
      reclassifyAct(
        draft.provisions.filter((one) => ids.includes(one.id)),
        to,
        titleOf,
      ),
    )

  return {
    ...place,
    snapshot,
    store,
    api,
    onCaret,
    doCut,
    setCut,
    setPanel,
    setSelected,
    titleOf,
    reclassify,
    classSelected: (to: Exclude<SentenceClass, 'open'>) => {
      reclassify(
        to,
        draft.tasks.filter((one) => selected.has(one.id)).flatMap((one) => [...one.provisionIds]),
      )
      setPanel(null)
    },
    say: (code: string) => refused.current(code),
    // The check page reads what is saved: it is opened once nothing waits any more.
    check: async () => {
      await store.saved()
      if (!store.read().conflict) router.push(`${hrefsOf(view).here}/check`)
    },
  }
}

export type Workspace = ReturnType<typeof useWorkspace>

/** Where a link leads (?task= or ?sentence=), else the first sentence. */
function startOf(draft: Draft, { taskId, provisionId }: Partial<Current>): Current {
  const task = draft.tasks.find((one) => one.id === taskId)
  const sentence = draft.provisions.find((one) =>
    task ? task.provisionIds.includes(one.id) : one.id === provisionId,
  )
  const first = sentence ?? draft.provisions[0]
  const own = task ?? (first ? tasksAt(draft, first.id)[0] : undefined)
  return { provisionId: first?.id ?? null, taskId: own?.id ?? null, pane: task ? 'cards' : 'text' }
}
