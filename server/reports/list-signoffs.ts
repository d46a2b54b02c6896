import { localDateIn } from '@/domain/calendar/local-date'
import { workingDaysBetween } from '@/domain/calendar/working-days'
import { can } from '@/domain/permissions/policy'
import { homeUnitsOf } from '@/domain/permissions/actor'
import type { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { failNotFound } from '@/server/errors'
import { loadReport } from '@/server/reports/load-report'
import { readReportView } from '@/server/reports/read-report-view'

/** Rows on a page. */
const PAGE = 50

/** 待审签: reports of the head's own unit (and of the units without accounts that it records for) that wait for the signature, oldest first. */
export async function listSignoffs(ctx: Ctx, after: string | null) {
  const where = signoffWhere(ctx)
  const [total, rows] = await Promise.all([
    ctx.tx.report.count({ where }),
    ctx.tx.report.findMany({
      where,
      orderBy: [{ sentForSignoffAt: 'asc' }, { id: 'asc' }],
      ...(after ? { cursor: { id: after }, skip: 1 } : {}),
      take: PAGE + 1,
      select: {
        id: true,
        seq: true,
        kind: true,
        claimedProgress: true,
        sentForSignoffAt: true,
        writtenBy: { select: { name: true, nameEn: true } },
        assignment: {
          select: {
            unit: { select: { name: true, nameEn: true } },
            task: { select: { no: true, title: true } },
          },
        },
      },
    }),
  ])
  return {
    total,
    after: rows.length > PAGE ? (rows[PAGE - 1]?.id ?? null) : null,
    rows: rows.slice(0, PAGE).map(({ assignment, sentForSignoffAt, ...row }) => ({
      ...row,
      ...assignment,
      waited: waitedSince(ctx, sentForSignoffAt),
    })),
  }
}

export type Signoffs = Awaited<ReturnType<typeof listSignoffs>>

/** A report that waits for this person's signature, as it will be sent; `waiting` false where it was dealt with meanwhile. Throws not_found. */
export async function getSignoff(ctx: Ctx, reportId: string) {
  const loaded = await loadReport(ctx, reportId)
  if (!loaded.mayRead || !can(ctx.actor, 'report.sign_off', loaded.facts)) return failNotFound()
  const view = await readReportView(ctx, loaded)
  return {
    report: view,
    waiting: view.status === 'awaiting_signoff',
    own: view.writtenById === ctx.actor.personId,
    waited: waitedSince(ctx, loaded.report.sentForSignoffAt),
  }
}

export type Signoff = Awaited<ReturnType<typeof getSignoff>>

function signoffWhere(ctx: Ctx): Prisma.ReportWhereInput {
  const units = homeUnitsOf(ctx.actor, 'unit_head')
  return {
    status: 'awaiting_signoff',
    assignment: {
      task: { status: { in: ['dispatched', 'in_progress', 'under_review'] } },
      OR: [{ unitId: { in: units } }, { unit: { kind: 'external' }, task: { leadUnitId: { in: units } } }],
    },
  }
}

function waitedSince(ctx: Ctx, at: Date | null): number {
  return at ? Math.max(0, workingDaysBetween(localDateIn(at, ctx.settings.zone), ctx.today, ctx.calendar)) : 0
}
