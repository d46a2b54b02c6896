import { homeUnitsOf, hasRole } from '@/domain/permissions/actor'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { inOwnPortfolioSql } from '@/server/notifications/portfolio'

/** Duties on requests for more time, leaders' notes and study: what stands beside the flow of a task. */
export const BESIDE_DUTY_KINDS = [
  'sign_extension',
  'send_extension',
  'endorse_extension',
  'grant_extension',
  'sign_note_answer',
  'answer_note',
  'see_note_answer',
  'read_directive',
  'name_readers',
  'record_study',
] as const
type Kind = (typeof BESIDE_DUTY_KINDS)[number]

const NONE = Prisma.sql`NULL::uuid`

/** As `dutiesSql`; of a note `report_id` carries the note's own id. */
export function besideDuties(ctx: Ctx): Prisma.Sql[] {
  return [...extensionDuties(ctx), ...noteDuties(ctx), ...studyDuties(ctx)]
}

function extensionDuties(ctx: Ctx): Prisma.Sql[] {
  const me = Prisma.sql`${ctx.actor.personId}::uuid`
  const row = (kind: Kind, since: Prisma.Sql) =>
    Prisma.sql`SELECT ${kind}::text AS kind, ${since} AS since, a.due_on, t.id AS task_id, t.directive_id, a.id AS assignment_id,
      ${NONE} AS report_id, a.unit_id, 1::bigint AS items FROM extensions e JOIN assignments a ON a.id = e.assignment_id JOIN tasks t ON t.id = a.task_id`
  const live = Prisma.sql`t.status IN ('dispatched', 'in_progress') AND a.status IN ('acknowledged', 'in_progress')`
  const notMine = Prisma.sql`e.written_by_id <> ${me} AND e.signed_by_id <> ${me}`
  const heads = homeUnitsOf(ctx.actor, 'unit_head')
  const homes = homeUnitsOf(ctx.actor, 'unit_head', 'liaison')
  const duties: Prisma.Sql[] = []
  if (homes.length > 0)
    duties.push(
      Prisma.sql`${row('send_extension', Prisma.sql`e.updated_at`)} WHERE e.status = 'draft' AND e.written_by_id = ${me} AND ${live}`,
    )
  if (heads.length > 0) {
    const ids = Prisma.sql`ANY(${heads}::uuid[])`
    duties.push(
      Prisma.sql`${row('sign_extension', Prisma.sql`e.sent_for_signoff_at`)} WHERE e.status = 'awaiting_signoff' AND ${live}
        AND (a.unit_id = ${ids} OR (t.lead_unit_id = ${ids} AND a.unit_id IN (SELECT id FROM units WHERE kind = 'external')))`,
      // What was handed down is decided by whoever handed it down.
      Prisma.sql`${row('grant_extension', Prisma.sql`e.signed_at`)} LEFT JOIN assignments up ON up.id = a.parent_assignment_id
        WHERE e.status = 'awaiting_leader' AND ${live} AND ${notMine}
        AND (up.unit_id = ${ids} OR (up.id IS NULL AND NOT t.office_owned AND t.owner_unit_id = ${ids}))`,
    )
  }
  const ofOffice = Prisma.sql`t.office_owned AND a.parent_assignment_id IS NULL AND ${live} AND ${notMine}`
  if (hasRole(ctx.actor, 'office_head'))
    duties.push(
      Prisma.sql`${row('endorse_extension', Prisma.sql`e.signed_at`)} WHERE e.status = 'awaiting_office' AND ${ofOffice}`,
    )
  if (hasRole(ctx.actor, 'leader'))
    duties.push(Prisma.sql`${row('grant_extension', Prisma.sql`e.endorsed_at`)} WHERE e.status = 'awaiting_leader' AND ${ofOffice}
      AND ${inOwnPortfolioSql(ctx, Prisma.sql`t.lead_unit_id`, Prisma.sql`t.directive_id`)}`)
  return duties
}

function noteDuties(ctx: Ctx): Prisma.Sql[] {
  const row = (kind: Kind, since: Prisma.Sql, due: Prisma.Sql) =>
    Prisma.sql`SELECT ${kind}::text AS kind, ${since} AS since, ${due} AS due_on, n.task_id, n.directive_id, ${NONE} AS assignment_id,
      n.id AS report_id, n.handler_unit_id AS unit_id, 1::bigint AS items FROM leader_notes n LEFT JOIN note_answers w ON w.note_id = n.id`
  const heads = homeUnitsOf(ctx.actor, 'unit_head')
  const homes = homeUnitsOf(ctx.actor, 'unit_head', 'liaison')
  // Of a unit that was split, only the heir that its part of the task went to (server/notes/current-handlers.ts).
  const asked = (units: string[]) => Prisma.sql`n.handler_unit_id = ANY(${units}::uuid[])
    AND NOT EXISTS (SELECT FROM assignment_holders h JOIN assignments a ON a.id = h.assignment_id
        LEFT JOIN assignments b ON b.id = a.replaced_by_id AND a.unit_id = h.unit_id
      WHERE h.unit_id = n.handler_unit_id AND a.task_id = n.task_id AND coalesce(b.unit_id, a.unit_id) <> ALL(${units}::uuid[]))`
  const duties: Prisma.Sql[] = []
  if (homes.length > 0)
    duties.push(Prisma.sql`${row('answer_note', Prisma.sql`n.written_at`, Prisma.sql`n.answer_due_on`)}
      WHERE ${asked(homes)} AND (w.note_id IS NULL OR w.status = 'draft')`)
  if (heads.length > 0)
    duties.push(Prisma.sql`${row('sign_note_answer', Prisma.sql`w.sent_for_signoff_at`, Prisma.sql`n.answer_due_on`)}
      WHERE ${asked(heads)} AND w.status = 'awaiting_signoff'`)
  if (hasRole(ctx.actor, 'leader'))
    duties.push(Prisma.sql`${row('see_note_answer', Prisma.sql`w.signed_at`, Prisma.sql`NULL::date`)}
      WHERE n.written_by_id = ${ctx.actor.personId}::uuid AND w.status = 'answered' AND w.seen_at IS NULL`)
  return duties
}

function studyDuties(ctx: Ctx): Prisma.Sql[] {
  const row = (kind: Kind, since: Prisma.Sql, from: Prisma.Sql) =>
    Prisma.sql`SELECT ${kind}::text AS kind, ${since} AS since, NULL::date AS due_on, ${NONE} AS task_id, s.directive_id, ${NONE} AS assignment_id,
      ${NONE} AS report_id, s.unit_id, 1::bigint AS items FROM ${from} JOIN directives d ON d.id = s.directive_id AND d.status = 'in_force'`
  const duties = [
    Prisma.sql`${row('read_directive', Prisma.sql`s.named_at`, Prisma.sql`study_readers q JOIN study_units s USING (directive_id, unit_id)`)}
      WHERE q.person_id = ${ctx.actor.personId}::uuid AND q.confirmed_at IS NULL`,
  ]
  const heads = homeUnitsOf(ctx.actor, 'unit_head')
  const homes = homeUnitsOf(ctx.actor, 'unit_head', 'liaison')
  const studies = Prisma.sql`study_units s`
  if (heads.length > 0)
    duties.push(
      Prisma.sql`${row('name_readers', Prisma.sql`s.required_at`, studies)} WHERE s.unit_id = ANY(${heads}::uuid[]) AND s.named_at IS NULL`,
    )
  if (homes.length > 0)
    duties.push(
      Prisma.sql`${row('record_study', Prisma.sql`s.named_at`, studies)} WHERE s.unit_id = ANY(${homes}::uuid[]) AND s.named_at IS NOT NULL AND s.recorded_at IS NULL`,
    )
  return duties
}
