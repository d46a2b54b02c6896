import { describe, expect, it } from 'vitest'
import type { Act } from './acts'
import { applyAct } from './apply'
import { blankTask } from './apply-class'
import { diffDraft, withRows } from './diff'
import type { Draft } from './model'

const text = '一要摸底，覆盖率达到95%。二要整改，清零隐患。'
const half = text.indexOf('二要')

function draftOf(): Draft {
  const spans = [
    [0, half],
    [half, text.length],
  ] as const
  const provisions = spans.map(([start, end], i) => {
    return {
      id: `p${i}`,
      start,
      end,
      path: [],
      class: 'task' as const,
      reason: '',
      confirmed: false,
      version: 1,
    }
  })
  const tasks = [0, 1].map((i) => ({
    ...blankTask(`t${i}`, `题${i}`, [`p${i}`]),
    draftState: 'suggested' as const,
  }))
  return { text, provisions, tasks }
}
function after(draft: Draft, ...acts: Act[]): Draft {
  return acts.reduce((on, act) => {
    const applied = applyAct(on, act)
    if (!applied.ok) throw new Error(applied.code)
    return applied.draft
  }, draft)
}
const milestone = (
  taskId: string,
  id: string,
  dueOn: `${number}-${number}-${number}`,
  title: string,
): Act => {
  return { type: 'putMilestone', taskId, milestoneId: id, title, dueOn }
}
const indicator = (taskId: string, id: string, name: string, target: number | null = null): Act => {
  return { type: 'putIndicator', taskId, indicatorId: id, name, measure: '%', target, cycle: 'monthly' }
}
const due = (taskId: string, dueOn: `${number}-${number}-${number}`): Act => {
  return { type: 'setDue', taskId, dueOn, basis: 'assigned', basisText: null }
}

describe('milestones and indicators of a card', () => {
  it('stand in the order of their days, are changed in place and taken away, and make the card the person’s', () => {
    const put = after(
      draftOf(),
      milestone('t0', 'm1', '2020-05-20', '出报告'),
      milestone('t0', 'm2', '2020-04-30', '摸底'),
      milestone('t0', 'm1', '2020-04-20', '出初稿'),
      indicator('t0', 'i1', '覆盖率', 95),
    )
    expect(put.tasks[0]).toMatchObject({
      draftState: 'manual',
      milestones: [
        { id: 'm1', title: '出初稿' },
        { id: 'm2', title: '摸底' },
      ],
      indicators: [{ id: 'i1', name: '覆盖率', target: 95, measure: '%', cycle: 'monthly' }],
    })
    const gone = after(
      put,
      { type: 'removeMilestone', taskId: 't0', milestoneId: 'm1' },
      { type: 'removeIndicator', taskId: 't0', indicatorId: 'i1' },
    )
    expect(gone.tasks[0]?.milestones.map((one) => one.id)).toEqual(['m2'])
    expect(gone.tasks[0]?.indicators).toEqual([])
  })

  it('an indicator changed on the card keeps the path that was given to it elsewhere', () => {
    const draft = after(draftOf(), indicator('t0', 'i1', '覆盖率', 90))
    const path = [{ on: '2020-05-31' as const, value: 60 }]
    const withPath = {
      ...draft,
      tasks: draft.tasks.map((task) => ({
        ...task,
        indicators: task.indicators.map((one) => ({ ...one, path })),
      })),
    }
    expect(after(withPath, indicator('t0', 'i1', '覆盖率', 95)).tasks[0]?.indicators[0]).toMatchObject({
      target: 95,
      path,
    })
  })

  it('a milestone after the task’s date, an empty title, another task’s id and a thirty-first are refused', () => {
    const dated = after(draftOf(), due('t0', '2020-04-30'), milestone('t0', 'm1', '2020-04-30', '办结'))
    const refused = (act: Act, on = dated) => {
      const applied = applyAct(on, act)
      return applied.ok ? null : applied.code
    }
    expect(refused(milestone('t0', 'm2', '2020-05-01', '太晚'))).toBe('milestone.after_task')
    expect(refused(milestone('t0', 'm2', '2020-04-20', ' '))).toBe('milestone.title_missing')
    expect(refused(milestone('t1', 'm1', '2020-04-20', '别项的'))).toBe('workspace.already_done')
    expect(refused({ type: 'removeMilestone', taskId: 't0', milestoneId: 'm9' })).toBe(
      'workspace.nothing_changed',
    )
    const many = Array.from({ length: 30 }, (_, at) => milestone('t1', `n${at}`, '2020-04-20', `第${at}步`))
    expect(refused(milestone('t1', 'n30', '2020-04-20', '第31步'), after(draftOf(), ...many))).toBe(
      'milestone.too_many',
    )
  })

  it('a merge keeps those of both cards, what says the same once', () => {
    const draft = after(
      draftOf(),
      milestone('t0', 'm1', '2020-04-30', '摸底'),
      milestone('t1', 'm2', '2020-04-20', '方案'),
      milestone('t1', 'm3', '2020-04-30', '摸底'),
      indicator('t0', 'i1', '覆盖率', 95),
      indicator('t1', 'i2', '隐患数', 0),
      indicator('t1', 'i3', '覆盖率', 95),
    )
    const merged = after(draft, { type: 'merge', taskId: 't1', intoId: 't0' }).tasks[0]
    expect(merged?.milestones.map((one) => one.id)).toEqual(['m2', 'm1'])
    expect(merged?.indicators.map((one) => one.id)).toEqual(['i1', 'i2'])
  })

  it('a split takes along what its own words say, the rest stays; a merge and a split can be put back exactly', () => {
    const joined = after(
      draftOf(),
      { type: 'merge', taskId: 't1', intoId: 't0' },
      milestone('t0', 'm1', '2020-04-30', '清零隐患'),
      milestone('t0', 'm2', '2020-04-30', '印发通知'),
      indicator('t0', 'i1', '覆盖率达到95%', 95),
    )
    const act: Act = {
      type: 'split',
      taskId: 't0',
      provisionId: 'p1',
      offset: half,
      newTaskId: 'n',
      newProvisionId: 'q',
      title: '左',
      newTitle: '右',
    }
    const cut = after(joined, act)
    const [left, right] = cut.tasks
    expect(left?.milestones.map((one) => one.id)).toEqual(['m2'])
    expect(left?.indicators.map((one) => one.id)).toEqual(['i1'])
    expect(right?.milestones.map((one) => one.id)).toEqual(['m1'])
    const diff = diffDraft(joined, cut)
    expect(diffDraft(withRows(cut, diff.after, diff.before), joined).before.tasks).toEqual([])
  })
})
