import { describe, expect, it } from 'vitest'
import { submitTasks } from '@/server/directives/workspace/submit-tasks'
import { dispatchDirective } from '@/server/tasks/dispatch-tasks'
import { buildDraft, draftOf, readyDraft } from '@/tests/drafts'
import { auditOf, runAs, testWorld } from '@/tests/factories'

async function versionOf(id: string): Promise<number> {
  const { db } = await testWorld()
  return (await db.directive.findUniqueOrThrow({ where: { id }, select: { version: true } })).version
}

async function submitted() {
  const ready = await readyDraft()
  const { directiveId } = ready
  const tasks = (await draftOf(directiveId)).tasks.map(({ id, version }) => ({ id, version }))
  await runAs('officer', submitTasks, { directiveId, tasks })
  return { directiveId, version: await versionOf(directiveId) }
}

describe('the office head approves and dispatches in one act', () => {
  it('assignments, the text for each unit, one notice a unit, the directive in force', async () => {
    const { db, org } = await testWorld()
    const { directiveId, version } = await submitted()
    const result = await runAs('office-head', dispatchDirective, {
      directiveId,
      version,
      distribution: { [org.unitIds.relief ?? '']: 'full' },
    })
    expect(result).toMatchObject({ tasks: 3, notices: 6, units: 4, acknowledgeDueOn: '2020-04-13' })
    const tasks = await db.task.findMany({
      where: { directiveId },
      include: { assignments: true },
      orderBy: { no: 'asc' },
    })
    expect(tasks.map((task) => task.status)).toEqual(Array(3).fill('dispatched'))
    expect(tasks[0]).toMatchObject({
      dispatchedOn: new Date('2020-04-10'),
      originalDueOn: tasks[0]?.dueOn,
      light: 'idle',
      moveParty: 'lead',
    })
    expect(tasks[0]?.assignments.map((one) => [one.part, one.unitId])).toEqual([
      ['lead', org.unitIds.relief],
      ['supporting', org.unitIds.centre],
    ])
    expect(tasks[0]?.assignments[0]).toMatchObject({
      acknowledgeDueOn: new Date('2020-04-13'),
      refuseDueOn: new Date('2020-04-14'),
      originalDueOn: new Date('2020-06-30'),
    })
    const distributed = await db.directiveDistribution.findMany({ where: { directiveId } })
    expect(distributed.filter((row) => row.extent === 'full').map((row) => row.unitId)).toEqual([
      org.unitIds.relief,
    ])
    expect(distributed).toHaveLength(4)
    const told = await db.notification.findMany({ where: { directiveId, event: 'task.dispatched' } })
    expect(told.map((one) => one.unitId).sort()).toEqual(distributed.map((row) => row.unitId).sort())
    expect(told.find((one) => one.unitId === org.unitIds.centre)?.params).toMatchObject({ count: 3, lead: 0 })
    expect(await db.directive.findUnique({ where: { id: directiveId } })).toMatchObject({
      status: 'in_force',
    })
    expect(await auditOf(tasks[0]?.id ?? '')).toEqual(
      expect.arrayContaining(['task.submitted', 'task.approved', 'task.dispatched']),
    )
    expect(await auditOf(directiveId)).toEqual(
      expect.arrayContaining(['directive.distributed', 'directive.enforced']),
    )
  })

  it('sent twice it acts once; later it finds nothing to dispatch', async () => {
    const { db } = await testWorld()
    const { directiveId, version } = await submitted()
    const key = crypto.randomUUID()
    const input = { directiveId, version }
    const [one, two] = await Promise.all([
      runAs('office-head', dispatchDirective, input, { key }),
      runAs('office-head', dispatchDirective, input, { key }),
    ])
    expect(two).toEqual(one)
    expect(await db.assignment.count({ where: { task: { directiveId } } })).toBe(6)
    await expect(runAs('office-head', dispatchDirective, input)).rejects.toMatchObject({ kind: 'conflict' })
    await expect(
      runAs('office-head', dispatchDirective, { directiveId, version: await versionOf(directiveId) }),
    ).rejects.toMatchObject({ code: 'workspace.nothing_to_dispatch' })
  })

  it('straight from a draft where the head decomposed it; some of the tasks only', async () => {
    const { db } = await testWorld()
    const { directiveId, draft } = await readyDraft()
    const [first] = draft.tasks
    const input = { directiveId, version: await versionOf(directiveId), taskIds: [first?.id ?? ''] }
    expect(await runAs('office-head', dispatchDirective, input)).toMatchObject({
      tasks: 1,
      notices: 2,
      units: 2,
    })
    const rest = await db.task.count({ where: { directiveId, status: 'draft' } })
    expect(rest).toBe(2)
  })
})

describe('dispatch is refused', () => {
  it('with the list of what is missing', async () => {
    const { directiveId } = await buildDraft()
    const input = { directiveId, version: await versionOf(directiveId) }
    await expect(runAs('office-head', dispatchDirective, input)).rejects.toMatchObject({
      kind: 'refused',
      code: 'workspace.missing',
      fields: expect.arrayContaining([expect.objectContaining({ code: 'workspace.due_date_missing' })]),
    })
  })

  it('to an officer, and to a unit that may not even know of it', async () => {
    const { directiveId, version } = await submitted()
    await expect(runAs('officer', dispatchDirective, { directiveId, version })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await expect(runAs('relief-head', dispatchDirective, { directiveId, version })).rejects.toMatchObject({
      kind: 'not_found',
    })
  })

  it('where a task changed since it was checked', async () => {
    const { directiveId, version } = await submitted()
    const [task] = (await draftOf(directiveId)).tasks
    const tasks = [{ id: task?.id ?? '', version: 1 }]
    await expect(runAs('leader', dispatchDirective, { directiveId, version, tasks })).rejects.toMatchObject({
      kind: 'conflict',
    })
  })

  it('to a unit that has ended since it was chosen', async () => {
    const { db, org } = await testWorld()
    const { directiveId, version } = await submitted()
    await db.unit.update({ where: { id: org.unitIds.elderly }, data: { validToOn: new Date('2020-04-09') } })
    await expect(runAs('leader', dispatchDirective, { directiveId, version })).rejects.toMatchObject({
      kind: 'refused',
      code: 'task.receiver_gone',
    })
    expect(await db.assignment.count({ where: { task: { directiveId } } })).toBe(0)
    await db.unit.update({ where: { id: org.unitIds.elderly }, data: { validToOn: null } })
  })

  it('to the office itself, which gives tasks and is given none', async () => {
    const { db, org } = await testWorld()
    const { directiveId, version } = await submitted()
    await db.taskDraftPart.updateMany({
      where: { task: { directiveId }, part: 'lead', unitId: org.unitIds.relief },
      data: { unitId: org.unitIds.office },
    })
    await expect(runAs('leader', dispatchDirective, { directiveId, version })).rejects.toMatchObject({
      kind: 'refused',
    })
  })
})
