import { describe, expect, test } from 'vitest'
import { isFailure } from '@/domain/errors'
import { countDuties } from '@/server/notifications/duties'
import { listDuties } from '@/server/notifications/list-duties'
import { changeUrgeRules } from '@/server/org/change-urge-rules'
import { SETTINGS_ID } from '@/server/org/settings-version'
import { listPeriods } from '@/server/tasks/list-periods'
import { listTaskHistory } from '@/server/tasks/task-history'
import { draftAnswer } from '@/server/urges/draft-answer'
import { getSlip } from '@/server/urges/get-slip'
import { getUrgeForm } from '@/server/urges/get-urge-form'
import { listSlips, listTaskUrges } from '@/server/urges/list-urges'
import { sendUrges } from '@/server/urges/send-urges'
import { auditOf, buildDispatchedTask, ctxOf, NOW, runAs, testWorld } from '@/tests/factories'

const working = { status: 'in_progress' as const, acknowledgedAt: NOW }
const running = { status: 'in_progress' as const }
const failing = async (work: Promise<unknown>) => {
  try {
    await work
  } catch (error) {
    if (isFailure(error)) return error.code
    throw error
  }
  return null
}
const both = [
  { unit: 'relief', data: working },
  { unit: 'children', data: working },
]

describe('before a slip is sent', () => {
  test('the office sees whom it urges, what they owe, and what it adds to their month', async () => {
    const first = await buildDispatchedTask(both, running)
    const second = await buildDispatchedTask([{ unit: 'relief', data: working }], running)
    const done = await buildDispatchedTask([{ unit: 'relief', data: { status: 'waived' } }], running)
    const ctx = await ctxOf('officer')
    const nos = [first, second, done].map((task) => task.no)
    const form = await getUrgeForm(ctx, { part: null, tasks: nos, all: null })
    expect(form.units).toHaveLength(1)
    expect(form.units[0]).toMatchObject({
      unit: { code: 'relief' },
      burden: { total: 0, adds: 2, openAssignments: 2 },
    })
    expect(form.units[0]?.items.map((one) => one.owed.code)).toEqual(['due', 'due'])
    expect(form.left).toEqual([{ no: done.no, code: 'urge.nothing_owed', params: {} }])
    expect(form.answerByOn).toBe('2020-04-14')
    const all = await getUrgeForm(ctx, { part: null, tasks: [], all: 'view=all&lead=relief' })
    expect(all.chosen).toBe(3)
    expect(
      await failing(getUrgeForm(await ctxOf('relief-liaison'), { part: null, tasks: nos, all: null })),
    ).toBe('common.not_found')
    expect(
      await failing(getUrgeForm(await ctxOf('elderly-head'), { part: null, tasks: nos, all: null })),
    ).toBe('common.not_found')
  })
})

describe('a slip on the pages', () => {
  test('is a duty of its unit’s people, seen by its readers alone; a draft of the answer stays in the unit', async () => {
    const { db } = await testWorld()
    const task = await buildDispatchedTask(both, running)
    const [lead] = task.assignments.filter((one) => one.part === 'lead')
    await runAs('officer', sendUrges, {
      chosen: [lead?.id ?? ''],
      level: 1,
      answerBy: '+2wd',
      text: '请反馈。',
    })
    const slip = await db.urgeSlip.findFirstOrThrow({
      where: { urges: { some: { assignmentId: lead?.id } } },
    })
    expect((await countDuties(await ctxOf('relief-liaison'))).answer_urge).toBe(1)
    const duties = await listDuties(await ctxOf('relief-head'), { limit: 20 })
    expect(duties.rows.find((one) => one.kind === 'answer_urge')).toMatchObject({
      urge: { no: slip.no, level: 1, drafted: false },
      task: { no: task.no },
    })
    expect((await countDuties(await ctxOf('children-head'))).answer_urge).toBeUndefined()
    expect(await failing(getSlip(await ctxOf('children-head'), slip.no))).toBe('common.not_found')
    expect(await failing(getSlip(await ctxOf('auditor'), slip.no))).toBe('common.not_found')
    expect((await listSlips(await ctxOf('children-head'), 'all', null)).total).toBe(0)
    expect((await listTaskUrges(await ctxOf('children-head'), task.no)).urges).toEqual([])
    expect((await listTaskHistory(await ctxOf('children-head'), task.no, 'urge', null)).entries).toEqual([])
    expect((await listTaskHistory(await ctxOf('relief-head'), task.no, 'urge', null)).entries).toHaveLength(1)
    await runAs('relief-liaison', draftAnswer, {
      slipId: slip.id,
      version: slip.version,
      answer: '月底完成。',
    })
    expect((await countDuties(await ctxOf('relief-liaison'))).answer_urge).toBeUndefined()
    const head = await getSlip(await ctxOf('relief-head'), slip.no)
    expect(head).toMatchObject({
      answer: '月底完成。',
      drafted: true,
      acts: { draft: true, sign: true, escalate: null },
    })
    const office = await getSlip(await ctxOf('officer'), slip.no)
    expect(office).toMatchObject({ answer: '', drafted: false, acts: { draft: false, sign: false } })
  })
})

describe('the office', () => {
  test('head switches a rule with a reason; an officer may not', async () => {
    const { db } = await testWorld()
    const input = {
      on: ['overdue' as const],
      not_acknowledged: 1,
      overdue: 3,
      report_missed: 1,
      due_soon: 3,
      unanswered: 1,
      version: 0,
      reason: '减轻基层负担',
    }
    expect(await failing(runAs('officer', changeUrgeRules, input))).toBe('common.forbidden')
    await runAs('office-head', changeUrgeRules, input)
    const kept = await db.setting.findUniqueOrThrow({ where: { key: 'urgeRules' } })
    expect(kept.value).toMatchObject({ overdue: { on: true, workingDays: 3 }, unanswered: { on: false } })
    expect(await auditOf(SETTINGS_ID)).toEqual(['settings.changed'])
    expect(await failing(runAs('office-head', changeUrgeRules, { ...input, version: 1 }))).toBe(
      'urge.rules_unchanged',
    )
    expect(await failing(runAs('office-head', changeUrgeRules, input))).toBe('common.stale')
  })

  test('sees of each unit which periods were reported; a supporter not the lead’s', async () => {
    const task = await buildDispatchedTask(both, {
      ...running,
      kind: 'ongoing',
      cycle: 'weekly',
      cycleDay: 5,
    })
    const now = new Date('2020-04-22T02:00:00Z')
    const seen = await listPeriods(await ctxOf('officer', now), task.no)
    expect(seen?.parts.map((one) => [one.unit.name, one.periods.map(({ state }) => state)])).toEqual([
      ['救助司', ['due', 'missed']],
      ['儿童司', ['due', 'missed']],
    ])
    const own = await listPeriods(await ctxOf('children-head', now), task.no)
    expect(own?.parts.map((one) => one.unit.name)).toEqual(['儿童司'])
  })
})
