import { localDateIn } from '@/domain/calendar/local-date'
import { workingDaysBetween } from '@/domain/calendar/working-days'
import { homeUnitsOf } from '@/domain/permissions/actor'
import { OFFICE_ROLES, UNIT_ROLES } from '@/domain/permissions/roles'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { toLocalDateOrNull } from '@/server/dates'
import { dutiesSql, type DutyKind } from '@/server/notifications/duties'
import { standInName } from '@/server/org/deputies/stand-in-name'
import { STATEMENT_DUTY_KINDS } from '@/server/statements/statement-duties'
import { lightViewOf } from '@/server/tasks/light-view'
import { dueMeaning, shownLight } from '@/server/tasks/task-words'

/** Rows on a page of the full list. */
export const DUTIES_PAGE = 50

type Named = { name: string; nameEn: string }

type Row = {
  total: number
  kind: DutyKind | null
  key: string
  since: Date | null
  due_on: Date | null
  items: bigint
  assignment_id: string | null
  report_id: string | null
  version: number | null
  task_id: string | null
  task_no: number | null
  task_title: string | null
  task_status: string | null
  light_facts: unknown
  part: 'lead' | 'supporting' | 'local' | null
  /** Null where the duty is on a bulletin over several directives. */
  directive_no: number | null
  directive_title: string | null
  doc_number: string | null
  urgency: 'none' | 'urgent' | 'extra_urgent' | null
  unit_id: string | null
  unit: Named | null
  owner: Named | null
  by: Named | null
  seq: number | null
  reason: string | null
  return_kind: string | null
  last_report_at: Date | null
  verified: number | null
  sentences: { total: number; confirmed: number } | null
  urge: { no: number; level: number; drafted: boolean } | null
  statement: { no: number; tasks: number } | null
  bulletin: { no: number; title: string } | null
}

/**
 * A duty's place, as text that sorts: late ones first and of these the oldest date, then today's, then those that someone
 * has waited for longest, at last reports that fall due soon, for which nobody waits yet.
 */
function keySql(ctx: Ctx): Prisma.Sql {
  const waited = Prisma.sql`COALESCE(to_char(x.since, 'YYYYMMDDHH24MISSMS'), '9')`
  return Prisma.sql`(CASE WHEN x.due_on < ${ctx.today}::date THEN '0' || to_char(x.due_on, 'YYYYMMDD') || ${waited}
    WHEN x.due_on = ${ctx.today}::date THEN '1' || ${waited}
    WHEN x.kind IN ('report', 'send_draft') THEN '3' || COALESCE(to_char(x.due_on, 'YYYYMMDD'), '9') || ${waited}
    ELSE '2' || ${waited} END || '.' || x.kind || '.' || COALESCE(x.report_id, x.assignment_id, x.task_id, x.directive_id)::text || COALESCE(x.unit_id::text, '')) COLLATE "C"`
}

/** 现在要办: the person's duties with what a row shows, most urgent first; `after` is the key of the last row seen. */
export async function listDuties(ctx: Ctx, { limit, after = '' }: { limit: number; after?: string }) {
  const found = await ctx.tx.$queryRaw<Row[]>`
    WITH duties AS MATERIALIZED (${dutiesSql(ctx)}),
    page AS (SELECT k.* FROM (SELECT x.*, ${keySql(ctx)} AS key FROM duties x) k WHERE k.key > ${after} ORDER BY k.key LIMIT ${limit + 1})
    SELECT c.total, x.kind, x.key, x.since, x.due_on, x.items, x.assignment_id, x.report_id, x.task_id, x.unit_id,
      a.version, a.part::text AS part, a.last_report_at, t.no AS task_no, t.title AS task_title, t.status::text AS task_status,
      t.verified_progress AS verified, CASE WHEN x.kind IN ('review', 'rule') OR a.id IS NULL THEN t.light_facts ELSE a.light_facts END AS light_facts,
      d.no AS directive_no, d.title AS directive_title, d.doc_number, d.urgency::text AS urgency,
      ${named('u')} AS unit, ${named('o')} AS owner, r.seq,
      CASE x.kind
        WHEN 'approve' THEN (SELECT json_build_object('name', e.actor_name, 'nameEn', COALESCE(p.name_en, e.actor_name)) FROM audit_entries e
          LEFT JOIN people p ON p.id = e.actor_id WHERE e.directive_id = d.id AND e.event = 'task.submitted' ORDER BY e.id DESC LIMIT 1)
        WHEN 'decompose' THEN (SELECT json_build_object('name', p.name, 'nameEn', p.name_en) FROM people p WHERE p.id = d.created_by_id)
        WHEN 'dispatch_drafts' THEN (SELECT json_build_object('name', p.name, 'nameEn', p.name_en) FROM people p JOIN tasks c ON c.created_by_id = p.id
          WHERE c.parent_assignment_id = a.id AND c.status = 'draft' ORDER BY c.created_at DESC LIMIT 1)
        WHEN 'check_bulletin' THEN ${personSql('b.created_by_id')} WHEN 'approve_bulletin' THEN ${personSql('b.sent_up_by_id')}
        WHEN 'publish_bulletin' THEN ${personSql('b.approved_by_id')} WHEN 'revise_bulletin' THEN ${personSql('b.sent_back_by_id')}
        WHEN 'sign_off' THEN (SELECT json_build_object('name', p.name, 'nameEn', p.name_en) FROM people p WHERE p.id = r.written_by_id)
        WHEN 'sign_extension' THEN (SELECT json_build_object('name', p.name, 'nameEn', p.name_en) FROM people p JOIN extensions e ON e.written_by_id = p.id
          WHERE e.assignment_id = a.id AND e.status = 'awaiting_signoff')
        WHEN 'sign_statement' THEN (SELECT json_build_object('name', p.name, 'nameEn', p.name_en) FROM people p WHERE p.id = z.drawn_up_by_id)
        WHEN 'countersign_statement' THEN (SELECT json_build_object('name', p.name, 'nameEn', p.name_en) FROM people p WHERE p.id = z.signed_by_id)
        WHEN 'redraw_statement' THEN (SELECT json_build_object('name', p.name, 'nameEn', p.name_en) FROM people p WHERE p.id = z.sent_back_by_id)
        ELSE (SELECT json_build_object('name', p.name, 'nameEn', p.name_en) FROM people p JOIN leader_notes n ON n.written_by_id = p.id WHERE n.id = x.report_id)
      END AS by,
      CASE x.kind WHEN 'revise_bulletin' THEN left(b.sent_back_reason, 120) WHEN 'rule' THEN a.refusal_reason WHEN 'send_draft' THEN r.sent_back_reason WHEN 'revise' THEN back.reason
        WHEN 'answer_note' THEN (SELECT left(n.text, 120) FROM leader_notes n WHERE n.id = x.report_id)
        WHEN 'redraw_statement' THEN left(z.sent_back_reason, 120) END AS reason,
      back.return_kind::text AS return_kind,
      CASE WHEN x.kind = 'decompose' THEN (SELECT json_build_object('total', count(*), 'confirmed', count(s.confirmed_at)) FROM provisions s
        WHERE s.directive_id = d.id) END AS sentences,
      CASE WHEN x.kind IN ('answer_urge', 'raise_urge') THEN (SELECT json_build_object('no', s.no, 'level', s.level, 'drafted', s.drafted_at IS NOT NULL)
        FROM urges g JOIN urge_slips s ON s.id = g.slip_id WHERE g.assignment_id = a.id AND g.status IN ('sent', 'lapsed') LIMIT 1) END AS urge,
      CASE WHEN z.id IS NOT NULL THEN json_build_object('no', z.no, 'tasks', jsonb_array_length(z.content -> 'tasks')) END AS statement,
      CASE WHEN b.id IS NOT NULL THEN json_build_object('no', b.no, 'title', b.title) END AS bulletin
    FROM (SELECT count(*)::int AS total FROM duties) c LEFT JOIN page x ON TRUE
      LEFT JOIN tasks t ON t.id = x.task_id LEFT JOIN directives d ON d.id = x.directive_id LEFT JOIN assignments a ON a.id = x.assignment_id
      LEFT JOIN units u ON u.id = x.unit_id LEFT JOIN units o ON o.id = t.owner_unit_id LEFT JOIN reports r ON r.id = x.report_id
      LEFT JOIN statements z ON z.id = x.report_id AND x.kind = ANY(${[...STATEMENT_DUTY_KINDS]}::text[])
      LEFT JOIN bulletins b ON b.id = x.report_id
      LEFT JOIN LATERAL (SELECT w.reason, w.return_kind FROM reports l JOIN reviews w ON w.id = l.review_id
        WHERE x.kind = 'revise' AND l.assignment_id = a.id ORDER BY l.seq DESC LIMIT 1) back ON TRUE
    ORDER BY x.key`
  const rows = found.filter((row): row is Row & { kind: DutyKind } => row.kind !== null)
  const shown = rows.slice(0, limit)
  const seats = homeUnitsOf(ctx.actor, 'unit_head', 'liaison').length
  return {
    total: found[0]?.total ?? 0,
    next: rows.length > limit ? (shown.at(-1)?.key ?? null) : null,
    rows: shown.map((row) => toDuty(ctx, row, seats > 1)),
  }
}

export type DutyList = Awaited<ReturnType<typeof listDuties>>
export type Duty = DutyList['rows'][number]

/** A unit by its short names; the alias is one of two in the query above, never input. */
function named(alias: 'u' | 'o'): Prisma.Sql {
  const [id, name, nameEn] = ['id', 'short_name', 'short_name_en'].map((column) =>
    Prisma.raw(`${alias}.${column}`),
  )
  return Prisma.sql`CASE WHEN ${id} IS NULL THEN NULL ELSE json_build_object('name', ${name}, 'nameEn', ${nameEn}) END`
}

/** A person by name; the column is one of those named in the query above, never input. */
function personSql(column: `b.${string}_by_id`): Prisma.Sql {
  return Prisma.sql`(SELECT json_build_object('name', p.name, 'nameEn', p.name_en) FROM people p WHERE p.id = ${Prisma.raw(column)})`
}

/** Kinds that a unit's people do for the unit: one of several hats is named on the row. */
const OF_A_UNIT: readonly DutyKind[] = [
  'sign_off',
  'acknowledge',
  'answer_urge',
  'revise',
  'report',
  'send_draft',
  'dispatch_drafts',
  'sign_extension',
  'send_extension',
  'answer_note',
  'sign_note_answer',
  'read_directive',
  'name_readers',
  'record_study',
  'sign_statement',
  'answer_naming',
]

function toDuty(ctx: Ctx, row: Row & { kind: DutyKind }, severalHats: boolean) {
  const { zone } = ctx.settings
  const dueOn = toLocalDateOrNull(row.due_on)
  const sinceOn = row.since && localDateIn(row.since, zone)
  const waited = sinceOn ? Math.max(0, workingDaysBetween(sinceOn, ctx.today, ctx.calendar)) : 0
  const view = lightViewOf(ctx, { lightFacts: row.light_facts })
  const running = { status: 'in_progress', kind: 'time_boxed', cycle: null, completedOn: null } as const
  return {
    key: row.key,
    kind: row.kind,
    task: row.task_no === null ? null : { no: row.task_no, title: row.task_title ?? '' },
    directive: { no: row.directive_no ?? 0, title: row.directive_title ?? '', docNumber: row.doc_number },
    // A unit that is named reads what is said of it, not the title.
    bulletin: row.bulletin && {
      no: row.bulletin.no,
      title: row.kind === 'answer_naming' ? null : row.bulletin.title,
    },
    urgency: row.urgency ?? 'none',
    part: row.part,
    assignment: row.assignment_id === null ? null : { id: row.assignment_id, version: row.version ?? 0 },
    reportId: row.report_id,
    seq: row.seq,
    unit: row.unit,
    owner: row.owner,
    by: row.by,
    hat: severalHats && OF_A_UNIT.includes(row.kind) ? row.unit : null,
    behalf: standInName(
      ctx.actor,
      OF_A_UNIT.includes(row.kind) ? { role: UNIT_ROLES, unitId: row.unit_id } : { role: OFFICE_ROLES },
    ),
    items: Number(row.items),
    reason: row.reason,
    returnKind: row.return_kind,
    sentences: row.sentences,
    urge: row.urge,
    statement: row.statement,
    verified: row.verified ?? 0,
    sinceOn,
    sinceAt: row.since?.toISOString() ?? null,
    waited,
    lastReportOn: row.last_report_at && localDateIn(row.last_report_at, zone),
    dueOn,
    due: dueOn === null ? null : dueMeaning(ctx, { ...running, dueOn }),
    light: row.task_status === null ? null : shownLight(row.task_status, view),
  }
}
