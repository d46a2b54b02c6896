import type { NoteSubject } from '@/domain/notes/note'
import { can, type DirectiveFacts, type ReportFacts, type TaskFacts } from '@/domain/permissions/policy'
import type { Ctx } from '@/server/context'
import { directiveFactsOf } from '@/server/directives/facts'
import { failNotFound } from '@/server/errors'
import { loadReport } from '@/server/reports/load-report'
import { loadTask } from '@/server/tasks/load-task'

type Unit = { id: string; name: string; nameEn: string }

/** The record that a note is on: what the policy asks for, where it hangs, who may be asked for an answer. */
export type LoadedSubject = {
  facts: DirectiveFacts | TaskFacts | ReportFacts
  mayRead: boolean
  directiveId: string
  taskId: string | null
  reportId: string | null
  directiveNo: number
  taskNo: number | null
  title: string
  /** The unit that is told of it. */
  toldUnitId: string | null
  handlers: Unit[]
}

/** Loads what a note is on. Throws not_found. */
export async function loadNoteSubject(ctx: Ctx, on: NoteSubject, recordId: string): Promise<LoadedSubject> {
  if (on === 'directive') return ofDirective(ctx, recordId)
  return on === 'task' ? ofTask(ctx, recordId) : ofReport(ctx, recordId)
}

async function ofDirective(ctx: Ctx, directiveId: string): Promise<LoadedSubject> {
  const directive = await ctx.tx.directive.findUnique({
    where: { id: directiveId },
    select: { id: true, no: true, title: true, status: true },
  })
  if (!directive) return failNotFound()
  const facts = await directiveFactsOf(ctx.tx, directive)
  const handlers = await ctx.tx.unit.findMany({
    where: {
      kind: { not: 'external' },
      assignments: { some: { task: { directiveId }, status: { not: 'replaced' } } },
    },
    orderBy: [{ sort: 'asc' }, { id: 'asc' }],
    take: 500,
    select: { id: true, name: true, nameEn: true },
  })
  return {
    facts,
    mayRead: can(ctx.actor, 'directive.read', facts),
    directiveId,
    taskId: null,
    reportId: null,
    directiveNo: directive.no,
    taskNo: null,
    title: directive.title,
    toldUnitId: null,
    handlers,
  }
}

type Task = Awaited<ReturnType<typeof loadTask>>
const unitsOf = (task: Task, keep: (one: Task['assignments'][number]) => boolean): Unit[] =>
  task.assignments
    .filter((one) => one.status !== 'replaced' && one.unit.kind !== 'external' && keep(one))
    .map(({ unit: { id, name, nameEn } }) => ({ id, name, nameEn }))

const placeOf = (task: Task) => ({
  directiveId: task.directiveId,
  taskId: task.id,
  directiveNo: task.directive.no,
  taskNo: task.no,
  title: task.title,
})

async function ofTask(ctx: Ctx, taskId: string): Promise<LoadedSubject> {
  const task = await loadTask(ctx, taskId, { near: {} })
  return {
    ...placeOf(task),
    facts: task.facts,
    mayRead: task.mayRead,
    reportId: null,
    toldUnitId: task.leadUnitId,
    handlers: unitsOf(task, () => true),
  }
}

/** A note on a report is read by those who read the report: only of these one can be asked. */
async function ofReport(ctx: Ctx, reportId: string): Promise<LoadedSubject> {
  const { report, assignment, task, facts, mayRead } = await loadReport(ctx, reportId)
  const reading = (one: { id: string; part: string }) =>
    one.id === assignment.id || (assignment.part === 'supporting' && one.part === 'lead')
  return {
    ...placeOf(task),
    facts,
    mayRead,
    reportId: report.id,
    toldUnitId: assignment.facts.external ? task.leadUnitId : assignment.unitId,
    handlers: unitsOf(task, reading),
  }
}
