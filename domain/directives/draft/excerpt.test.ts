import { describe, expect, it } from 'vitest'
import type { Act } from './acts'
import { applyAct } from './apply'
import { accounted } from './excerpt'
import { coverageFigures } from './standing'
import type { Draft } from './model'

const SENTENCES = ['指导各地摸清底数。', '指导各地建立台账。']
const text = SENTENCES.join('')

function excerpt(): Draft {
  let at = 0
  const provisions = SENTENCES.map((sentence, index) => {
    const start = at
    at += sentence.length
    const rest = { path: [], reason: '', version: 1, class: 'open' as const, confirmed: false }
    return { id: `p${index}`, start, end: at, ...rest }
  })
  return accounted({ text, provisions, tasks: [], excerpt: { dueOn: '2020-06-30' } })
}
function after(draft: Draft, act: Act): Draft {
  const applied = applyAct(draft, act)
  if (!applied.ok) throw new Error(applied.code)
  return applied.draft
}
const add = (provisionId: string, newTaskId: string): Act => {
  return { type: 'addTask', provisionId, newTaskId, title: '摸底' }
}
const code = (draft: Draft, act: Act) => {
  const applied = applyAct(draft, act)
  return applied.ok ? null : applied.code
}

describe('a unit breaks its sentences down', () => {
  it('a sentence is covered once a task stands on it, and open again once that is discarded', () => {
    const one = after(excerpt(), add('p0', 't0'))
    expect(coverageFigures(one.provisions)).toEqual({ total: 2, confirmed: 1, percent: 50 })
    const two = after(one, {
      type: 'reclassify',
      provisionId: 'p1',
      class: 'task',
      newTaskId: 't1',
      title: '台账',
    })
    expect(coverageFigures(two.provisions).percent).toBe(100)
    const merged = after(two, { type: 'merge', taskId: 't1', intoId: 't0' })
    expect(merged.tasks[0]?.provisionIds).toEqual(['p0', 'p1'])
    const gone = after(merged, { type: 'discard', taskId: 't0', reason: '另行安排', class: null })
    expect(gone.provisions.map((one) => one.class)).toEqual(['open', 'open'])
  })

  it('neither classes nor cuts the text, takes nothing whole, names nobody of the ministry', () => {
    const draft = after(excerpt(), add('p0', 't0'))
    const cut = {
      type: 'split',
      taskId: 't0',
      provisionId: 'p0',
      newTaskId: 'n',
      newProvisionId: 'q',
      title: '',
      newTitle: '',
    } as const
    expect(code(draft, { ...cut, offset: 4 })).toBe('workspace.excerpt_not_cut')
    const acts: Act[] = [
      { type: 'reclassify', provisionId: 'p1', class: 'background', newTaskId: 'n', title: '' },
      { type: 'whole', newTaskId: 'n', title: '全部' },
      { type: 'setPeople', taskId: 't0', leaderId: null },
      { type: 'setCascade', taskId: 't0', value: true },
      { type: 'discard', taskId: 't0', reason: '不办', class: 'goal' },
    ]
    for (const act of acts) expect(code(draft, act), act.type).toBe('workspace.not_of_excerpt')
  })

  it('a task over two sentences is divided between them', () => {
    const both = after(after(excerpt(), add('p0', 't0')), add('p1', 't1'))
    const one = after(both, { type: 'merge', taskId: 't1', intoId: 't0' })
    const start = SENTENCES[0]?.length ?? 0
    const cut = {
      taskId: 't0',
      provisionId: 'p1',
      offset: start,
      newTaskId: 'n',
      newProvisionId: 'q',
      title: '',
      newTitle: '台账',
    }
    expect(after(one, { type: 'split', ...cut }).tasks.map((task) => task.provisionIds)).toEqual([
      ['p0'],
      ['p1'],
    ])
  })

  it('no date is after the unit’s own, in bulk neither', () => {
    const draft = after(excerpt(), add('p0', 't0'))
    const due = (dueOn: '2020-06-30' | '2020-07-01') =>
      ({ type: 'setDue', taskId: 't0', dueOn, basis: 'assigned', basisText: null }) as const
    expect(code(draft, due('2020-06-30'))).toBeNull()
    expect(code(draft, due('2020-07-01'))).toBe('cascade.after_own_date')
    expect(code(draft, { type: 'bulk', items: [due('2020-07-01')] })).toBe('cascade.after_own_date')
  })
})
