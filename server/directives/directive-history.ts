import type { Role } from '@/domain/permissions/roles'
import { hasRole } from '@/domain/permissions/actor'
import type { Ctx } from '@/server/context'

/** One act in the life of a directive; `count` is how many tasks it concerned at once (0 for the directive itself). */
export type DirectiveEvent = {
  id: string
  event: string
  at: string
  actor: string
  role: Role | null
  unit: string | null
  count: number
  reason: string | null
}

const FOR_UNITS = ['directive.enforced', 'directive.closed', 'directive.archived', 'directive.reopened']
const OF_TASKS = ['task.submitted', 'task.sent_back', 'task.approved', 'task.declined', 'task.dispatched']
const OF_DIRECTIVE = [
  ...FOR_UNITS,
  'directive.taken_in',
  'directive.edited',
  'directive.decomposed',
  'directive.filed',
  'directive.discarded',
  'directive.distributed',
]
const LATEST = 100

type Row = Omit<DirectiveEvent, 'at'> & { at: Date }

/** The latest hundred acts on a directive, newest first; one act on many tasks is one line. Units learn of it from its first dispatch on. */
export async function directiveHistory(ctx: Ctx, directiveId: string): Promise<DirectiveEvent[]> {
  const office = hasRole(ctx.actor, 'leader', 'office_head', 'officer', 'discipline')
  const events = office ? [...OF_DIRECTIVE, ...OF_TASKS] : FOR_UNITS
  const rows = await ctx.tx.$queryRaw<Row[]>`
    SELECT max(e.id::text) AS id, e.event, e.at, e.actor_name AS actor, e.actor_role AS role, e.actor_unit AS unit,
      (count(*) FILTER (WHERE e.entity = 'task'))::int AS count, max(v.after->>'reason') AS reason
    FROM audit_entries e LEFT JOIN audit_values v ON v.entry_id = e.id
    WHERE e.directive_id = ${directiveId}::uuid AND e.event = ANY(${events}::text[])
    GROUP BY e.event, e.at, e.actor_name, e.actor_role, e.actor_unit
    ORDER BY e.at DESC, max(e.id::text) DESC LIMIT ${LATEST}`
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}
