import { describe, expect, it, vi } from 'vitest'
import type { Act } from '@/domain/directives/draft/acts'
import { applyAct } from '@/domain/directives/draft/apply'
import { blankTask } from '@/domain/directives/draft/apply-class'
import { diffDraft } from '@/domain/directives/draft/diff'
import type { Draft } from '@/domain/directives/draft/model'
import { createDraftStore, type Answer, type Step, type UndoView } from './draft-store'

const draft: Draft = {
  text: '甲。乙。',
  provisions: [0, 2].map((start, i) => ({
    id: `p${i}`,
    start,
    end: start + 2,
    path: [],
    class: 'task',
    reason: '',
    confirmed: false,
    version: 1,
  })),
  tasks: [0, 1].map((i) => ({ ...blankTask(`t${i}`, `题${i}`, [`p${i}`]), draftState: 'suggested' })),
}
const state: UndoView = { undo: null, redo: null, savedAt: null }
const rename = (taskId: string, value: string): Act => ({ type: 'setTitle', taskId, value })
const step = (act: Act, key = Math.random().toString()): Step => ({ key, kind: 'act', act })

/** A server that applies acts as the real one does, one at a time, and counts versions up. */
function fakeServer(held = draft) {
  let now = held
  const seen: Record<string, number>[] = []
  return {
    seen,
    change: (next: Draft) => (now = next),
    send: vi.fn(async (sent: Step, versions: Record<string, number>): Promise<Answer> => {
      seen.push(versions)
      if (sent.kind !== 'act') throw new Error('only acts')
      const applied = applyAct(now, sent.act)
      if (!applied.ok) return { ok: false, failure: { tag: 'failure', kind: 'refused', code: applied.code } }
      const diff = diffDraft(now, applied.draft)
      const stale = [...diff.before.tasks, ...diff.before.provisions].some(
        (row) => versions[row.id] !== row.version,
      )
      if (stale) return { ok: false, failure: { tag: 'failure', kind: 'conflict', code: 'common.stale' } }
      const rows = {
        tasks: diff.after.tasks.map((row) => ({ ...row, version: row.version + 1 })),
        provisions: diff.after.provisions.map((row) => ({ ...row, version: row.version + 1 })),
      }
      const ids = new Set([...rows.tasks, ...rows.provisions].map((row) => row.id))
      now = {
        ...applied.draft,
        tasks: [...applied.draft.tasks.filter((row) => !ids.has(row.id)), ...rows.tasks],
        provisions: [...applied.draft.provisions.filter((row) => !ids.has(row.id)), ...rows.provisions],
      }
      return { ok: true, gone: [], rows, refusals: [], state }
    }),
    reload: async () => ({ draft: now, state }),
  }
}
const titles = (of: Draft) => of.tasks.map((task) => task.title).sort()

describe('acts in the browser', () => {
  it('show at once and are saved in their turn, each with the versions that the one before it left', async () => {
    const server = fakeServer()
    const store = createDraftStore({ draft, state }, server, { change: () => {}, refused: () => {} })
    for (const value of ['一', '一二', '一二三']) store.push(step(rename('t0', value)))
    expect(store.read()).toMatchObject({ waiting: 3 })
    expect(titles(store.read().draft)).toContain('一二三')
    await vi.waitFor(() => expect(store.read().waiting).toBe(0))
    expect(server.seen.map((versions) => versions.t0)).toEqual([1, 2, 3])
    expect(titles(store.read().draft)).toEqual(['一二三', '题1'])
  })

  it('that a rule refuses never leave; one that the server refuses is taken back', async () => {
    const server = fakeServer()
    const refused = vi.fn()
    const store = createDraftStore({ draft, state }, server, { change: () => {}, refused })
    expect(store.push(step(rename('nobody', '甲')))).toBe(false)
    expect(server.send).not.toHaveBeenCalled()
    server.send.mockResolvedValueOnce({
      ok: false,
      failure: { tag: 'failure', kind: 'refused', code: 'workspace.unit_gone' },
    })
    store.push(step(rename('t0', '甲')))
    await vi.waitFor(() => expect(refused).toHaveBeenLastCalledWith('workspace.unit_gone', undefined))
    expect(titles(store.read().draft)).toEqual(['题0', '题1'])
  })

  it('in conflict are kept to be done again on the draft as it stands', async () => {
    const server = fakeServer()
    const store = createDraftStore({ draft, state }, server, { change: () => {}, refused: () => {} })
    const others = draft.tasks.map((task) =>
      task.id === 't0' ? { ...task, title: '别人写的', version: 2 } : task,
    )
    server.change({ ...draft, tasks: others })
    store.push(step(rename('t0', '我写的')))
    store.push(step(rename('t1', '乙')))
    await vi.waitFor(() => expect(store.read().waiting).toBe(0))
    expect(titles(store.read().draft)).toEqual(['乙', '别人写的'])
    const { conflict } = store.read()
    expect(conflict?.step).toMatchObject({ act: { value: '我写的' } })
    if (conflict) store.push(conflict.step)
    await vi.waitFor(() => expect(store.read().waiting).toBe(0))
    expect(titles(store.read().draft)).toEqual(['乙', '我写的'])
  })

  it('are kept while the network is gone', async () => {
    vi.useFakeTimers()
    const server = fakeServer()
    server.send.mockRejectedValueOnce(new Error('offline'))
    const store = createDraftStore({ draft, state }, server, { change: () => {}, refused: () => {} })
    store.push(step(rename('t0', '甲')))
    await vi.advanceTimersByTimeAsync(10)
    expect(store.read()).toMatchObject({ offline: true, waiting: 1 })
    await vi.advanceTimersByTimeAsync(4000)
    expect(store.read()).toMatchObject({ offline: false, waiting: 0 })
    vi.useRealTimers()
  })

  it('the page catches up with what was saved after it was drawn, but never under waiting acts', async () => {
    const server = fakeServer()
    const store = createDraftStore({ draft, state }, server, { change: () => {}, refused: () => {} })
    server.change({ ...draft, tasks: draft.tasks.slice(0, 1) })
    server.reload = async () => ({
      draft: { ...draft, tasks: [] },
      state: { ...state, savedAt: '2020-04-10T06:05:00Z' },
    })
    await store.catchUp()
    expect(store.read().draft.tasks).toEqual([])
  })

  it('tells what became of each item of a bulk act, until it is dismissed', async () => {
    const server = fakeServer({
      ...draft,
      tasks: draft.tasks.map((task, i) =>
        i === 1 ? { ...task, status: 'awaiting_approval' as const } : task,
      ),
    })
    const initial = { draft: (await server.reload()).draft, state }
    const refused = vi.fn()
    const store = createDraftStore(initial, server, { change: () => {}, refused })
    const items = ['t0', 't1'].map((taskId) => ({ type: 'setCascade' as const, taskId, value: true }))
    store.push(step({ type: 'bulk', items }))
    expect(store.read().outcome?.refusals).toMatchObject([{ index: 1, code: 'workspace.task_sent' }])
    const second = items[1]!
    expect(store.push(step({ type: 'bulk', items: [second, second] }))).toBe(false)
    expect(store.read().outcome?.refusals).toHaveLength(2)
    expect(refused).not.toHaveBeenCalled()
    store.dismissOutcome()
    expect(store.read().outcome).toBeNull()
  })

  it('says when everything is saved: who goes on to the check page sees what they did', async () => {
    const server = fakeServer()
    const store = createDraftStore({ draft, state }, server, { change: () => {}, refused: () => {} })
    await store.saved()
    store.push(step(rename('t0', '甲')))
    store.push(step(rename('t1', '乙')))
    await store.saved()
    expect(server.send).toHaveBeenCalledTimes(2)
    expect(store.read().waiting).toBe(0)
  })
})
