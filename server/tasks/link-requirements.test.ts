import { beforeEach, describe, expect, test } from 'vitest'
import { linkRequirements } from '@/server/tasks/link-requirements'
import { listLikeRequirements } from '@/server/tasks/list-like-requirements'
import { listSameRequirements } from '@/server/tasks/list-same-requirements'
import { unlinkRequirement } from '@/server/tasks/unlink-requirement'
import { writeRequirements } from '@/server/tasks/write-requirements'
import { auditOf, buildDirective, buildDispatchedTask, ctxOf, NOW, runAs, testWorld } from '@/tests/factories'

const REQUIREMENT = '对今年新纳入低保的家庭逐户开展经济状况复核，于四月底前形成复核报告。'
const ALIKE = '对今年新纳入低保的家庭逐户开展经济状况复核，于五月底前形成复核报告。'

const completed = { status: 'completed' as const, completedAt: NOW, completedOn: new Date('2020-04-10') }

type Data = Parameters<typeof buildDispatchedTask>[1]
async function buildTask(sentence: string, unit = 'relief', data: Data = {}) {
  const { db } = await testWorld()
  const directive = await buildDirective({ sentences: [sentence], status: 'in_force', inForceAt: NOW })
  const task = await buildDispatchedTask([{ unit }], {
    directiveId: directive.id,
    status: 'in_progress',
    ...data,
  })
  await writeRequirements({ tx: db as never }, [task.id])
  return task
}
const versionOf = async (taskId: string) =>
  (await listSameRequirements(await ctxOf('officer'), [taskId])).get(taskId)?.version ?? 0
const sameAs = async (account: string, taskId: string) =>
  (await listSameRequirements(await ctxOf(account), [taskId])).get(taskId)?.same.map((one) => one.no) ?? []
const likeAs = async (account: string, text: string, directiveId: string) => {
  const asked = [{ key: 'k', text, directiveId }]
  return (
    (await listLikeRequirements(await ctxOf(account), asked)).get('k')?.map((one) => [one.no, one.percent]) ??
    []
  )
}
const link = (account: string, taskId: string, otherId: string, key?: string) =>
  runAs(account, linkRequirements, { taskId, otherId }, { key })

let one: Awaited<ReturnType<typeof buildTask>>
let two: typeof one
beforeEach(async () => {
  const { db } = await testWorld()
  await db.requirementGroup.deleteMany()
  await db.taskRequirement.deleteMany()
  one = await buildTask(REQUIREMENT)
  two = await buildTask(ALIKE)
})

describe('an officer is shown what repeats a requirement in force', () => {
  test('a sentence alike in another directive, the likest first; its own directive’s and other sentences not', async () => {
    const three = await buildTask('由养老司对三级以上养老机构消防设施开展全覆盖检测，于六月底前完成。')
    const told = await likeAs('officer', REQUIREMENT, three.directiveId)
    expect(told).toEqual([
      [one.no, 100],
      [two.no, expect.any(Number)],
    ])
    expect(told[1]?.[1]).toBeGreaterThanOrEqual(80)
    expect(await likeAs('officer', REQUIREMENT, one.directiveId)).toHaveLength(1)
    expect(await likeAs('officer', '做好工作。', three.directiveId)).toEqual([])
  })

  test('not a task that is completed, nor one of a directive that was closed', async () => {
    const { db } = await testWorld()
    await db.task.update({ where: { id: one.id }, data: completed })
    await db.directive.update({ where: { id: two.directiveId }, data: { status: 'closed' } })
    const other = await buildDirective()
    expect(await likeAs('officer', REQUIREMENT, other.id)).toEqual([])
  })

  test('a unit is shown only what it may read', async () => {
    const other = await buildDirective()
    expect(await likeAs('relief-liaison', REQUIREMENT, other.id)).toHaveLength(2)
    expect(await likeAs('elderly-liaison', REQUIREMENT, other.id)).toEqual([])
    expect(await likeAs('sysadmin', REQUIREMENT, other.id)).toEqual([])
  })
})

describe('linking as the same requirement', () => {
  test('an officer links two tasks: each shows the other, both records say so', async () => {
    expect(await link('officer', one.id, two.id)).toEqual({ taskNo: one.no, otherNo: two.no, already: false })
    expect(await sameAs('officer', one.id)).toEqual([two.no])
    expect(await sameAs('leader', two.id)).toEqual([one.no])
    expect(await auditOf(one.id)).toEqual(['task.requirement_linked'])
    expect(await auditOf(two.id)).toEqual(['task.requirement_linked'])
  })

  test('twice, the other way round, or at once, it is one link with one entry each', async () => {
    await Promise.all([link('officer', one.id, two.id, 'k'), link('officer', one.id, two.id, 'k')])
    expect(await link('office-head', two.id, one.id)).toMatchObject({ already: true })
    expect(await auditOf(one.id)).toHaveLength(1)
    const [a, b] = [await buildTask(REQUIREMENT), await buildTask(ALIKE)]
    await Promise.all([link('officer', a.id, b.id), link('officer2', b.id, a.id)])
    expect(await auditOf(a.id)).toHaveLength(1)
    expect(await sameAs('officer', a.id)).toEqual([b.no])
  })

  test('links are transitive: two groups that meet become one', async () => {
    const [three, four] = [await buildTask(REQUIREMENT), await buildTask(ALIKE)]
    await link('officer', one.id, two.id)
    await link('officer', three.id, four.id)
    await link('officer', two.id, three.id)
    expect(await sameAs('officer', one.id)).toEqual([two.no, three.no, four.no])
    const { db } = await testWorld()
    expect(await db.requirementGroup.count()).toBe(1)
  })

  test('a unit’s people, a leader and a stranger may not; whoever may not read it learns nothing', async () => {
    for (const account of ['relief-head', 'relief-liaison', 'leader', 'inspector'])
      await expect(link(account, one.id, two.id)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(link('elderly-head', one.id, two.id)).rejects.toMatchObject({ kind: 'not_found' })
    expect(await sameAs('officer', one.id)).toEqual([])
  })

  test('a unit head links what the unit hands down, never with the office’s own', async () => {
    const { org } = await testWorld()
    const down = {
      officeOwned: false,
      ownerUnitId: org.unitIds.relief,
      parentAssignmentId: one.assignments[0]?.id,
    }
    const [a, b] = [await buildTask(REQUIREMENT, 'north', down), await buildTask(ALIKE, 'south', down)]
    await link('relief-head', a.id, b.id)
    expect(await sameAs('relief-head', a.id)).toEqual([b.no])
    await expect(link('relief-head', a.id, one.id)).rejects.toMatchObject({ kind: 'forbidden' })
    // The north reads its own task alone: the other one does not exist for it.
    expect(await sameAs('north-liaison', a.id)).toEqual([])
  })

  test('not with itself, nor where one is closed', async () => {
    await expect(link('officer', one.id, one.id)).rejects.toMatchObject({ code: 'requirement.same_task' })
    const { db } = await testWorld()
    await db.task.update({ where: { id: two.id }, data: completed })
    await expect(link('officer', one.id, two.id)).rejects.toMatchObject({ code: 'requirement.not_open' })
  })
})

describe('unlinking', () => {
  test('an officer takes a task out; the last one left is linked with nothing', async () => {
    await link('officer', one.id, two.id)
    const version = await versionOf(one.id)
    await runAs('officer', unlinkRequirement, { taskId: one.id, version })
    expect(await sameAs('officer', two.id)).toEqual([])
    expect(await auditOf(one.id)).toEqual(['task.requirement_linked', 'task.requirement_unlinked'])
    const again = await runAs('officer', unlinkRequirement, { taskId: one.id, version })
    expect(again).toMatchObject({ already: true })
    const { db } = await testWorld()
    expect(await db.requirementGroup.count()).toBe(0)
  })

  test('a group that changed since it was seen is not touched; a unit’s people may not', async () => {
    await link('officer', one.id, two.id)
    const version = await versionOf(one.id)
    const three = await buildTask(REQUIREMENT)
    await link('officer2', two.id, three.id)
    await expect(runAs('officer', unlinkRequirement, { taskId: one.id, version })).rejects.toMatchObject({
      kind: 'conflict',
    })
    await expect(
      runAs('relief-head', unlinkRequirement, { taskId: one.id, version: version + 1 }),
    ).rejects.toMatchObject({ kind: 'forbidden' })
    expect(await sameAs('officer', one.id)).toEqual([two.no, three.no])
  })
})
