import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/permissions/actor'
import { can } from '@/domain/permissions/policy'
import { directiveFactsOf } from '@/server/directives/facts'
import { directiveText } from '@/server/directives/directive-text'
import { loadReport } from '@/server/reports/load-report'
import { ctxOf, testWorld } from '@/tests/factories'
import { actorWith, generatedPosts, generatedTask, readableOf, writeTasks } from '@/tests/generated-tasks'
import type { Ctx } from '@/server/context'
import { searchAll } from './search-all'

type Written = Awaited<ReturnType<typeof writeTasks>>

/** Everything that search finds, for this person, of what was written: found by a word that stands in all of it, page after page. */
async function foundBy(ctx: Ctx, { taskIds, directiveId }: Written) {
  const { db } = await testWorld()
  const reach = { take: 500, count: true }
  const [tasks, directives, sentences] = await Promise.all(
    ['一件事', '会议纪要', '要做好'].map((words) => searchAll(ctx, words, reach)),
  )
  const ids = (rows?: readonly { id: string }[]) => (rows ?? []).map((row) => row.id)
  const reports = tasks?.found.reports
  const own = await db.report.findMany({
    where: { id: { in: ids(reports?.rows) }, assignment: { taskId: { in: taskIds } } },
    select: { id: true },
  })
  const provisions = await db.provision.findMany({
    where: { id: { in: ids(sentences?.found.provisions?.rows) }, directiveId },
    select: { id: true },
  })
  expect(tasks?.found.tasks?.total ?? 0).toBe(tasks?.found.tasks?.rows.length ?? 0)
  expect(reports?.total ?? 0).toBe(reports?.rows.length ?? 0)
  return {
    tasks: ids(tasks?.found.tasks?.rows)
      .filter((id) => taskIds.includes(id))
      .sort(),
    directive: ids(directives?.found.directives?.rows).includes(directiveId),
    reports: ids(own).sort(),
    provisions: ids(provisions).sort(),
  }
}

/** What the policy lets the person read of it. */
async function readableBy(ctx: Ctx, actor: Actor, { taskIds, directiveId }: Written) {
  const { db } = await testWorld()
  const rows = await db.task.findMany({ where: { id: { in: taskIds } }, include: { readers: true } })
  const tasks = readableOf(actor, rows)
  const directive = await db.directive.findUniqueOrThrow({ where: { id: directiveId } })
  const mayRead = can(actor, 'directive.read', await directiveFactsOf(db, directive))
  const written = await db.report.findMany({
    where: { assignment: { taskId: { in: taskIds } }, status: { not: 'withdrawn' } },
    select: { id: true, assignment: { select: { taskId: true } } },
  })
  const reports: string[] = []
  for (const { id, assignment } of written) {
    const { mayRead: readable } = await loadReport(ctx, id)
    if (readable && tasks.includes(assignment.taskId)) reports.push(id)
  }
  const received = mayRead ? (await directiveText(ctx, directiveId)).segments.map((one) => one.id) : []
  return { tasks, directive: mayRead, reports: reports.sort(), provisions: received.sort() }
}

describe('what search finds', () => {
  it('is what the person may read, no more and no less, whatever the organisation', async () => {
    const base = await ctxOf('officer')
    const property = fc.asyncProperty(
      fc.array(generatedTask, { minLength: 1, maxLength: 4 }),
      fc.array(generatedPosts, { minLength: 4, maxLength: 8 }),
      fc.boolean(),
      async (specs, people, full) => {
        const { db, org } = await testWorld()
        const written = await writeTasks(specs)
        if (full)
          await db.directiveDistribution.create({
            data: { directiveId: written.directiveId, unitId: org.unitIds.relief ?? '', extent: 'full' },
          })
        for (const posts of people) {
          const actor = await actorWith(posts)
          const ctx = { ...base, actor }
          expect(await foundBy(ctx, written)).toEqual(await readableBy(ctx, actor, written))
        }
      },
    )
    await fc.assert(property, { numRuns: 12 })
  }, 180_000)
})
