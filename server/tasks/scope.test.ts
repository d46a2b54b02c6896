import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { can } from '@/domain/permissions/policy'
import { Prisma } from '@/prisma/generated/client'
import { visibleDirectives, visibleDirectivesSql } from '@/server/directives/scope'
import { directiveFactsOf } from '@/server/directives/facts'
import { visibleTasks, visibleTasksSql } from '@/server/tasks/scope'
import { testWorld } from '@/tests/factories'
import { actorWith, generatedPosts, generatedTask, readableOf, writeTasks } from '@/tests/generated-tasks'

describe('reading', () => {
  it('lists exactly the tasks and directives that the policy lets each person read', async () => {
    const { db } = await testWorld()
    const property = fc.asyncProperty(
      fc.array(generatedTask, { minLength: 1, maxLength: 5 }),
      fc.array(generatedPosts, { minLength: 4, maxLength: 8 }),
      async (specs, people) => {
        const { taskIds, directiveId } = await writeTasks(specs)
        const rows = await db.task.findMany({ where: { id: { in: taskIds } }, include: { readers: true } })
        const directive = await db.directive.findUniqueOrThrow({ where: { id: directiveId } })
        const directiveFacts = await directiveFactsOf(db, directive)
        for (const posts of people) {
          const actor = await actorWith(posts)
          const byPolicy = readableOf(actor, rows)
          const listed = await db.task.findMany({
            where: { AND: [{ id: { in: taskIds } }, visibleTasks(actor)] },
            select: { id: true },
          })
          expect(listed.map((row) => row.id).sort()).toEqual(byPolicy)
          const bySql = await db.$queryRaw<{ id: string }[]>(
            Prisma.sql`SELECT t.id FROM tasks t WHERE t.id = ANY(${taskIds}::uuid[]) AND ${visibleTasksSql(actor)}`,
          )
          expect(bySql.map((row) => row.id).sort()).toEqual(byPolicy)
          const count = await db.directive.count({
            where: { AND: [{ id: directiveId }, visibleDirectives(actor)] },
          })
          expect(count === 1).toBe(can(actor, 'directive.read', directiveFacts))
          const directiveBySql = await db.$queryRaw<unknown[]>(
            Prisma.sql`SELECT d.id FROM directives d WHERE d.id = ${directiveId}::uuid AND ${visibleDirectivesSql(actor)}`,
          )
          expect(directiveBySql.length).toBe(count)
        }
      },
    )
    await fc.assert(property, { numRuns: 40 })
  }, 120_000)
})
