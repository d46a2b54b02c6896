import { countPlan, type PlannedLine } from '@/domain/registers/import-plan'
import type { RowValues } from '@/domain/registers/read-row'
import { newId } from '@/lib/new-id'
import type { AuditRecord } from '@/server/audit/record-audit'
import { recordAudits } from '@/server/audit/record-audits'
import type { Ctx } from '@/server/context'
import type { Grid } from '@/server/directives/readers/read-grid'
import { failConflict, failRefused } from '@/server/errors'
import { planSheet, type ImportTarget, type SheetPlan } from '@/server/registers/read-import'
import { changeEvent, keptOf, rowEntry, takeNumbers } from '@/server/registers/write-rows'

type Confirmed = ImportTarget & { grid: Grid & { sha256: string }; mark: string }
type Line<A> = Extract<PlannedLine, { act: A }>

/**
 * Does what the preview showed: good lines become rows or changes, bad ones stay out and are listed there. The same file again changes nothing.
 * Refused: register.preview_changed where the rows moved on since (look again), register.nothing_to_import; and as `planSheet`.
 */
export async function importRows(ctx: Ctx, input: Confirmed) {
  await ctx.tx.$queryRaw`SELECT id FROM registers WHERE id = ${input.registerId}::uuid FOR UPDATE`
  const planned = await planSheet(ctx, input, input.grid)
  const { loaded, plan, as, assignment } = planned
  if (planned.mark !== input.mark) failRefused('register.preview_changed')
  const counts = countPlan(plan)
  if (counts.add + counts.change === 0) failRefused('register.nothing_to_import')
  const records = [
    ...(await addRows(
      ctx,
      planned,
      plan.filter((one) => one.act === 'add'),
    )),
    ...(await changeRows(
      ctx,
      planned,
      plan.filter((one) => one.act === 'change'),
    )),
  ]
  const { register, task } = loaded
  await recordAudits(ctx, [
    {
      event: 'register.imported',
      as,
      entity: 'register',
      entityId: register.id,
      taskId: task.id,
      directiveId: task.directiveId,
      unitId: assignment.unitId,
      after: { register: register.no, file: input.name, sha256: input.grid.sha256, ...counts },
    },
    ...records,
  ])
  return { taskNo: task.no, no: register.no, counts }
}

async function addRows(ctx: Ctx, planned: SheetPlan, lines: Line<'add'>[]): Promise<AuditRecord[]> {
  if (lines.length === 0) return []
  const { loaded, assignment, as } = planned
  const { register, columns } = loaded
  const first = await takeNumbers(ctx, register.id, lines.length)
  const by = ctx.actor.personId ?? ''
  const rows = lines.map(({ values }, i) => ({ id: newId(), no: first + i, values }))
  const written = rows.map(({ values, ...row }) => {
    const { state, dueOn, putRightOn } = keptOf(columns, values)
    return { ...row, values, state, due_on: dueOn, put_right_on: putRightOn }
  })
  await ctx.tx.$executeRaw`
    INSERT INTO register_rows (id, register_id, assignment_id, no, "values", state, due_on, put_right_on, created_by_id, created_at, changed_by_id, changed_at)
    SELECT v.id, ${register.id}::uuid, ${assignment.id}::uuid, v.no, v."values", v.state::"RegisterRowState", v.due_on, v.put_right_on,
      ${by}::uuid, ${ctx.now}, ${by}::uuid, ${ctx.now}
    FROM jsonb_to_recordset(${JSON.stringify(written)}::jsonb) AS v(id uuid, no int, "values" jsonb, state text, due_on date, put_right_on date)`
  return rows.map(({ id, no, values }) => {
    const change = { rowId: id, no, event: 'register.row_added' as const, as, before: null, after: values }
    return rowEntry(loaded, assignment, change)
  })
}

async function changeRows(ctx: Ctx, planned: SheetPlan, lines: Line<'change'>[]): Promise<AuditRecord[]> {
  if (lines.length === 0) return []
  const { loaded, as, partOfRow } = planned
  const { columns, task } = loaded
  // What the register no longer asks for stays as it was.
  const after = (line: Line<'change'>): RowValues => ({ ...line.row.values, ...line.values })
  const rows = lines.map((line) => {
    const { state, dueOn, putRightOn } = keptOf(columns, after(line))
    const { id, version } = line.row
    return { id, version, values: after(line), state, due_on: dueOn, put_right_on: putRightOn }
  })
  const written = await ctx.tx.$executeRaw`
    UPDATE register_rows r SET "values" = v."values", state = v.state::"RegisterRowState", due_on = v.due_on, put_right_on = v.put_right_on,
      changed_by_id = ${ctx.actor.personId}::uuid, changed_at = ${ctx.now}, version = r.version + 1
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS v(id uuid, version int, "values" jsonb, state text, due_on date, put_right_on date)
    WHERE r.id = v.id AND r.version = v.version`
  if (written !== rows.length) failConflict()
  return lines.flatMap((line) => {
    const assignment = task.assignments.find((one) => one.id === partOfRow.get(line.row.id))
    if (!assignment) return []
    const event = changeEvent(columns, line.row.values, after(line))
    const change = {
      rowId: line.row.id,
      no: line.row.no,
      event,
      as,
      before: line.row.values,
      after: after(line),
    }
    return [rowEntry(loaded, assignment, change)]
  })
}
