import { beforeAll, describe, expect, it } from 'vitest'
import { Prisma } from '@/prisma/generated/client'
import { actorOf, buildDispatchedTask, ctxOf, NOW, testWorld } from '@/tests/factories'
import { brandActor } from '@/domain/permissions/actor'
import { acknowledgeAssignment } from './acknowledge-assignment'
import { getTask } from './get-task'
import { handDownTask, handDownTaskSchema } from './hand-down-task'
import { listBelow } from './list-below'
import { getTaskBelow } from './task-below'
import { runCommand } from '@/server/run-command'

const PROVINCES = 29
const COUNTIES = 90

type Task = Awaited<ReturnType<typeof buildDispatchedTask>>
let task: Task

/** The head of a unit that has nobody yet: only the rules and the work are asked for here, not the door. */
async function headOf(unitId: string, reach: string[]) {
  const someone = await actorOf('north-head')
  return brandActor({ ...someone, grants: [{ role: 'unit_head', unitId, reach }] })
}

beforeAll(async () => {
  const { db, org } = await testWorld()
  // 29 more provinces beside the two of the small ministry, each with 90 counties; the bureau guides them all.
  await db.$executeRaw`
    WITH p AS (
      INSERT INTO units (id, code, kind, name, short_name, name_en, short_name_en, parent_id, path, sort, valid_from_on, aliases, former_names)
      SELECT x.id, 'p' || x.n, 'province', '省' || x.n, '省' || x.n, 'P' || x.n, 'P' || x.n, ${org.unitIds.ministry}::uuid,
        ARRAY[${org.unitIds.ministry}::uuid, x.id], 100 + x.n * 100, '2018-01-01', '{}', '{}'
      FROM (SELECT n, gen_random_uuid() AS id FROM generate_series(1, ${PROVINCES}) n) x RETURNING id, code, path, sort
    ), g AS (
      INSERT INTO guidances (guiding_unit_id, guided_unit_id, valid_from_on) SELECT ${org.unitIds.relief}::uuid, id, '2018-01-01' FROM p
    )
    INSERT INTO units (id, code, kind, name, short_name, name_en, short_name_en, parent_id, path, sort, valid_from_on, aliases, former_names)
    SELECT c.id, p.code || '-' || c.n, 'county', '县' || c.n, '县' || c.n, 'C' || c.n, 'C' || c.n, p.id, p.path || c.id, p.sort + c.n, '2018-01-01', '{}', '{}'
    FROM p CROSS JOIN LATERAL (SELECT n, gen_random_uuid() AS id FROM generate_series(1, ${COUNTIES}) n WHERE p.id IS NOT NULL) c`
  task = await buildDispatchedTask(
    [{ unit: 'relief', data: { status: 'in_progress', acknowledgedAt: NOW } }],
    { status: 'in_progress' },
  )
}, 60_000)

describe('a task handed down to every province and county', () => {
  it('goes to all 31 provinces in one act, and from each to its ninety counties', async () => {
    const { db } = await testWorld()
    const down = async (actor: Awaited<ReturnType<typeof headOf>>, assignmentId: string, kinds: string) => {
      const { version } = await db.assignment.findUniqueOrThrow({ where: { id: assignmentId } })
      const input = handDownTaskSchema.parse({ assignmentId, version, kinds })
      return runCommand(actor, handDownTask, input, { name: 'handDownTask', now: NOW, db })
    }
    const lead = task.assignments[0]?.id ?? ''
    expect(await down(await actorOf('relief-head'), lead, 'province')).toMatchObject({ units: 31 })
    const children = await db.assignment.findMany({
      where: { parentAssignmentId: lead, unit: { code: { startsWith: 'p' } } },
      select: { id: true, unitId: true },
    })
    // Two by their heads; for the others the same rows are written at once, to keep the test short.
    for (const child of children.slice(0, 2)) {
      const head = await headOf(child.unitId, [child.unitId])
      const seen = { assignmentId: child.id, version: 1 }
      await runCommand(head, acknowledgeAssignment, seen, { name: 'acknowledgeAssignment', now: NOW, db })
      expect(await down(head, child.id, 'county')).toMatchObject({ units: COUNTIES })
    }
    await db.assignment.updateMany({
      where: { id: { in: children.slice(2).map((child) => child.id) } },
      data: { status: 'acknowledged', acknowledgedAt: NOW },
    })
    await db.$executeRaw`
      INSERT INTO assignments (id, task_id, unit_id, part, parent_assignment_id, acknowledge_due_on, refuse_due_on, dispatched_at)
      SELECT gen_random_uuid(), a.task_id, u.id, 'local', a.id, a.acknowledge_due_on, a.refuse_due_on, a.dispatched_at
      FROM assignments a JOIN units u ON u.parent_id = a.unit_id
      WHERE a.id = ANY(${children.slice(2).map((child) => child.id)}::uuid[])`
    expect(await db.assignment.count({ where: { taskId: task.id } })).toBe(1 + 31 + PROVINCES * COUNTIES)
  }, 120_000)

  it('the task’s page reads its own level alone, the roll-up counts all, a list is a page long', async () => {
    const office = await ctxOf('officer')
    const page = await getTask(office, task.no)
    expect(page.parts).toHaveLength(1)
    const { nodes } = await getTaskBelow(office, task.no)
    expect(nodes[0]?.direct).toMatchObject({ total: 31, acknowledged: PROVINCES })
    expect(nodes[0]?.levels).toMatchObject([
      { kind: 'province', total: 31 },
      { kind: 'county', total: PROVINCES * COUNTIES, acknowledged: 0 },
    ])
    const first = await listBelow(office, task.no, { of: null, filter: 'all', after: null })
    expect([first.total, first.rows.length, first.next]).toEqual([31, 31, null])
    const of = first.rows.find((row) => row.below !== null)?.id ?? ''
    const counties = await listBelow(office, task.no, { of, filter: 'unacknowledged', after: null })
    expect([counties.total, counties.rows.length]).toEqual([COUNTIES, 50])
    const rest = await listBelow(office, task.no, { of, filter: 'unacknowledged', after: counties.next })
    expect(rest.rows).toHaveLength(COUNTIES - 50)
    const ids = new Set([...counties.rows, ...rest.rows].map((row) => row.id))
    expect(ids.size).toBe(COUNTIES)
  })

  it('the level right below is found by its index, not by reading the others', async () => {
    const { db } = await testWorld()
    const lead = task.assignments[0]?.id ?? ''
    // Nothing was counted anew since the rows came in: the planner is told not to read them all, and shows what else it has.
    const [, plan] = await db.$transaction([
      db.$executeRaw`SET LOCAL enable_seqscan = off`,
      db.$queryRaw<{ 'QUERY PLAN': string }[]>(
        Prisma.sql`EXPLAIN SELECT count(*) FROM assignments WHERE parent_assignment_id = ${lead}::uuid`,
      ),
    ])
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain(
      'assignments_parent_assignment_id_idx',
    )
  })
})
