import { can, type ReportFacts } from '@/domain/permissions/policy'
import type { Ctx } from '@/server/context'
import { failNotFound } from '@/server/errors'
import { loadAssignment } from '@/server/tasks/load-task'

type Options = {
  /** Locks the task's row until the commit: for commands that move the assignment or the task. */
  lock?: boolean
}

/** A report with its assignment and task, and the facts that the policy asks for. Throws not_found. */
export async function loadReport(ctx: Ctx, reportId: string, options: Options = {}) {
  const found = await ctx.tx.report.findUnique({ where: { id: reportId }, select: { assignmentId: true } })
  if (!found) return failNotFound()
  const { assignment, task } = await loadAssignment(ctx, found.assignmentId, options)
  // Read after the lock: what another command wrote while this one waited is seen.
  const report = await ctx.tx.report.findUniqueOrThrow({
    where: { id: reportId },
    include: {
      evidence: { orderBy: { sort: 'asc' }, select: { evidenceId: true, sort: true } },
      proxies: { select: { personId: true } },
    },
  })
  const facts: ReportFacts = {
    status: report.status,
    writtenById: report.writtenById,
    signedOffById: report.signedOffById,
    submittedById: report.submittedById,
    proxyIds: report.proxies.map((one) => one.personId),
    assignment: assignment.facts,
  }
  return { report, assignment, task, facts, mayRead: can(ctx.actor, 'report.read', facts) }
}

export type LoadedReport = Awaited<ReturnType<typeof loadReport>>
