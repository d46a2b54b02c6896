import { availableExtensionEvents } from '@/domain/extensions/available'
import { describeNewDate, obstaclesToExtending, type ExtensibleFacts } from '@/domain/extensions/guards'
import { isOpenExtension, routeOf } from '@/domain/extensions/lifecycle'
import { readsExtension } from '@/domain/extensions/reading'
import { can } from '@/domain/permissions/policy'
import type { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { toLocalDate, toLocalDateOrNull } from '@/server/dates'
import { extensibleFactsOfAll } from '@/server/extensions/load-extension'
import { findReadableTask } from '@/server/tasks/get-task'
import { loadTask, type LoadedAssignment, type LoadedTask } from '@/server/tasks/load-task'

/** Most requests that a task's page carries. */
const SHOWN_AT_MOST = 60
const who = { select: { name: true, nameEn: true } } satisfies { select: Prisma.PersonSelect }
const select = {
  id: true,
  assignmentId: true,
  seq: true,
  status: true,
  previousDueOn: true,
  requestedDueOn: true,
  grantedDueOn: true,
  reasonKind: true,
  reason: true,
  change: true,
  late: true,
  writtenById: true,
  writtenBy: who,
  updatedAt: true,
  sentForSignoffAt: true,
  sentBackReason: true,
  signedById: true,
  signedBy: who,
  signedAt: true,
  endorsedBy: who,
  endorsedAt: true,
  endorseNote: true,
  decidedBy: who,
  decidedAt: true,
  decisionNote: true,
  version: true,
} satisfies Prisma.ExtensionSelect

type Row = Prisma.ExtensionGetPayload<{ select: typeof select }>

/** 延期 on a task's page: the requests that the actor may read, newest first, with the acts that are open to the actor. Throws not_found. */
export async function listExtensions(ctx: Ctx, no: number) {
  const task = await findReadableTask(ctx, no)
  const rows = await ctx.tx.extension.findMany({
    where: { assignment: { taskId: task.id } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: SHOWN_AT_MOST,
    select,
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
function listAskable(ctx: Ctx, task: LoadedTask, rows: readonly Row[], factsOf: FactsOf) {
  return task.assignments.flatMap((assignment) => {
    if (!can(ctx.actor, 'extension.draft', assignment.facts)) return []
    const open = rows.find((row) => row.assignmentId === assignment.id && isOpenExtension(row.status))
    const blocked = obstaclesToExtending(factsOf(assignment)).length > 0
    if (blocked || (open && open.status !== 'draft')) return []
    const { name, nameEn } = assignment.unit
    return [{ assignmentId: assignment.id, unit: { name, nameEn }, drafted: open !== undefined }]
  })
}

type Of = { row: Row; assignment: LoadedAssignment; task: LoadedTask; facts: ExtensibleFacts }

function viewOf(ctx: Ctx, { row, assignment, task, facts: extensible }: Of) {
  const { status, previousDueOn, requestedDueOn, grantedDueOn, signedById, writtenById } = row
  const open = isOpenExtension(status)
  const route = routeOf({ officeOwned: task.officeOwned, parentAssignmentId: assignment.parentAssignmentId })
  const obstacles = open ? obstaclesToExtending(extensible) : []
  const blocked = obstacles.length > 0
  const from = toLocalDate(previousDueOn)
  const to = grantedDueOn ?? requestedDueOn
  const facts = { status, writtenById, signedById, route, blocked, assignment: assignment.facts }
  const day = (at: Date | null) => at?.toISOString() ?? null
  return {
    id: row.id,
    version: row.version,
    taskNo: task.no,
    assignmentId: row.assignmentId,
    seq: row.seq,
    status,
    route,
    late: row.late,
    part: assignment.part,
    unit: { name: assignment.unit.name, nameEn: assignment.unit.nameEn },
    originalDueOn: toLocalDateOrNull(assignment.originalDueOn),
    previousDueOn: from,
    requestedDueOn: toLocalDateOrNull(requestedDueOn),
    grantedDueOn: toLocalDateOrNull(grantedDueOn),
    newDate: to ? describeNewDate(from, toLocalDate(to), ctx.calendar) : null,
    reasonKind: row.reasonKind,
    reason: row.reason,
    change: row.change,
    sentBackReason: row.sentBackReason,
    steps: [
      {
        step: 'written' as const,
        by: row.writtenBy,
        at: day(row.sentForSignoffAt ?? row.updatedAt),
        note: '',
      },
      { step: 'signed' as const, by: row.signedBy, at: day(row.signedAt), note: '' },
      { step: 'endorsed' as const, by: row.endorsedBy, at: day(row.endorsedAt), note: row.endorseNote ?? '' },
      { step: 'decided' as const, by: row.decidedBy, at: day(row.decidedAt), note: row.decisionNote ?? '' },
    ].filter((one) => one.by !== null && one.at !== null),
    blockedBy: obstacles[0] ?? null,
    events: availableExtensionEvents(ctx.actor, facts),
  }
}
