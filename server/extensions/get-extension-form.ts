import { obstaclesToExtending, latestDueOn } from '@/domain/extensions/guards'
import { routeOf } from '@/domain/extensions/lifecycle'
import { can } from '@/domain/permissions/policy'
import type { Ctx } from '@/server/context'
import { toLocalDateOrNull } from '@/server/dates'
import { failNotFound } from '@/server/errors'
import { extensibleFactsOf } from '@/server/extensions/load-extension'
import { findOpenExtension } from '@/server/extensions/save-extension-draft'
import { findReadableTask } from '@/server/tasks/get-task'

/**
 * What the form 申请延期 starts from: the part (the first of the actor's where none is named), its dates, what was asked before, the
 * draft. Throws not_found, also for whoever may not ask on any part of the task.
 */
export async function getExtensionForm(ctx: Ctx, no: number, assignmentId: string | undefined) {
  const task = await findReadableTask(ctx, no)
  const mine = task.assignments.filter(
    (one) => one.status !== 'replaced' && can(ctx.actor, 'extension.draft', one.facts),
  )
  const assignment = assignmentId ? mine.find((one) => one.id === assignmentId) : mine[0]
  if (!assignment) return failNotFound()
  const facts = await extensibleFactsOf(ctx, { assignment, task })
  const [open, granted, draft] = await Promise.all([
    findOpenExtension(ctx, assignment.id),
    ctx.tx.extension.count({ where: { assignmentId: assignment.id, status: 'granted' } }),
    ctx.tx.extension.findFirst({ where: { assignmentId: assignment.id, status: 'draft' } }),
  ])
  const head = can(ctx.actor, 'extension.request', assignment.facts)
  const straight = head && (!draft || draft.writtenById === ctx.actor.personId)
  const { name, nameEn } = assignment.unit
  return {
    task: { no: task.no, title: task.title },
    assignment: { id: assignment.id, part: assignment.part, unit: { name, nameEn } },
    others: mine
      .filter((one) => one.id !== assignment.id)
      .map((one) => ({ id: one.id, name: one.unit.name, nameEn: one.unit.nameEn })),
    dueOn: facts.assignment.dueOn,
    originalDueOn: toLocalDateOrNull(assignment.originalDueOn),
    latest: latestDueOn(facts),
    granted,
    late: facts.assignment.dueOn !== null && ctx.today > facts.assignment.dueOn,
    route: routeOf({ officeOwned: task.officeOwned, parentAssignmentId: assignment.parentAssignmentId }),
    straight,
    obstacle: obstaclesToExtending(facts)[0] ?? null,
    underWay: open && open.status !== 'draft' ? open.status : null,
    draft: draft && {
      id: draft.id,
      version: draft.version,
      requestedDueOn: toLocalDateOrNull(draft.requestedDueOn),
      reasonKind: draft.reasonKind,
      reason: draft.reason,
      change: draft.change,
      sentBackReason: draft.sentBackReason,
    },
  }
}

export type ExtensionForm = Awaited<ReturnType<typeof getExtensionForm>>
