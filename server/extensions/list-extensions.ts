import { availableExtensionEvents } from '@/domain/extensions/available'
import { obstaclesToExtending, type ExtensibleFacts } from '@/domain/extensions/guards'
import { isOpenExtension, routeOf } from '@/domain/extensions/lifecycle'
import { readsExtension } from '@/domain/extensions/reading'
import { can } from '@/domain/permissions/policy'
import type { Ctx } from '@/server/context'
import { extensionSelect, extensionView, type ExtensionRow } from '@/server/extensions/extension-view'
import { extensibleFactsOfAll } from '@/server/extensions/load-extension'
import { findReadableTask } from '@/server/tasks/get-task'
import { loadTask, type LoadedAssignment, type LoadedTask } from '@/server/tasks/load-task'

/** Most requests that a task's page carries. */
const SHOWN_AT_MOST = 60
/** 延期 on a task's page: the requests that the actor may read, newest first, with the acts that are open to the actor. Throws not_found. */
export async function listExtensions(ctx: Ctx, no: number) {
  const task = await findReadableTask(ctx, no)
  const rows = await ctx.tx.extension.findMany({
    where: { assignment: { taskId: task.id } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: SHOWN_AT_MOST,
    select: extensionSelect,
  })
  // The page's task carries the parts near the actor; requests from below need theirs.
  const near = new Set(task.assignments.map((one) => one.id))
  const whole = rows.every((row) => near.has(row.assignmentId)) ? task : await loadTask(ctx, task.id)
  const byId = new Map(whole.assignments.map((one) => [one.id, one]))
  const readable = rows.flatMap((row) => {
    const assignment = byId.get(row.assignmentId)
    if (!assignment) return []
    const signed = row.signedAt !== null
    const facts = { signed, writtenById: row.writtenById, assignment: assignment.facts }
    return readsExtension(ctx.actor, facts) ? [{ row, assignment }] : []
  })
  const factsOf = await extensibleFactsOfAll(ctx, whole)
  return {
    extensions: readable.map(({ row, assignment }) =>
      viewOf(ctx, { row, assignment, task, facts: factsOf(assignment) }),
    ),
    mayAsk: listAskable(ctx, task, rows, factsOf),
  }
}

export type ExtensionList = Awaited<ReturnType<typeof listExtensions>>
export type ExtensionView = ExtensionList['extensions'][number]

type FactsOf = (assignment: LoadedAssignment) => ExtensibleFacts

/** The parts on which this person may ask for more time now, and whether a draft is there already. */
function listAskable(ctx: Ctx, task: LoadedTask, rows: readonly ExtensionRow[], factsOf: FactsOf) {
  return task.assignments.flatMap((assignment) => {
    if (!can(ctx.actor, 'extension.draft', assignment.facts)) return []
    const open = rows.find((row) => row.assignmentId === assignment.id && isOpenExtension(row.status))
    const blocked = obstaclesToExtending(factsOf(assignment)).length > 0
    if (blocked || (open && open.status !== 'draft')) return []
    const { name, nameEn } = assignment.unit
    return [{ assignmentId: assignment.id, unit: { name, nameEn }, drafted: open !== undefined }]
  })
}

type Of = { row: ExtensionRow; assignment: LoadedAssignment; task: LoadedTask; facts: ExtensibleFacts }

function viewOf(ctx: Ctx, { row, assignment, task, facts: extensible }: Of) {
  const { status, signedById, writtenById } = row
  const route = routeOf({ officeOwned: task.officeOwned, parentAssignmentId: assignment.parentAssignmentId })
  const obstacles = isOpenExtension(status) ? obstaclesToExtending(extensible) : []
  const blocked = obstacles.length > 0
  const facts = { status, writtenById, signedById, route, blocked, assignment: assignment.facts }
  return {
    ...extensionView(ctx, row, assignment),
    taskNo: task.no,
    assignmentId: row.assignmentId,
    route,
    part: assignment.part,
    unit: { name: assignment.unit.name, nameEn: assignment.unit.nameEn },
    sentBackReason: row.sentBackReason,
    blockedBy: obstacles[0] ?? null,
    events: availableExtensionEvents(ctx.actor, facts),
  }
}
