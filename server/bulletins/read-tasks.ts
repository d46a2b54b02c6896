import { workingDaysBetween } from '@/domain/calendar/working-days'
import { BULLETIN_LIMITS, type TaskRow } from '@/domain/bulletins/content'
import { figureQueryOf } from '@/domain/bulletins/figures'
import { parseLedgerFilter, parseLedgerQuery, queryOf, type LedgerFilter } from '@/domain/tasks/ledger-filter'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { toLocalDateOrNull } from '@/server/dates'
import { ledgerWhere } from '@/server/tasks/ledger-sql'

type Row = {
  no: number
  title: string
  due_on: Date | null
  lead: string | null
  lead_en: string | null
  code: string | null
  verified: number
  done: boolean
  said: string | null
}

/** How tasks are put in order: longest overdue first; furthest verified first; by number. */
export type TaskOrder = 'late' | 'far' | 'number'

const ORDER: Readonly<Record<TaskOrder, Prisma.Sql>> = {
  late: Prisma.sql`t.due_on ASC NULLS LAST, t.no`,
  far: Prisma.sql`(t.light = 'done') DESC, t.verified_progress DESC, t.no`,
  number: Prisma.sql`t.no`,
}

/** Tasks of an address as rows of a bulletin, each with the latest own words of its lead: the difficulty where one was reported, else what was done. */
export async function readTaskRows(
  ctx: Ctx,
  filter: LedgerFilter,
  { order, limit, language }: { order: TaskOrder; limit: number; language: 'zh-CN' | 'en' },
): Promise<(TaskRow & { verified: number; done: boolean })[]> {
  const { from, where } = ledgerWhere(ctx, filter)
  const words = order === 'far' ? Prisma.sql`r.done` : Prisma.sql`COALESCE(NULLIF(r.difficulty, ''), r.done)`
  const rows = await ctx.tx.$queryRaw<Row[]>`
    SELECT t.no, t.title, t.due_on, u.short_name AS lead, u.short_name_en AS lead_en, u.code, t.verified_progress AS verified,
      t.light = 'done' AS done,
      (SELECT ${words} FROM reports r JOIN assignments a ON a.id = r.assignment_id
        WHERE a.task_id = t.id AND a.part = 'lead' AND r.status IN ('submitted', 'accepted', 'returned') ORDER BY r.submitted_at DESC LIMIT 1) AS said
    FROM ${from} LEFT JOIN units u ON u.id = t.lead_unit_id WHERE ${where} ORDER BY ${ORDER[order]} LIMIT ${limit}`
  return rows.map(({ due_on, lead, lead_en, code, said, ...row }) => {
    const dueOn = toLocalDateOrNull(due_on)
    const late = dueOn !== null && dueOn < ctx.today && !row.done
    return {
      ...row,
      lead: (language === 'en' ? lead_en || lead : lead) ?? '',
      leadCode: code ?? '',
      dueOn: dueOn ?? '',
      days: late ? workingDaysBetween(dueOn, ctx.today, ctx.calendar) : null,
      said: shortened(said ?? ''),
    }
  })
}

/** The first sentences of a unit's words, as many as a table holds; without the stop at the end. */
function shortened(said: string): string {
  const line = said.replaceAll(/\s+/g, ' ').trim()
  const most = Math.min(120, BULLETIN_LIMITS.said)
  const cut = [...line].slice(0, most).join('')
  return (cut.length < line.length ? `${cut}…` : cut).replace(/[。.；;]$/, '')
}

/** The filter of a figure of a scope. */
export function filterOf(ctx: Ctx, name: Parameters<typeof figureQueryOf>[0], scope: string): LedgerFilter {
  return parseLedgerQuery(figureQueryOf(name, scope, { today: ctx.today, period: null }))
}

/** The scope with other lights. */
export function scopeWithLights(scope: string, light: LedgerFilter['light']): LedgerFilter {
  const { directive, lead, unit, type } = parseLedgerQuery(scope)
  return parseLedgerQuery(
    queryOf({ ...parseLedgerFilter({ view: 'all' }), directive, lead, unit, type, light }),
  )
}
