import { describe, expect, it } from 'vitest'
import { refreshTask } from '@/server/tasks/refresh-task'
import { buildDirective, buildDispatchedTask, ctxOf, NOW, testWorld } from '@/tests/factories'
import { fromLocalDate } from '@/server/dates'
import { countDutiesOf } from './count-duties-of'
import { countDuties } from './duties'
import { shellCounts } from './shell-counts'

const acknowledged = { status: 'in_progress' as const, acknowledgedAt: NOW }

describe('what a person is asked to do', () => {
  it('a unit’s people acknowledge what was dispatched to their unit, nobody else does', async () => {
    const task = await buildDispatchedTask([{ unit: 'elderly' }])
    await refreshTask(await ctxOf('officer'), task.id)
    expect(await countDuties(await ctxOf('elderly-liaison'))).toEqual({ acknowledge: 1 })
    expect(await countDuties(await ctxOf('centre-liaison'))).toEqual({})
    expect(await countDuties(await ctxOf('sysadmin'))).toEqual({})
    expect(await countDuties(await ctxOf('inspector'))).toEqual({})
  })

  it('the lead’s people act for an external unit', async () => {
    const task = await buildDispatchedTask([{ unit: 'centre', data: acknowledged }, { unit: 'finance' }])
    await refreshTask(await ctxOf('officer'), task.id)
    expect(await countDuties(await ctxOf('centre-liaison'))).toEqual({ acknowledge: 1 })
  })

  it('a report goes from the draft of its writer to the head’s sign-off to the office’s review, absent for who wrote it', async () => {
    const { db, org } = await testWorld()
    const task = await buildDispatchedTask([{ unit: 'children', data: acknowledged }], {
      status: 'in_progress',
    })
    const writtenById = org.personIds['children-liaison'] ?? ''
    const report = await db.report.create({
      data: { assignmentId: task.assignments[0]?.id ?? '', seq: 1, claimedProgress: 20, writtenById },
    })
    await refreshTask(await ctxOf('officer'), task.id)
    expect(await countDuties(await ctxOf('children-liaison'))).toEqual({ send_draft: 1 })
    expect(await countDuties(await ctxOf('children-head'))).toEqual({})
    await db.report.update({
      where: { id: report.id },
      data: { status: 'awaiting_signoff', sentForSignoffAt: NOW },
    })
    expect(await countDuties(await ctxOf('children-head'))).toEqual({ sign_off: 1 })
    const submittedById = org.personIds.officer2 ?? ''
    await db.report.update({
      where: { id: report.id },
      data: { status: 'submitted', submittedAt: NOW, submittedById },
    })
    expect((await countDuties(await ctxOf('officer'))).review).toBe(1)
    expect((await countDuties(await ctxOf('officer2'))).review).toBeUndefined()
  })

  it('a report falls due three working days before its date, and a returned one is to be revised', async () => {
    const { db, org } = await testWorld()
    const task = await buildDispatchedTask([{ unit: 'north', data: acknowledged }], {
      status: 'in_progress',
      dueOn: fromLocalDate('2020-04-15'),
    })
    await refreshTask(await ctxOf('officer'), task.id)
    expect(await countDuties(await ctxOf('north-head'))).toEqual({ report: 1 })
    await db.report.create({
      data: {
        assignmentId: task.assignments[0]?.id ?? '',
        seq: 1,
        status: 'returned',
        claimedProgress: 20,
        writtenById: org.personIds['north-liaison'] ?? '',
        submittedAt: NOW,
      },
    })
    expect(await countDuties(await ctxOf('north-head'))).toEqual({ revise: 1 })
  })

  it('a periodic report is asked for during the whole of its period, until it is handed in', async () => {
    const { db, org } = await testWorld()
    const task = await buildDispatchedTask([{ unit: 'relief', data: acknowledged }], {
      status: 'in_progress',
      kind: 'ongoing',
      cycle: 'monthly',
      cycleDay: 30,
    })
    const assignmentId = task.assignments[0]?.id ?? ''
    await refreshTask(await ctxOf('officer'), task.id)
    const asked = async (day: string) =>
      (await countDuties(await ctxOf('relief-liaison', new Date(`${day}T02:00:00Z`)))).report ?? 0
    expect(await asked('2020-04-10')).toBe(1)
    await db.report.create({
      data: {
        assignmentId,
        seq: 1,
        status: 'accepted',
        claimedProgress: 20,
        writtenById: org.personIds['relief-liaison'] ?? '',
        submittedAt: NOW,
      },
    })
    await refreshTask(await ctxOf('officer'), task.id)
    expect(await asked('2020-04-10')).toBe(0)
    // April's was due on the 30th: May's is asked for from the first.
    expect(await asked('2020-04-30')).toBe(0)
    expect(await asked('2020-05-01')).toBe(1)
  })

  it('the office decomposes drafts, its head and leaders approve what was sent, counted by directive', async () => {
    const { db, org } = await testWorld()
    const before = (await countDuties(await ctxOf('officer'))).decompose ?? 0
    const directive = await buildDirective()
    expect((await countDuties(await ctxOf('officer'))).decompose).toBe(before + 1)
    const task = {
      directiveId: directive.id,
      ownerUnitId: org.unitIds.office ?? '',
      createdById: org.personIds.officer ?? '',
    }
    await db.task.createMany({
      data: ['甲', '乙'].map((title) => ({
        ...task,
        title,
        status: 'awaiting_approval' as const,
        submittedAt: NOW,
      })),
    })
    expect((await countDuties(await ctxOf('officer'))).decompose ?? 0).toBe(before)
    expect((await countDuties(await ctxOf('office-head'))).approve).toBe(1)
    expect((await countDuties(await ctxOf('leader'))).approve).toBe(1)
    expect((await countDuties(await ctxOf('officer'))).approve).toBeUndefined()
  })

  it('an open page hears the number that a new one shows, for administrators too', async () => {
    const { db } = await testWorld()
    await buildDispatchedTask([{ unit: 'elderly' }])
    await db.jobState.create({ data: { name: 'mail-digest', failures: 2 } })
    const accounts = ['sysadmin', 'secadmin', 'office-head', 'officer', 'leader', 'elderly-liaison']
    const all = await Promise.all(accounts.map((account) => ctxOf(account)))
    const shown = await Promise.all(all.map(async (ctx) => (await shellCounts(ctx)).todo))
    const heard = await countDutiesOf(
      db,
      all.map((ctx) => ctx.actor),
      NOW,
    )
    expect(heard).toEqual(shown)
    expect(heard[0]).toBeGreaterThan(0)
    expect(heard.at(-1)).toBeGreaterThan(0)
  })
})
