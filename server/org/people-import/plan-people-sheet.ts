import { countPlan } from '@/domain/registers/import-plan'
import { accountsOf, PEOPLE_COLUMNS, planPeople } from '@/domain/org/people-sheet'
import { sha256 } from '@/server/audit/record-audit'
import { assertMay } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import type { Grid } from '@/server/directives/readers/read-grid'
import { readSheet } from '@/server/registers/read-sheet'

/**
 * What the lines of a workbook would do, and a mark of just that: a confirmation carries it, so that what is done is what was shown.
 * Throws forbidden; refused: register.{no_heads, head_missing, no_lines, too_many_lines}.
 */
export async function planPeopleSheet(ctx: Ctx, grid: Grid) {
  const as = assertMay(ctx.actor, 'user.manage')
  const sheet = readSheet(PEOPLE_COLUMNS, grid)
  const standing = await ctx.tx.person.findMany({
    where: { account: { in: accountsOf(sheet.lines) } },
    select: { account: true, name: true, nameEn: true },
  })
  const plan = planPeople(sheet.lines, new Map(standing.map((one) => [one.account, one])))
  const mark = sha256(JSON.stringify(plan.map(({ line, act }) => [line, act])))
  return { as, plan, unknown: sheet.unknown, mark, counts: countPlan(plan) }
}

/** The preview of an upload: every line, what it would do, what is wrong with it. Nothing is stored. Throws as `planPeopleSheet`. */
export async function previewPeople(ctx: Ctx, { grid }: { grid: Grid }) {
  const { plan, unknown, mark, counts } = await planPeopleSheet(ctx, grid)
  return {
    mark,
    unknown,
    sheet: grid.name,
    counts,
    lines: plan.map((one) => ({
      line: one.line,
      act: one.act,
      row: null,
      changed: [],
      problems: one.act === 'bad' ? one.problems : [],
      raw: one.raw,
    })),
  }
}
