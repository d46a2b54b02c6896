import type { AuditEvent } from '@/domain/audit/events'
import type { Ctx } from '@/server/context'
import { startOfDay } from '@/server/dates'

/** What a person does, as against what follows from it by itself. */
export const DEEDS = [
  'directive.taken_in',
  'directive.filed',
  'directive.discarded',
  'directive.closed',
  'directive.archived',
  'task.submitted',
  'task.sent_back',
  'task.declined',
  'task.approved',
  'task.dispatched',
  'task.reassigned',
  'task.completed',
  'task.struck_off',
  'task.suspended',
  'task.resumed',
  'task.terminated',
  'task.reopened',
  'task.archived',
  'task.due_date_changed',
  'assignment.acknowledged',
  'assignment.refused',
  'assignment.ruled_to_stand',
  'assignment.replaced',
  'assignment.waived',
  'report.sent_for_signoff',
  'report.sent_back',
  'report.submitted',
  'report.withdrawn',
  'report.accepted',
  'report.returned',
  'report.review_corrected',
] as const satisfies readonly AuditEvent[]

/** The newest shown; a day rarely has more, and the log has them all. */
const SHOWN = 50

type Row = {
  event: (typeof DEEDS)[number]
  at: Date
  count: number
  task_no: number | null
  task_title: string | null
  directive_title: string | null
  total: number
}

/** 今日已办: what the person did since midnight (zone of the settings), newest first; many in one act are one line with their number. */
export async function listDoneToday(ctx: Ctx) {
  const rows = await ctx.tx.$queryRaw<Row[]>`
    SELECT y.*, t.no AS task_no, t.title AS task_title, d.title AS directive_title, (count(*) OVER ())::int AS total FROM (
      SELECT e.event, e.at, e.directive_id, count(DISTINCT e.entity_id)::int AS count, min(e.task_id::text)::uuid AS task_id FROM audit_entries e
      WHERE e.actor_id = ${ctx.actor.personId}::uuid AND e.at >= ${startOfDay(ctx.today, ctx.settings.zone)} AND e.event = ANY(${[...DEEDS]}::text[])
      GROUP BY e.event, e.at, e.directive_id) y
    LEFT JOIN tasks t ON t.id = y.task_id AND y.count = 1 LEFT JOIN directives d ON d.id = y.directive_id
    ORDER BY y.at DESC, y.event LIMIT ${SHOWN}`
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map(({ at, task_no, task_title, directive_title, total: _total, ...row }) => ({
      ...row,
      at: at.toISOString(),
      task: task_no === null ? null : { no: task_no, title: task_title ?? '' },
      directive: directive_title,
    })),
  }
}

export type DoneToday = Awaited<ReturnType<typeof listDoneToday>>
