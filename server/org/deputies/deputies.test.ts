import { beforeAll, describe, expect, test } from 'vitest'
import { standInName } from '@/server/org/deputies/stand-in-name'
import { can } from '@/domain/permissions/policy'
import type { Db } from '@/server/db'
import { listDuties } from '@/server/notifications/list-duties'
import { loadReport } from '@/server/reports/load-report'
import { saveReportDraft, saveReportDraftSchema } from '@/server/reports/save-report-draft'
import { acknowledgeAssignment } from '@/server/tasks/acknowledge-assignment'
import { actorOf, buildDispatchedTask, ctxOf, NOW, runAs, testWorld } from '@/tests/factories'
import { endDeputy } from './end-deputy'
import { findDeputies, findPostsToStandIn, listDeputies } from './list-deputies'
import { nameDeputy, nameDeputySchema } from './name-deputy'

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
const form = (person: string, deputy: string, more: Record<string, unknown> = {}) =>
  nameDeputySchema.parse({
    post: idOf(person),
    deputyId: idOf(deputy),
    validFromOn: '2020-04-10',
    validToOn: '2020-04-30',
    reason: '休假',
    ...more,
  })
const end = async () => {
  for (const { id, version } of await db.deputy.findMany({ where: { endedAt: null } }))
    await runAs('office-head', endDeputy, { deputyRowId: id, version })
}

describe('a deputy', () => {
  test('acts for a person on leave at once, and the record says for whom', async () => {
    const task = await buildDispatchedTask([{ unit: 'relief' }])
    const [assignment] = task.assignments
    const act = { assignmentId: assignment?.id ?? '', version: 1 }
    await expect(runAs('elderly-liaison', acknowledgeAssignment, act)).rejects.toMatchObject({
      kind: 'not_found',
    })

    await runAs('relief-liaison', nameDeputy, form('relief-liaison', 'elderly-liaison'))
    const { rows } = await listDuties(await ctxOf('elderly-liaison'), { limit: 5 })
    expect(rows.map((row) => row.kind)).toContain('acknowledge')
    expect(rows.find((row) => row.kind === 'acknowledge')?.behalf).toEqual({
      name: '某relief-liaison',
      nameEn: 'relief-liaison',
    })
    await runAs('elderly-liaison', acknowledgeAssignment, act)
    const entry = await db.auditEntry.findFirstOrThrow({ where: { event: 'assignment.acknowledged' } })
    expect(entry).toMatchObject({
      actorId: idOf('elderly-liaison'),
      actorName: '某elderly-liaison（代某relief-liaison）',
      onBehalfOfId: idOf('relief-liaison'),
      actorRole: 'liaison',
      actorUnitId: unitIds.relief,
    })
    await end()
    expect((await actorOf('elderly-liaison')).grants).toHaveLength(1)
  })

  test('is named for oneself, by the head for people of the unit, by the office head for any; by nobody else', async () => {
    await runAs('relief-head', nameDeputy, form('relief-liaison', 'elderly-liaison'))
    await runAs('office-head', nameDeputy, form('children-head', 'children-liaison'))
    for (const account of ['elderly-head', 'officer', 'elderly-liaison', 'inspector', 'sysadmin'])
      await expect(runAs(account, nameDeputy, form('relief-head', 'centre-head'))).rejects.toMatchObject({
        kind: 'not_found',
      })
    expect(await listDeputies(await ctxOf('relief-head'))).toHaveLength(2)
    expect(await listDeputies(await ctxOf('centre-head'))).toEqual([])
    await expect(ctxOf('secadmin').then(listDeputies)).rejects.toMatchObject({ kind: 'not_found' })
    await end()
  })

  test('is no administrator, stands in for none, and is named once for the same days', async () => {
    const refused = (input: ReturnType<typeof form>) =>
      expect(runAs('office-head', nameDeputy, input)).rejects
    await refused(form('officer', 'sysadmin')).toMatchObject({ fields: [{ code: 'deputies.deputy_unfit' }] })
    await refused(form('officer', 'inspector')).toMatchObject({ fields: [{ code: 'deputies.deputy_unfit' }] })
    await refused(form('sysadmin', 'officer')).toMatchObject({ kind: 'not_found' })
    await refused(form('officer', 'officer')).toMatchObject({ fields: [{ code: 'deputies.self' }] })
    await refused(form('officer', 'officer2', { validToOn: '2020-04-09' })).toMatchObject({
      fields: [{ code: 'deputies.dates_out_of_order' }],
    })
    await refused(form('officer', 'officer2', { validFromOn: '2020-04-01' })).toMatchObject({
      fields: [{ code: 'deputies.starts_in_past' }],
    })
    await runAs('office-head', nameDeputy, form('officer', 'officer2'))
    await refused(form('officer', 'relief-head', { validFromOn: '2020-04-20' })).toMatchObject({
      fields: [{ code: 'deputies.already_named' }],
    })
    expect((await findDeputies(await ctxOf('officer'), 'sysadmin')).map(({ id }) => id)).toEqual([])
    expect(await findPostsToStandIn(await ctxOf('officer'), 'relief')).toEqual([])
    await end()
  })

  test('reviews neither the own reports nor those of the person stood for, who reviews none of the deputy’s', async () => {
    const task = await buildDispatchedTask(
      [{ unit: 'relief', data: { status: 'acknowledged', acknowledgedAt: NOW } }],
      { status: 'in_progress' },
    )
    const assignmentId = task.assignments[0]?.id ?? ''
    // An officer who also is the unit's liaison for a while: hands on one side keep from the other.
    await runAs('relief-liaison', nameDeputy, form('relief-liaison', 'officer'))
    const typed = {
      kind: 'progress',
      done: '已做',
      claimedProgress: '10',
      nextStep: '',
      difficulty: '',
      helpNeeded: '',
    }
    const { reportId } = await runAs(
      'officer',
      (ctx, input: ReturnType<typeof saveReportDraftSchema.parse>) => saveReportDraft(ctx, input),
      saveReportDraftSchema.parse({ ...typed, assignmentId, version: '' }),
    )
    expect(await db.reportProxy.findMany({ where: { reportId } })).toEqual([
      { reportId, personId: idOf('relief-liaison') },
    ])
    await db.report.update({
      where: { id: reportId },
      data: { status: 'submitted', submittedAt: NOW, done: '已做', claimedProgress: 10 },
    })
    const { facts } = await loadReport(await ctxOf('officer2'), reportId)
    expect(can(await actorOf('officer2'), 'report.review', facts)).toBe(true)
    expect(can(await actorOf('officer'), 'report.review', facts)).toBe(false)
    await end()
    await runAs('office-head', nameDeputy, form('officer', 'officer2'))
    expect(can(await actorOf('officer2'), 'report.review', facts)).toBe(false)
    expect(standInName(await actorOf('officer2'), { role: 'officer' })).toBeNull()
    await end()
  })
})
