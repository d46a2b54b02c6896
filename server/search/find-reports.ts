import { localDateIn } from '@/domain/calendar/local-date'
import { sentenceAround } from '@/domain/directives/search-hits'
import type { SearchQuery } from '@/domain/directives/search-query'
import { isUnsigned } from '@/domain/reports/lifecycle'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { ownReportsSql, visibleReportsSql } from '@/server/reports/scope'
import { matchSql, plainSql } from '@/server/search/match-sql'
import { inOrder, readFoundPage, type SearchReach } from '@/server/search/search-page'

/** The reports that the actor may read, of tasks that it may read, and that hold these words, newest first; unsigned ones in their own unit alone. */
export async function findReports(ctx: Ctx, query: SearchQuery, reach: SearchReach) {
  const own = ownReportsSql(ctx.actor)
  const page = await readFoundPage(
    ctx,
    {
      table: Prisma.sql`search_reports`,
      id: Prisma.sql`report_id`,
      match: matchSql(query),
      plain: plainSql(query),
      joins: Prisma.empty,
      readable: visibleReportsSql(ctx.actor),
      columns: Prisma.sql`s.assignment_id, s.task_id, s.under_lead, s.signed`,
      own,
    },
    reach,
  )
  const rows = await readReports(ctx, page.ids)
  return { ...page, rows: rows.map((row) => toFound(ctx, row, query)) }
}

/** A report as search shows it. */
export type FoundReport = Awaited<ReturnType<typeof findReports>>['rows'][number]

async function readReports(ctx: Ctx, ids: string[]) {
  const rows = await ctx.tx.report.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      seq: true,
      status: true,
      kind: true,
      done: true,
      nextStep: true,
      difficulty: true,
      helpNeeded: true,
      submittedAt: true,
      assignment: {
        select: {
          id: true,
          unit: { select: { shortName: true, shortNameEn: true } },
          task: { select: { no: true, title: true } },
        },
      },
    },
  })
  return inOrder(ids, rows)
}

const PARTS = ['done', 'nextStep', 'difficulty', 'helpNeeded'] as const

function toFound(ctx: Ctx, row: Awaited<ReturnType<typeof readReports>>[number], query: SearchQuery) {
  const found = PARTS.map((part) => ({ part, text: sentenceAround(row[part], query) })).find(
    (one) => one.text,
  )
  const { unit, task, id: assignmentId } = row.assignment
  return {
    id: row.id,
    assignmentId,
    seq: row.seq,
    kind: row.kind,
    status: row.status,
    unsigned: isUnsigned(row.status),
    /** In which part of the report the words stand, and the sentence around them. */
    part: found?.part ?? 'done',
    text: found?.text ?? [{ text: row.done.slice(0, 90), hit: false }],
    unit: { name: unit.shortName, nameEn: unit.shortNameEn },
    task,
    submittedOn: row.submittedAt && localDateIn(row.submittedAt, ctx.settings.zone),
  }
}
