import { hasRole } from '@/domain/permissions/actor'
import type { Role } from '@/domain/permissions/roles'
import { KEPT_ENTITIES, KEPT_EVENTS } from '@/domain/tasks/kept-events'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { findReadableTask } from '@/server/tasks/get-task'
import { readsReportsOf } from '@/server/tasks/task-reports'

/** What of a task's history is asked for: decisions and hand-overs, reports and reviews, what followed by itself. */
export const HISTORY_KINDS = ['all', 'flow', 'report', 'note', 'urge', 'extension', 'system'] as const
/** One of `HISTORY_KINDS`. */
export type HistoryKind = (typeof HISTORY_KINDS)[number]

/** Inside the office, before anything went out: not for units. */
const INSIDE = [
  'submitted',
  'sent_back',
  'approved',
  'declined',
  'requirement_linked',
  'requirement_unlinked',
].map((act) => `task.${act}`)
const FLOW = [
  ...[
    'dispatched',
    'reassigned',
    'handed_down',
    'concluded',
    'returned',
    'completed',
    'struck_off',
    'archived',
  ],
  ...['suspended', 'resumed', 'terminated', 'reopened', 'due_date_changed', 'people_named'],
].map((act) => `task.${act}`)
const FLOW_OF_PARTS = [
  ...['acknowledged', 'refused', 'ruled_to_stand', 'replaced', 'waived', 'person_named'],
].map((act) => `assignment.${act}`)
const REPORTS = ['submitted', 'withdrawn', 'accepted', 'returned', 'review_corrected'].map(
  (act) => `report.${act}`,
)
const URGES = ['sent', 'answered', 'lapsed', 'escalated', 'handed_over'].map((act) => `urge.${act}`)
const EXTENSIONS = ['requested', 'endorsed', 'granted', 'refused', 'withdrawn'].map(
  (act) => `extension.${act}`,
)
const NOTES = ['note.written', 'note.answered', 'note.answer_released']
/** What followed from an act of another name. */
const DERIVED = [
  'task.acknowledged',
  ...[
    'dispatched',
    'started',
    'reported_done',
    'accepted',
    'returned',
    'withdrawn',
    'review_corrected',
    'reopened',
  ].map((act) => `assignment.${act}`),
]

const EVENTS: Readonly<Record<HistoryKind, readonly string[]>> = {
  all: [
    ...INSIDE,
    ...FLOW,
    ...FLOW_OF_PARTS,
    ...KEPT_EVENTS,
    ...REPORTS,
    ...NOTES,
    ...URGES,
    ...EXTENSIONS,
    ...DERIVED,
  ],
  flow: [...INSIDE, ...FLOW, ...FLOW_OF_PARTS, ...KEPT_EVENTS],
  report: REPORTS,
  note: NOTES,
  urge: URGES,
  extension: EXTENSIONS,
  system: DERIVED,
}

/** Every event that the history of a task may name, for the messages. */
export const HISTORY_EVENTS = EVENTS.all

/** Entries on a page of a task's history. */
export const HISTORY_PAGE = 20

type Row = {
  id: string
  event: string
  at: Date
  actor_kind: string
  actor: string
  actor_en: string | null
  role: Role | null
  unit: string | null
  unit_en: string | null
  about: string | null
  about_en: string | null
  seq: number | null
  claimed: number | null
  verified: number | null
  return_kind: string | null
  reason: string | null
  taken_by: string | null
  total: number
}

/**
 * 办理经过 of a task in words' raw material, newest first, twenty a page; `before` is the id of the last entry shown.
 * Reports' entries only where their reader may read the report; of the lead a supporter learns that it acknowledged.
 */
export async function listTaskHistory(ctx: Ctx, no: number, kind: HistoryKind, before: string | null) {
  const task = await findReadableTask(ctx, no)
  const office = hasRole(ctx.actor, 'leader', 'office_head', 'officer', 'discipline')
  const readable = task.assignments.filter((one) => readsReportsOf(ctx, one)).map((one) => one.id)
  const lead = task.assignments.filter((one) => one.part === 'lead').map((one) => one.id)
  const events = office ? EVENTS[kind] : EVENTS[kind].filter((event) => !INSIDE.includes(event))
  // Of what was handed down each level has its own history: here it would bury the task's.
  const mayRead = Prisma.sql`(${office ? Prisma.sql`e.entity NOT IN ('assignment', 'report', 'extension', 'note')` : Prisma.sql`e.entity = 'task'`}
        OR (e.entity = 'assignment' AND (e.entity_id = ANY(${readable}::uuid[])
          OR (e.event = 'assignment.acknowledged' AND e.entity_id = ANY(${lead}::uuid[]))))
        OR e.entity = ANY(${[...KEPT_ENTITIES]}::text[])
        OR (e.entity = 'report' AND p.assignment_id = ANY(${readable}::uuid[]))
        OR (e.entity = 'urge' AND e.entity_id IN (SELECT g.id FROM urges g WHERE g.assignment_id = ANY(${readable}::uuid[])))
        OR ${besideSql(readable, office)})`
  const from = Prisma.sql`audit_entries e LEFT JOIN reports p ON e.entity = 'report' AND p.id = e.entity_id`
  const where = Prisma.sql`e.task_id = ${task.id}::uuid AND e.event = ANY(${[...events]}::text[]) AND ${mayRead}`
  const older = before
    ? Prisma.sql`(e.at, e.id) < (SELECT b.at, b.id FROM audit_entries b WHERE b.id = ${before}::uuid)`
    : Prisma.sql`TRUE`
  const rows = await ctx.tx.$queryRaw<Row[]>`
    SELECT e.id, e.event, e.at, e.actor_kind, e.actor_name AS actor, who.name_en AS actor_en, e.actor_role AS role,
      e.actor_unit AS unit, seat.name_en AS unit_en, about.name AS about, about.name_en AS about_en,
      p.seq, p.claimed_progress AS claimed, w.verified_progress AS verified, w.return_kind AS return_kind,
      coalesce(CASE WHEN e.entity = ANY(${[...KEPT_ENTITIES]}::text[])
        THEN concat_ws(' · ', coalesce(v.after ->> 'title', v.after ->> 'name'), v.after ->> 'reason') END, v.after ->> 'reason', CASE WHEN e.event = 'report.returned' THEN w.reason END) AS reason,
      CASE WHEN e.event = 'assignment.replaced' THEN v.after ->> 'unit' END AS taken_by,
      (SELECT count(*)::int FROM ${from} WHERE ${where}) AS total
    FROM ${from}
    LEFT JOIN audit_values v ON v.entry_id = e.id
    LEFT JOIN reviews w ON w.report_id = p.id AND w.reviewed_at = e.at AND e.event IN ('report.accepted', 'report.returned')
    LEFT JOIN people who ON who.id = e.actor_id
    LEFT JOIN units seat ON seat.id = e.actor_unit_id
    LEFT JOIN units about ON about.id = e.unit_id AND e.entity <> 'task'
    WHERE ${where} AND ${older}
    ORDER BY e.at DESC, e.id DESC LIMIT ${HISTORY_PAGE + 1}`
  const shown = rows.slice(0, HISTORY_PAGE)
  return {
    total: rows[0]?.total ?? 0,
    older: rows.length > HISTORY_PAGE ? (shown.at(-1)?.id ?? null) : null,
    entries: shown.map(toEntry),
  }
}

/** Of a task's requests for more time those that left their unit, of its notes those whose record is read; answers as their unit's reports. */
function besideSql(readable: readonly string[], office: boolean): Prisma.Sql {
  const parts = Prisma.sql`ANY(${[...readable]}::uuid[])`
  return Prisma.sql`(e.entity = 'extension' AND e.entity_id IN (SELECT x.id FROM extensions x WHERE x.signed_at IS NOT NULL AND x.assignment_id = ${parts}))
    OR (e.entity = 'note' AND e.entity_id IN (SELECT k.id FROM leader_notes k LEFT JOIN reports q ON q.id = k.report_id
      WHERE (k.report_id IS NULL OR q.assignment_id = ${parts}) AND (e.event = 'note.written' OR ${office}
        OR k.handler_unit_id IN (SELECT h.unit_id FROM assignments h WHERE h.id = ${parts}))))`
}

export type TaskHistory = Awaited<ReturnType<typeof listTaskHistory>>
export type HistoryEntry = TaskHistory['entries'][number]

function toEntry(row: Row) {
  return {
    id: row.id,
    event: row.event,
    at: row.at.toISOString(),
    bySystem: row.actor_kind === 'system',
    by: { name: row.actor, nameEn: row.actor_en ?? row.actor },
    role: row.role,
    unit: row.unit === null ? null : { name: row.unit, nameEn: row.unit_en ?? row.unit },
    about: row.about === null ? null : { name: row.about, nameEn: row.about_en ?? row.about },
    seq: row.seq,
    claimed: row.claimed,
    verified: row.verified,
    returnKind: row.return_kind,
    reason: row.reason,
    takenBy: row.taken_by,
  }
}
