import { can, type ReportFacts } from '@/domain/permissions/policy'
import type { LocalDate } from '@/domain/calendar/local-date'
import { isUnsigned } from '@/domain/reports/lifecycle'
import type { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { toLocalDateOrNull } from '@/server/dates'
import { formerHoldersSelect, holderAt } from '@/server/tasks/holder-at'
import type { LoadedAssignment, LoadedTask } from '@/server/tasks/load-task'

const who = { select: { name: true, nameEn: true } } satisfies { select: Prisma.PersonSelect }
const reportSelect = {
  id: true,
  assignmentId: true,
  seq: true,
  kind: true,
  status: true,
  claimedProgress: true,
  done: true,
  nextStep: true,
  nextStepOn: true,
  difficulty: true,
  helpNeeded: true,
  writtenById: true,
  signedOffById: true,
  submittedById: true,
  submittedAt: true,
  proxies: { select: { personId: true } },
  assignment: { select: { formerHolders: formerHoldersSelect } },
  writtenBy: who,
  signedOffBy: who,
  evidence: {
    orderBy: { sort: 'asc' },
    select: { evidence: { select: { id: true, kind: true, name: true, reference: true } } },
  },
  review: {
    select: {
      decision: true,
      returnKind: true,
      reason: true,
      verifiedProgress: true,
      basis: true,
      reviewedAt: true,
      reviewer: who,
    },
  },
} satisfies Prisma.ReportSelect

type ReportRow = Prisma.ReportGetPayload<{ select: typeof reportSelect }>

/** Most reports that a task's page carries; older ones are in its history. */
const SHOWN_AT_MOST = 60

/** Would this person read a signed report of the assignment? A supporter does not read the lead's. */
export function readsReportsOf(ctx: Ctx, assignment: LoadedAssignment): boolean {
  const signed: ReportFacts = {
    status: 'submitted',
    writtenById: null,
    signedOffById: null,
    submittedById: null,
    assignment: assignment.facts,
  }
  return can(ctx.actor, 'report.read', signed)
}

/** The reports of a task that the actor may read, newest first; unsigned ones only as what stands open in the own unit. */
export async function readTaskReports(ctx: Ctx, task: LoadedTask) {
  const rows = await ctx.tx.report.findMany({
    where: { assignmentId: { in: task.assignments.map((one) => one.id) } },
    orderBy: [{ submittedAt: { sort: 'desc', nulls: 'first' } }, { id: 'desc' }],
    take: SHOWN_AT_MOST,
    select: reportSelect,
  })
  const byId = new Map(task.assignments.map((one) => [one.id, one]))
  const readable = rows.flatMap((row) => {
    const assignment = byId.get(row.assignmentId)
    if (!assignment) return []
    const facts = {
      ...row,
      assignment: assignment.facts,
      proxyIds: row.proxies.map((one) => one.personId),
    }
    if (!can(ctx.actor, 'report.read', facts)) return []
    return [{ row, assignment, mayReview: can(ctx.actor, 'report.review', facts) }]
  })
  return {
    signed: readable
      .filter(({ row }) => !isUnsigned(row.status))
      .map(({ row, assignment, mayReview }) => toShownReport(row, assignment, mayReview)),
    open: readable
      .filter(({ row }) => isUnsigned(row.status))
      .map(({ row }) => ({ id: row.id, assignmentId: row.assignmentId, seq: row.seq, status: row.status })),
  }
}

export type ShownReport = Awaited<ReturnType<typeof readTaskReports>>['signed'][number]

function toShownReport(row: ReportRow, assignment: LoadedAssignment, mayReview: boolean) {
  const { review } = row
  const former = holderAt(row.assignment.formerHolders, row.submittedAt)
  const nextStepOn: LocalDate | null = toLocalDateOrNull(row.nextStepOn)
  return {
    id: row.id,
    assignmentId: row.assignmentId,
    seq: row.seq,
    kind: row.kind,
    status: row.status,
    claimed: row.claimedProgress,
    done: row.done,
    nextStep: row.nextStep,
    nextStepOn,
    difficulty: row.difficulty,
    helpNeeded: row.helpNeeded,
    unit: former ?? { name: assignment.unit.name, nameEn: assignment.unit.nameEn },
    /** Filed by the unit that held the part before. */
    former: former !== null,
    part: assignment.part,
    submittedAt: row.submittedAt?.toISOString() ?? null,
    writtenBy: row.writtenBy,
    signedOffBy: row.signedOffBy,
    evidence: row.evidence.map(({ evidence }) => evidence),
    waitsForMyReview: row.status === 'submitted' && mayReview,
    review: review && {
      decision: review.decision,
      returnKind: review.returnKind,
      reason: review.reason,
      verified: review.verifiedProgress,
      basis: review.basis,
      at: review.reviewedAt.toISOString(),
      by: review.reviewer,
    },
  }
}
