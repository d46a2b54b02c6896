import { describeNewDate } from '@/domain/extensions/guards'
import type { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { toLocalDate, toLocalDateOrNull } from '@/server/dates'

const who = { select: { name: true, nameEn: true } } satisfies { select: Prisma.PersonSelect }

/** What a request shows, wherever it is read. */
export const extensionSelect = {
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
  createdAt: true,
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
  endedWith: true,
  version: true,
} satisfies Prisma.ExtensionSelect

export type ExtensionRow = Prisma.ExtensionGetPayload<{ select: typeof extensionSelect }>

/** A request as plain data: its dates with what they gain, its words, who has had it. */
export function extensionView(ctx: Ctx, row: ExtensionRow, assignment: { originalDueOn: Date | null }) {
  const from = toLocalDate(row.previousDueOn)
  const to = row.grantedDueOn ?? row.requestedDueOn
  const at = (instant: Date | null) => instant?.toISOString() ?? null
  return {
    id: row.id,
    version: row.version,
    seq: row.seq,
    status: row.status,
    late: row.late,
    endedWith: row.endedWith,
    originalDueOn: toLocalDateOrNull(assignment.originalDueOn),
    previousDueOn: from,
    requestedDueOn: toLocalDateOrNull(row.requestedDueOn),
    grantedDueOn: toLocalDateOrNull(row.grantedDueOn),
    newDate: to ? describeNewDate(from, toLocalDate(to), ctx.calendar) : null,
    reasonKind: row.reasonKind,
    reason: row.reason,
    change: row.change,
    steps: [
      {
        step: 'written' as const,
        by: row.writtenBy,
        at: at(row.sentForSignoffAt ?? row.createdAt),
        note: '',
      },
      { step: 'signed' as const, by: row.signedBy, at: at(row.signedAt), note: '' },
      { step: 'endorsed' as const, by: row.endorsedBy, at: at(row.endorsedAt), note: row.endorseNote ?? '' },
      { step: 'decided' as const, by: row.decidedBy, at: at(row.decidedAt), note: row.decisionNote ?? '' },
    ].filter((one) => (one.by !== null || (one.step === 'decided' && row.endedWith)) && one.at !== null),
  }
}

export type ExtensionFactsView = ReturnType<typeof extensionView>
