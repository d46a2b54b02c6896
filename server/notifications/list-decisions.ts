import type { Ctx } from '@/server/context'
import { toLocalDateOrNull } from '@/server/dates'
import { can } from '@/domain/permissions/policy'
import { workingDaysBetween } from '@/domain/calendar/working-days'
import { localDateIn } from '@/domain/calendar/local-date'
import { listExtensionCards } from '@/server/extensions/list-extension-cards'
import { dutiesSql, type DutyKind } from '@/server/notifications/duties'

/** The duties that are decisions: of a leader, and of the office head. */
export const DECISION_KINDS = [
  'approve',
  'complete',
  'endorse_extension',
  'grant_extension',
  'see_note_answer',
  'countersign_statement',
  'check_bulletin',
  'approve_bulletin',
  'publish_bulletin',
] as const satisfies readonly DutyKind[]
type DecisionKind = (typeof DECISION_KINDS)[number]

/** How many decisions wait: the number of the navigation, the overview and the page. */
export function countDecisions(counts: Partial<Record<DutyKind, number>>): number {
  return DECISION_KINDS.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0)
}

type Row = {
  kind: DecisionKind
  assignment_id: string | null
  record_id: string | null
  since: Date
  due_on: Date | null
  items: bigint
  directive_no: number | null
  directive_title: string | null
  bulletin: { no: number; title: string; by: { name: string; nameEn: string } } | null
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

/** 待我决定: what waits for a leader's or the office head's decision, longest waiting first: approvals by directive, completions by task, requests for more time, answers to the leader's notes, statements to countersign, bulletins. */
export async function listDecisions(ctx: Ctx, limit: number) {
  const rows = await ctx.tx.$queryRaw<Row[]>`
    SELECT x.kind, x.assignment_id, x.report_id AS record_id, x.since, x.due_on, x.items, d.no AS directive_no, d.title AS directive_title, t.id AS task_id, t.no AS task_no,
      t.title AS task_title, t.version, t.conclusion, t.verified_progress AS verified, u.short_name AS lead, u.short_name_en AS lead_en,
      (t.due_on IS NOT NULL AND t.kind <> 'ongoing' AND t.due_on < ${ctx.today}::date) AS late,
      (SELECT json_build_object('name', e.actor_name, 'nameEn', COALESCE(p.name_en, e.actor_name)) FROM audit_entries e
        LEFT JOIN people p ON p.id = e.actor_id WHERE e.directive_id = d.id AND e.event = 'task.submitted' ORDER BY e.id DESC LIMIT 1) AS sent_by,
      (SELECT json_build_object('no', b.no, 'title', b.title, 'by', json_build_object('name', p.name, 'nameEn', p.name_en)) FROM bulletins b
        JOIN people p ON p.id = COALESCE(b.approved_by_id, b.sent_up_by_id, b.created_by_id) WHERE b.id = x.report_id) AS bulletin
    FROM (${dutiesSql(ctx)}) x LEFT JOIN directives d ON d.id = x.directive_id LEFT JOIN tasks t ON t.id = x.task_id LEFT JOIN units u ON u.id = t.lead_unit_id
    WHERE x.kind = ANY(${[...DECISION_KINDS]}::text[]) ORDER BY x.since, d.no LIMIT ${limit}`
  const asked = rows.flatMap((row) => (isExtension(row.kind) && row.assignment_id ? [row.assignment_id] : []))
  const cards = await listExtensionCards(ctx, asked)
  const [answers, statements] = await Promise.all([listAnswers(ctx, rows), listSigned(ctx, rows)])
  return rows.map(({ since, due_on, items, lead, lead_en, ...row }) => ({
    ...row,
    extension: (isExtension(row.kind) && row.assignment_id && cards.get(row.assignment_id)) || null,
    answer: (row.kind === 'see_note_answer' && row.record_id && answers.get(row.record_id)) || null,
    statement:
      (row.kind === 'countersign_statement' && row.record_id && statements.get(row.record_id)) || null,
    items: Number(items),
    mayReturn: can(ctx.actor, 'task.return'),
    dueOn: toLocalDateOrNull(due_on),
    lead: lead ? { name: lead, nameEn: lead_en ?? lead } : null,
    waited: Math.max(0, workingDaysBetween(localDateIn(since, ctx.settings.zone), ctx.today, ctx.calendar)),
  }))
}

/** The answers to the leader's notes among these rows, by note. */
async function listAnswers(ctx: Ctx, rows: readonly Row[]) {
  const ids = rows.flatMap((row) => (row.kind === 'see_note_answer' && row.record_id ? [row.record_id] : []))
  if (ids.length === 0) return new Map<string, never>()
  const notes = await ctx.tx.leaderNote.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      text: true,
      handlerUnit: { select: { name: true, nameEn: true } },
      answer: { select: { text: true, late: true } },
    },
  })
  return new Map(notes.map((note) => [note.id, note]))
}

/** The signed statements among these rows, by id. */
async function listSigned(ctx: Ctx, rows: readonly Row[]) {
  const ids = rows.flatMap((row) =>
    row.kind === 'countersign_statement' && row.record_id ? [row.record_id] : [],
  )
  if (ids.length === 0) return new Map<string, never>()
  const found = await ctx.tx.$queryRaw<{ id: string; no: number; tasks: number; unit: Named; by: Named }[]>`
    SELECT s.id, s.no, jsonb_array_length(s.content -> 'tasks') AS tasks, json_build_object('name', u.name, 'nameEn', u.name_en) AS unit,
      json_build_object('name', p.name, 'nameEn', p.name_en) AS by
    FROM statements s JOIN units u ON u.id = s.unit_id JOIN people p ON p.id = s.signed_by_id WHERE s.id = ANY(${ids}::uuid[])`
  return new Map(found.map((one) => [one.id, one]))
}

type Named = { name: string; nameEn: string }

const isExtension = (kind: DecisionKind) => kind === 'endorse_extension' || kind === 'grant_extension'

export type Decision = Awaited<ReturnType<typeof listDecisions>>[number]
