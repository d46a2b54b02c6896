import type { BulletinReadFacts } from '@/domain/bulletins/reading'
import type { DirectiveFacts, ReportFacts, TaskFacts } from '@/domain/permissions/policy'
import type { Db } from '@/server/db'
import { reportFactsOf, reportFactsSelect } from '@/server/reports/report-facts'
import { taskFacts, taskFactsSelect } from '@/server/tasks/load-task'

/** Numbers of tasks, their directives, and who reads them. */
export async function readTasks(db: Db, ids: string[]) {
  if (ids.length === 0) return new Map<string, { no: number; directiveId: string; facts: TaskFacts }>()
  const rows = await db.task.findMany({
    where: { id: { in: ids } },
    select: { ...taskFactsSelect, no: true, directiveId: true },
  })
  return new Map(
    rows.map(({ no, directiveId, readers, ...row }) => {
      const units = readers.map(({ unitId }) => unitId)
      return [row.id, { no, directiveId, facts: taskFacts(row, units) }] as const
    }),
  )
}

/** Numbers of directives and who reads them. */
export async function readDirectives(db: Db, ids: string[]) {
  if (ids.length === 0) return new Map<string, { no: number; facts: DirectiveFacts }>()
  const rows = await db.$queryRaw<
    { id: string; no: number; status: DirectiveFacts['status']; submitted: boolean; readers: string[] }[]
  >`
    SELECT d.id, d.no, d.status::text AS status,
      EXISTS (SELECT FROM tasks t WHERE t.directive_id = d.id AND t.submitted_at IS NOT NULL) AS submitted,
      (SELECT COALESCE(array_agg(DISTINCT r.unit_id), '{}') FROM assignment_readers r JOIN tasks t ON t.id = r.task_id WHERE t.directive_id = d.id) AS readers
    FROM directives d WHERE d.id = ANY(${ids}::uuid[])`
  return new Map(
    rows.map(
      ({ no, readers, ...row }) => [row.id, { no, facts: { ...row, readerUnitIds: readers } }] as const,
    ),
  )
}

/** Who reads reports. */
export async function readReports(db: Db, ids: string[]) {
  if (ids.length === 0) return new Map<string, ReportFacts>()
  const rows = await db.report.findMany({
    where: { id: { in: ids } },
    select: { id: true, ...reportFactsSelect },
  })
  return new Map(rows.map((row) => [row.id, reportFactsOf(row)] as const))
}

/** Numbers of statements, and whose they are. */
export async function readStatements(db: Db, ids: string[]) {
  if (ids.length === 0) return new Map<string, { no: number; unitId: string }>()
  const rows = await db.statement.findMany({
    where: { id: { in: ids } },
    select: { id: true, no: true, unitId: true },
  })
  return new Map(rows.map(({ id, ...row }) => [id, row] as const))
}

/** Numbers of bulletins and who reads them, by their ids and by those of the units they name (an answer is an act on its naming). */
export async function readBulletins(db: Db, ids: string[]) {
  const found = new Map<string, { no: number; facts: BulletinReadFacts }>()
  if (ids.length === 0) return found
  const rows = await db.bulletin.findMany({
    where: { OR: [{ id: { in: ids } }, { namings: { some: { id: { in: ids } } } }] },
    select: {
      ...{ id: true, no: true, kind: true, status: true, publishedAt: true },
      namings: { select: { id: true, unitId: true, toldAt: true } },
    },
  })
  for (const { id, no, kind, status, publishedAt, namings } of rows) {
    const toldUnitIds = namings.flatMap(({ unitId, toldAt }) => (toldAt ? [unitId] : []))
    const bulletin = { no, facts: { kind, status, published: publishedAt !== null, toldUnitIds } }
    for (const key of [id, ...namings.map((naming) => naming.id)]) found.set(key, bulletin)
  }
  return found
}
