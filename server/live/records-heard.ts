import { tellsOpenPages } from '@/domain/notifications/live'
import { can, type DirectiveFacts, type ReportFacts, type TaskFacts } from '@/domain/permissions/policy'
import type { Actor } from '@/domain/permissions/actor'
import type { Db } from '@/server/db'
import type { Heard } from '@/server/live/heard'
import { reportFactsOf, reportFactsSelect } from '@/server/reports/report-facts'
import { taskFacts } from '@/server/tasks/load-task'

/** What one act concerns, as far as needed to know who may hear of it: the names that pages know (T12, D3) and the rules. */
export type RecordHeard = { names: string[]; sessionId: string | null; mayHear: (actor: Actor) => boolean }

const idsOf = (all: (string | null)[]) => [...new Set(all.filter((one) => one !== null))]

/** Reads the facts of what was heard, three queries whatever the number; what is gone, or concerns no page, is left out. */
export async function recordsHeard(db: Db, all: readonly Heard[]): Promise<RecordHeard[]> {
  const told = all.filter(({ event }) => tellsOpenPages(event))
  const [tasks, directives, reports] = await Promise.all([
    readTasks(db, idsOf(told.map(({ taskId }) => taskId))),
    readDirectives(db, idsOf(told.map(({ directiveId }) => directiveId))),
    readReports(db, idsOf(told.map(({ reportId }) => reportId))),
  ])
  return told.flatMap(({ taskId, directiveId, reportId, sessionId }): RecordHeard[] => {
    const task = taskId === null ? null : tasks.get(taskId)
    const directive = directives.get(directiveId ?? task?.directiveId ?? '')
    const report = reportId === null ? null : reports.get(reportId)
    if (task === undefined || report === undefined || (task === null && !directive)) return []
    const names = [...(task ? [`T${task.no}`] : []), ...(directive ? [`D${directive.no}`] : [])]
    const mayHear = (actor: Actor) =>
      (task
        ? can(actor, 'task.read', task.facts)
        : directive !== undefined && can(actor, 'directive.read', directive.facts)) &&
      (report === null || can(actor, 'report.read', report))
    return [{ names, sessionId, mayHear }]
  })
}

async function readTasks(db: Db, ids: string[]) {
  if (ids.length === 0) return new Map<string, { no: number; directiveId: string; facts: TaskFacts }>()
  const rows = await db.task.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      no: true,
      directiveId: true,
      status: true,
      ownerUnitId: true,
      officeOwned: true,
      submittedAt: true,
      dispatchedAt: true,
      readers: { select: { unitId: true } },
    },
  })
  return new Map(
    rows.map(({ no, directiveId, readers, ...row }) => {
      const units = readers.map(({ unitId }) => unitId)
      return [row.id, { no, directiveId, facts: taskFacts(row, units) }] as const
    }),
  )
}

async function readDirectives(db: Db, ids: string[]) {
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

async function readReports(db: Db, ids: string[]) {
  if (ids.length === 0) return new Map<string, ReportFacts>()
  const rows = await db.report.findMany({
    where: { id: { in: ids } },
    select: { id: true, ...reportFactsSelect },
  })
  return new Map(rows.map((row) => [row.id, reportFactsOf(row)] as const))
}
