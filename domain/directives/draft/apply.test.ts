import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Act } from './acts'
import { applyAct } from './apply'
import { blankTask } from './apply-class'
import { diffDraft, withRows } from './diff'
import { inTextOrder, type Draft, type DraftPart } from './model'
import { coverageFigures, coverageSegments, gapsOf, standingsOf, tasksAt } from './standing'

const SENTENCES = [
  '一要扩大覆盖，4月底前提出办法。',
  '二要抓实防控，完成检查，登记隐患。',
  '会议认为形势平稳。',
]
const text = SENTENCES.join('')
const part = (id: string, unitId: string, more: Partial<DraftPart> = {}): DraftPart => ({
  id,
  unitId,
  part: 'lead',
  source: 'text',
  confirmed: false,
  nameInText: null,
  start: null,
  end: null,
  reason: null,
  sort: 0,
  ...more,
})

function draftOf(): Draft {
  let at = 0
  const provisions = SENTENCES.map((sentence, i) => {
    const start = at
    at += sentence.length
    const kind = i < 2 ? ('task' as const) : ('background' as const)
    return { id: `p${i}`, start, end: at, path: [], class: kind, reason: '', confirmed: false, version: 1 }
  })
  const tasks = [0, 1].map((i) => ({
    ...blankTask(`t${i}`, `题${i}`, [`p${i}`]),
    draftState: 'suggested' as const,
    parts: [part(`l${i}`, `u${i}`)],
  }))
  return { text, provisions, tasks }
}
function after(draft: Draft, act: Act): Draft {
  const applied = applyAct(draft, act)
  if (!applied.ok) throw new Error(applied.code)
  return applied.draft
}
const words = (draft: Draft) => draft.provisions.map((one) => text.slice(one.start, one.end)).join('')
const splitOf = (offset: number): Act => ({
  type: 'split',
  taskId: 't0',
  provisionId: 'p0',
  offset,
  newTaskId: 'n',
  newProvisionId: 'q',
  title: '左',
  newTitle: '右',
})

it('where tasks overlap, the one that cites the shortest stretch comes first', () => {
  const draft = draftOf()
  const [first, second] = draft.tasks
  const wide = { ...first!, provisionIds: ['p0', 'p1'] }
  const overlapping = { ...draft, tasks: [wide, second!] }
  expect(tasksAt(overlapping, 'p1').map((task) => task.id)).toEqual(['t1', 't0'])
  const standing = standingsOf(overlapping).get('p1')
  expect(standing).toMatchObject({ account: 'served', pending: true })
  expect(standing?.tasks.map((task) => task.id)).toEqual(['t1', 't0'])
})

describe('acts on a draft', () => {
  it('a date read from the text goes with its words when a task is split', () => {
    const draft = draftOf()
    const due = { dueOn: '2020-04-30', dueBasis: 'text', dueBasisText: '4月底前' } as const
    const dated = {
      ...draft,
      tasks: draft.tasks.map((task) => (task.id === 't0' ? { ...task, ...due } : task)),
    }
    const [left, right] = after(dated, splitOf(text.indexOf('4月'))).tasks
    expect([left?.dueOn, right?.dueOn]).toEqual([null, '2020-04-30'])
  })

  it('a merged task keeps its own lead; the lead of the other supports', () => {
    const draft = draftOf()
    const led = {
      ...draft,
      tasks: draft.tasks.map((task) => ({
        ...task,
        parts: task.parts.map((one) => ({ ...one, confirmed: true })),
      })),
    }
    const merged = after(led, { type: 'merge', taskId: 't1', intoId: 't0' }).tasks[0]
    expect(merged?.parts.map((one) => [one.unitId, one.part, one.confirmed])).toEqual([
      ['u0', 'lead', true],
      ['u1', 'supporting', true],
    ])
    expect(merged?.provisionIds).toEqual(['p0', 'p1'])
  })

  it('filling in a field of many says nothing of their sentences', () => {
    const items = ['t0', 't1'].map((taskId) => ({
      type: 'setLead' as const,
      taskId,
      unitId: 'u9',
      partId: `n${taskId}`,
    }))
    const next = after(draftOf(), { type: 'bulk', items })
    expect(coverageFigures(next.provisions)).toEqual({ total: 3, confirmed: 0, percent: 0 })
    expect(next.tasks.map((task) => gapsOf(task))).toEqual([['due'], ['due']])
  })

  it('an ongoing task reports by a chosen day, which the cycle must have; another cycle begins without one', () => {
    const kind = { type: 'setKind', taskId: 't0', kind: 'ongoing' } as const
    const monthly = after(draftOf(), { ...kind, cycle: 'monthly', cycleDay: 25 })
    expect(monthly.tasks[0]).toMatchObject({ cycle: 'monthly', cycleDay: 25 })
    expect(after(monthly, { ...kind, cycle: 'weekly' }).tasks[0]).toMatchObject({
      cycle: 'weekly',
      cycleDay: null,
    })
    expect(applyAct(draftOf(), { ...kind, cycle: 'weekly', cycleDay: 25 })).toMatchObject({ ok: false })
    const dated = after(monthly, { type: 'setKind', taskId: 't0', kind: 'time_boxed', cycle: null })
    expect(dated.tasks[0]).toMatchObject({ cycle: null, cycleDay: null })
  })

  it('a discarded task leaves its sentence accounted for, as discarded or as what the person says', () => {
    const discard = (to: 'background' | null): Act => ({
      type: 'discard',
      taskId: 't0',
      reason: '已在办',
      class: to,
    })
    const kept = after(draftOf(), discard(null))
    expect([...standingsOf(kept).values()].map((one) => one.account)).toEqual([
      'discarded',
      'served',
      'classed',
    ])
    const moved = after(draftOf(), discard('background'))
    expect(moved.provisions[0]).toMatchObject({ class: 'background', confirmed: true })
  })

  it('a new row never takes the id of another', () => {
    const act: Act = { type: 'addTask', provisionId: 'p2', newTaskId: 't1', title: '新' }
    expect(applyAct(draftOf(), act)).toMatchObject({ ok: false, code: 'workspace.already_done' })
  })

  it('the bar counts confirmed before proposed', () => {
    const next = after(draftOf(), { type: 'confirm', taskIds: ['t0'], provisionIds: [] })
    expect(coverageSegments(next.provisions)).toEqual([
      { class: 'task', confirmed: true, count: 1 },
      { class: 'task', confirmed: false, count: 1 },
      { class: 'background', confirmed: false, count: 1 },
    ])
  })
})

describe('whatever is done', () => {
  it('no word of the text is lost, and what changed can be put back exactly', () => {
    const act = fc.oneof(
      fc.nat(SENTENCES[0]?.length ?? 0).map(splitOf),
      fc.constant<Act>({ type: 'merge', taskId: 't1', intoId: 't0' }),
      fc
        .constantFrom<'task' | 'goal'>('task', 'goal')
        .map(
          (to): Act => ({ type: 'reclassify', provisionId: 'p1', class: to, newTaskId: 'm', title: '新' }),
        ),
      fc.constant<Act>({ type: 'discard', taskId: 't0', reason: '不办', class: null }),
      fc.constant<Act>({ type: 'whole', newTaskId: 'w', title: '全文' }),
    )
    fc.assert(
      fc.property(fc.array(act, { maxLength: 6 }), (acts) => {
        let draft = draftOf()
        for (const [index, one] of acts.entries()) {
          const ids = { newTaskId: `n${index}`, newProvisionId: `q${index}` }
          const applied = applyAct(draft, { ...one, ...('newTaskId' in one ? ids : {}) } as Act)
          if (!applied.ok) continue
          expect(words(applied.draft)).toBe(text)
          const diff = diffDraft(draft, applied.draft)
          expect(inTextOrder(withRows(applied.draft, diff.after, diff.before))).toEqual(inTextOrder(draft))
          draft = applied.draft
        }
      }),
    )
  })
})
