import { beforeAll, describe, expect, test } from 'vitest'
import type { Db } from '@/server/db'
import { markPersonLeft } from '@/server/org/mark-person-left'
import { auditOf, buildDispatchedTask, ctxOf, NOW, runAs, testWorld } from '@/tests/factories'
import { handOverDuties, handOverDutiesSchema } from './hand-over-duties'
import { countHeldDuties, listHeldDuties } from './held-duties'

let db: Db
let personIds: Record<string, string>
let unitIds: Record<string, string>
beforeAll(async () => {
  const world = await testWorld()
  db = world.db
  personIds = world.org.personIds
  unitIds = world.org.unitIds
})

const idOf = (account: string) => personIds[account] ?? ''
const form = (person: string, to: string, more: Record<string, string> = {}) =>
  handOverDutiesSchema.parse({ personId: idOf(person), toId: idOf(to), reason: '调离', ...more })

async function laden(account: string, unit: string) {
  const held = { status: 'in_progress' as const, acknowledgedAt: NOW, responsiblePersonId: idOf(account) }
  const task = await buildDispatchedTask([{ unit, data: held }], {
    status: 'in_progress',
    responsiblePersonId: idOf(account),
  })
  const assignment = task.assignments[0]
  const report = await db.report.create({
    data: {
      assignmentId: assignment?.id ?? '',
      seq: 1,
      kind: 'progress',
      claimedProgress: 0,
      writtenById: idOf(account),
      createdAt: NOW,
      updatedAt: NOW,
    },
  })
  return { task, assignmentId: assignment?.id ?? '', reportId: report.id }
}

describe('the duties of a person', () => {
  test('go to others in one act, each recorded; drafts change hands and keep their history', async () => {
    const { task, assignmentId, reportId } = await laden('relief-liaison', 'relief')
    await db.portfolioUnit.create({
      data: { personId: idOf('relief-liaison'), unitId: unitIds.relief ?? '' },
    })
    const held = await listHeldDuties(await ctxOf('relief-head'), idOf('relief-liaison'))
    expect([held.tasks, held.assignments, held.drafts, held.portfolio].map((list) => list.length)).toEqual([
      1, 1, 1, 1,
    ])
    const input = form('relief-liaison', 'relief-head', { tasksToId: idOf('centre-head') })
    expect(await runAs('relief-head', handOverDuties, input)).toEqual({ count: 4 })
    expect((await db.task.findUniqueOrThrow({ where: { id: task.id } })).responsiblePersonId).toBe(
      idOf('centre-head'),
    )
    const part = await db.assignment.findUniqueOrThrow({ where: { id: assignmentId } })
    expect(part.responsiblePersonId).toBe(idOf('relief-head'))
    expect((await db.report.findUniqueOrThrow({ where: { id: reportId } })).writtenById).toBe(
      idOf('relief-head'),
    )
    expect(await auditOf(reportId)).toEqual(['report.draft_handed_over'])
    expect(await auditOf(assignmentId)).toEqual(['assignment.person_changed'])
    expect(await countHeldDuties(await ctxOf('sysadmin'), idOf('relief-liaison'))).toEqual({
      tasks: 0,
      assignments: 0,
      drafts: 0,
      portfolio: 0,
      deputies: 0,
    })
  })

  test('are handed over by the person, the unit’s head or the office head; by nobody else, and stay in the unit', async () => {
    await laden('elderly-liaison', 'elderly')
    for (const account of ['relief-head', 'officer', 'sysadmin', 'inspector'])
      await expect(
        runAs(account, handOverDuties, form('elderly-liaison', 'elderly-head')),
      ).rejects.toMatchObject({
        kind: 'not_found',
      })
    await expect(
      runAs('office-head', handOverDuties, form('elderly-liaison', 'relief-head')),
    ).rejects.toMatchObject({
      fields: [{ code: 'handover.heir_elsewhere', params: { count: 1 } }],
    })
    await expect(
      runAs('office-head', handOverDuties, form('elderly-liaison', 'auditor')),
    ).rejects.toMatchObject({
      fields: [{ code: 'handover.heir_unfit' }],
    })
    expect(
      (await runAs('elderly-liaison', handOverDuties, form('elderly-liaison', 'elderly-head'))).count,
    ).toBe(3)
  })

  test('go along when the system administrator marks the person as left, who signs in no more', async () => {
    const { reportId } = await laden('north-liaison', 'north')
    expect((await countHeldDuties(await ctxOf('sysadmin'), idOf('north-liaison'))).drafts).toBe(1)
    await expect(
      ctxOf('secadmin').then((ctx) => countHeldDuties(ctx, idOf('north-liaison'))),
    ).rejects.toMatchObject({
      kind: 'forbidden',
    })
    const leave = {
      personId: idOf('north-liaison'),
      version: 1,
      lastDayOn: '2020-04-10' as const,
      toId: idOf('north-head'),
    }
    await runAs('sysadmin', markPersonLeft, leave)
    expect((await db.report.findUniqueOrThrow({ where: { id: reportId } })).writtenById).toBe(
      idOf('north-head'),
    )
    expect((await db.person.findUniqueOrThrow({ where: { account: 'north-liaison' } })).status).toBe('left')
  })
})
