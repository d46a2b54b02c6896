import type { LedgerDuring } from '@/domain/tasks/ledger-during'
import { OPEN_TASK_STATUSES } from '@/domain/tasks/lifecycle'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { taskScopeOf } from '@/server/tasks/scope'

/**
 * What happened to `tasks t` between two days, as the records now say: a date that was moved, a completion that was taken back count no
 * more. A task falls overdue on the day after its date, so that each does so in one period alone.
 */
export function duringSql(ctx: Ctx, { event, from, to }: LedgerDuring): Prisma.Sql {
  const days = Prisma.sql`BETWEEN ${from}::date AND ${to}::date`
  // As a span of instants, which an index knows.
  const at = (column: Prisma.Sql) =>
    Prisma.sql`${column} >= ${from}::date::timestamp AT TIME ZONE ${ctx.settings.zone} AND ${column} < (${to}::date + 1)::timestamp AT TIME ZONE ${ctx.settings.zone}`
  switch (event) {
    case 'dispatched':
      return Prisma.sql`t.dispatched_on ${days}`
    case 'completed':
      return Prisma.sql`t.completed_on ${days}`
    case 'lapsed':
      return lapsedSql(ctx, days)
    case 'reported':
      return Prisma.sql`t.id IN (SELECT a.task_id FROM reports r JOIN assignments a ON a.id = r.assignment_id
        WHERE r.status IN ('submitted', 'accepted', 'returned') AND ${at(Prisma.sql`r.submitted_at`)} AND ${readableParts(ctx)})`
    case 'returned':
      return Prisma.sql`t.id IN (SELECT a.task_id FROM reviews w JOIN reports r ON r.review_id = w.id JOIN assignments a ON a.id = r.assignment_id
        WHERE w.decision = 'return' AND ${at(Prisma.sql`w.reviewed_at`)} AND ${readableParts(ctx)})`
  }
}

/** Of a unit by its own dates, as `due`. What ended without completion is not overdue. */
function lapsedSql(ctx: Ctx, days: Prisma.Sql): Prisma.Sql {
  const scope = taskScopeOf(ctx.actor)
  const open = Prisma.sql`t.status = ANY(${[...OPEN_TASK_STATUSES]}::"TaskStatus"[]) AND t.completed_on IS NULL`
  const late = (due: Prisma.Sql) =>
    Prisma.sql`${due} + 1 ${days} AND ${due} < ${ctx.today}::date AND (${open} OR t.completed_on > ${due})`
  if (scope.all) return Prisma.sql`(${late(Prisma.sql`t.due_on`)})`
  return Prisma.sql`EXISTS (SELECT FROM assignment_readers r WHERE r.task_id = t.id AND r.unit_id = ANY(${scope.unitIds}::uuid[])
    AND ${late(Prisma.sql`r.due_on`)})`
}

/** The office's figures are of parts that it gave out itself; a unit learns of a report where it may read the part. */
function readableParts(ctx: Ctx): Prisma.Sql {
  const scope = taskScopeOf(ctx.actor)
  if (scope.all) return Prisma.sql`a.parent_assignment_id IS NULL`
  return Prisma.sql`a.id IN (SELECT o.assignment_id FROM assignment_readers o WHERE o.unit_id = ANY(${scope.unitIds}::uuid[]))`
}
