import { isEmptySearch, readSearch } from '@/domain/directives/search-query'
import { daysOfDue, type LedgerDue } from '@/domain/tasks/ledger-due'
import type { LedgerFilter, LedgerView } from '@/domain/tasks/ledger-filter'
import { NO_LEAD } from '@/domain/tasks/ledger-group'
import { OPEN_TASK_STATUSES } from '@/domain/tasks/lifecycle'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { matchSql } from '@/server/search/match-sql'
import { duringSql } from '@/server/tasks/ledger-during-sql'
import { taskScopeOf } from '@/server/tasks/scope'

/** Open without the drafts: those are the workspace's, not the ledger's. */
const OPEN = OPEN_TASK_STATUSES.filter((status) => status !== 'draft')

const statusIn = (statuses: readonly string[]) =>
  Prisma.sql`t.status IN (${Prisma.join(statuses.map((status) => Prisma.sql`${status}::"TaskStatus"`))})`

/**
 * What the ledger reads from, as `tasks t` with a condition. Whoever reads all reads the office's own tasks (its figures
 * count no others) by their indexes; a unit starts from what its assignments let it read, indexed by unit.
 * The rule itself is scope.ts; a test holds the two together.
 */
export function ledgerSource(ctx: Ctx): { from: Prisma.Sql; rule: Prisma.Sql } {
  const scope = taskScopeOf(ctx.actor)
  const sent = Prisma.sql`(t.status NOT IN ('declined', 'terminated') OR t.submitted_at IS NOT NULL)`
  if (scope.all) {
    const drafts = scope.officeDrafts ? Prisma.sql`TRUE` : Prisma.sql`(t.status <> 'draft' AND ${sent})`
    return { from: Prisma.sql`tasks t`, rule: Prisma.sql`t.office_owned AND ${drafts}` }
  }
  if (scope.unitIds.length === 0) return { from: Prisma.sql`tasks t`, rule: Prisma.sql`FALSE` }
  const units = Prisma.sql`${scope.unitIds}::uuid[]`
  return {
    from: Prisma.sql`(
      SELECT r.task_id AS id FROM assignment_readers r WHERE r.unit_id = ANY(${units})
      UNION SELECT o.id FROM tasks o WHERE o.owner_unit_id = ANY(${units}) AND NOT o.office_owned
    ) readable JOIN tasks t ON t.id = readable.id`,
    rule: Prisma.sql`((NOT t.office_owned AND t.owner_unit_id = ANY(${units})) OR (t.dispatched_at IS NOT NULL
      AND t.status NOT IN ('draft', 'awaiting_approval', 'approved', 'declined') AND ${sent}))`,
  }
}

/** The condition of a fixed view. `all` leaves out the drafts alone. */
export function viewSql(ctx: Ctx, view: LedgerView): Prisma.Sql {
  const open = statusIn(OPEN)
  switch (view) {
    case 'all':
      return Prisma.sql`t.status <> 'draft'`
    case 'open':
      return open
    case 'off':
      return Prisma.sql`${open} AND t.light = 'off'`
    case 'week':
      return Prisma.sql`${open} AND ${dueIn(ctx, 'week')}`
    case 'review':
      return Prisma.sql`${open} AND (t.status = 'under_review' OR t.id IN (${waitingForReview(ctx)}))`
    case 'mine':
      return Prisma.sql`${open} AND ${handledBy(ctx)}`
    case 'acknowledge':
      return Prisma.sql`${open} AND t.id IN (${toAcknowledge(ctx)})`
  }
}

/**
 * The tasks that an address of the ledger stands for and this person may read: `FROM` gives them as `tasks t`. What table, board,
 * timeline, exports and urging share, so that all of them mean the same tasks.
 */
export function ledgerWhere(ctx: Ctx, filter: LedgerFilter): { from: Prisma.Sql; where: Prisma.Sql } {
  const { from, rule } = ledgerSource(ctx)
  return { from, where: Prisma.sql`${rule} AND ${filterSql(ctx, filter)}` }
}

/** All conditions of a filter but for the place of its page. */
export function filterSql(ctx: Ctx, filter: LedgerFilter): Prisma.Sql {
  const parts: Prisma.Sql[] = []
  // A status or a task that is asked for by name is shown whatever the view says of drafts.
  const named = filter.status.length > 0 || filter.no.length > 0
  parts.push(named && filter.view === 'all' ? Prisma.sql`TRUE` : viewSql(ctx, filter.view))
  if (filter.no.length > 0) parts.push(Prisma.sql`t.no = ANY(${filter.no})`)
  if (filter.status.length > 0) parts.push(statusIn(filter.status))
  if (filter.light.length > 0) parts.push(lightIn(filter.light))
  if (filter.directive.length > 0) {
    parts.push(
      Prisma.sql`t.directive_id IN (SELECT d.id FROM directives d WHERE d.no = ANY(${filter.directive}))`,
    )
  }
  if (filter.lead.length > 0) {
    const none = filter.lead.includes(NO_LEAD) ? Prisma.sql` OR t.lead_unit_id IS NULL` : Prisma.empty
    parts.push(
      Prisma.sql`(t.lead_unit_id IN (SELECT u.id FROM units u WHERE u.code = ANY(${filter.lead}))${none})`,
    )
  }
  if (filter.unit.length > 0) {
    parts.push(Prisma.sql`t.id IN (SELECT a.task_id FROM assignments a JOIN units u ON u.id = a.unit_id
      WHERE u.code = ANY(${filter.unit}) AND a.status <> 'replaced')`)
  }
  if (filter.type.length > 0) {
    parts.push(Prisma.sql`t.kind = ANY(${filter.type}::"TaskKind"[])`)
  }
  if (filter.move.length > 0) parts.push(Prisma.sql`t.move_party = ANY(${filter.move})`)
  if (filter.due) parts.push(dueIn(ctx, filter.due))
  if (filter.during) parts.push(duringSql(ctx, filter.during))
  if (filter.q !== '') parts.push(matches(filter.q))
  return Prisma.join(parts, ' AND ')
}

/** `done` and `late` stand apart, as everywhere; what has not gone out yet counts under no light. */
export function lightIn(lights: LedgerFilter['light']): Prisma.Sql {
  const ways = lights.map((light) => {
    if (light === 'late') return Prisma.sql`(t.light = 'done' AND t.completed_late)`
    if (light === 'done') return Prisma.sql`(t.light = 'done' AND NOT t.completed_late)`
    return Prisma.sql`t.light = ${light}::"Light"`
  })
  return Prisma.sql`(${Prisma.join(ways, ' OR ')}) AND t.status NOT IN ('draft', 'awaiting_approval', 'approved')`
}

/** As in the search box: by number, and by the index of titles, expected results and document numbers, which holds no single character. */
function matches(q: string): Prisma.Sql {
  const query = readSearch(q)
  const like = `%${q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const words = isEmptySearch(query)
    ? Prisma.sql`t.title ILIKE ${like}`
    : Prisma.sql`t.id IN (SELECT s.task_id FROM search_tasks s WHERE ${matchSql(query, { letters: true })})`
  return Prisma.sql`(${words} OR t.no = ${query.taskNo ?? -1})`
}

/** Of a unit by its own dates, which are never later than the task's. Overdue is what is still open. */
function dueIn(ctx: Ctx, due: LedgerDue): Prisma.Sql {
  const span = daysOfDue(due, ctx.today)
  if (!span) return Prisma.sql`t.due_on IS NULL`
  const days = Prisma.sql`BETWEEN ${span.from ?? '-infinity'}::date AND ${span.to ?? 'infinity'}::date`
  const open = due === 'overdue' ? Prisma.sql`${statusIn(OPEN)} AND ` : Prisma.empty
  const scope = taskScopeOf(ctx.actor)
  if (scope.all) return Prisma.sql`${open}t.due_on ${days}`
  return Prisma.sql`${open}t.id IN (SELECT r.task_id FROM assignment_readers r
    WHERE r.unit_id = ANY(${scope.unitIds}::uuid[]) AND r.due_on ${days})`
}

function waitingForReview(ctx: Ctx): Prisma.Sql {
  const scope = taskScopeOf(ctx.actor)
  // A unit sees that a report waits where it may read the assignment; a supporter does not learn it of the lead.
  const readable = scope.all
    ? Prisma.sql`TRUE`
    : Prisma.sql`a.id IN (SELECT r.assignment_id FROM assignment_readers r WHERE r.unit_id = ANY(${scope.unitIds}::uuid[]))`
  return Prisma.sql`SELECT a.task_id FROM reports p JOIN assignments a ON a.id = p.assignment_id
    WHERE p.status = 'submitted' AND a.status <> 'replaced' AND ${readable}`
}

function toAcknowledge(ctx: Ctx): Prisma.Sql {
  const { unitIds } = taskScopeOf(ctx.actor)
  return Prisma.sql`SELECT a.task_id FROM assignments a
    WHERE a.unit_id = ANY(${unitIds}::uuid[]) AND a.status = 'awaiting_acknowledgement'`
}

/** 我经办: drafted by me or with me as its responsible leader or person; of a unit: taken on by me or in my charge. */
function handledBy(ctx: Ctx): Prisma.Sql {
  const me = Prisma.sql`${ctx.actor.personId}::uuid`
  const ways = Prisma.sql`t.created_by_id = ${me} OR t.responsible_leader_id = ${me} OR t.responsible_person_id = ${me}`
  const { unitIds } = taskScopeOf(ctx.actor)
  if (unitIds.length === 0) return Prisma.sql`(${ways})`
  return Prisma.sql`(${ways} OR t.id IN (SELECT a.task_id FROM assignments a WHERE a.unit_id = ANY(${unitIds}::uuid[])
    AND (a.acknowledged_by_id = ${me} OR a.responsible_person_id = ${me})))`
}
