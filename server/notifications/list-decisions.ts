import type { Ctx } from '@/server/context'
import { toLocalDateOrNull } from '@/server/dates'
import { workingDaysBetween } from '@/domain/calendar/working-days'
import { localDateIn } from '@/domain/calendar/local-date'
import { dutiesSql } from '@/server/notifications/duties'

type Row = {
  kind: 'approve' | 'complete'
  since: Date
  due_on: Date | null
  items: bigint
  directive_no: number
  directive_title: string
  task_id: string | null
  task_no: number | null
  task_title: string | null
  version: number | null
  conclusion: string | null
  verified: number | null
  lead: string | null
  lead_en: string | null
  late: boolean | null
  sent_by: { name: string; nameEn: string } | null
}

/** 待我决定: what waits for a leader's or the office head's decision, longest waiting first: approvals by directive, completions by task. */
export async function listDecisions(ctx: Ctx, limit: number) {
  const rows = await ctx.tx.$queryRaw<Row[]>`
    SELECT x.kind, x.since, x.due_on, x.items, d.no AS directive_no, d.title AS directive_title, t.id AS task_id, t.no AS task_no,
      t.title AS task_title, t.version, t.conclusion, t.verified_progress AS verified, u.short_name AS lead, u.short_name_en AS lead_en,
      (t.due_on IS NOT NULL AND t.kind <> 'ongoing' AND t.due_on < ${ctx.today}::date) AS late,
      (SELECT json_build_object('name', e.actor_name, 'nameEn', COALESCE(p.name_en, e.actor_name)) FROM audit_entries e
        LEFT JOIN people p ON p.id = e.actor_id WHERE e.directive_id = d.id AND e.event = 'task.submitted' ORDER BY e.id DESC LIMIT 1) AS sent_by
    FROM (${dutiesSql(ctx)}) x JOIN directives d ON d.id = x.directive_id LEFT JOIN tasks t ON t.id = x.task_id LEFT JOIN units u ON u.id = t.lead_unit_id
    WHERE x.kind IN ('approve', 'complete') ORDER BY x.since, d.no LIMIT ${limit}`
  return rows.map(({ since, due_on, items, lead, lead_en, ...row }) => ({
    ...row,
    items: Number(items),
    dueOn: toLocalDateOrNull(due_on),
    lead: lead ? { name: lead, nameEn: lead_en ?? lead } : null,
    waited: Math.max(0, workingDaysBetween(localDateIn(since, ctx.settings.zone), ctx.today, ctx.calendar)),
  }))
}

export type Decision = Awaited<ReturnType<typeof listDecisions>>[number]
