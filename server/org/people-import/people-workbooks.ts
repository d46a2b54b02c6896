import { PEOPLE_COLUMNS } from '@/domain/org/people-sheet'
import { nameIn } from '@/domain/registers/columns'
import { assertMay } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import type { Grid } from '@/server/directives/readers/read-grid'
import { planPeopleSheet } from '@/server/org/people-import/plan-people-sheet'
import type { SheetWords } from '@/server/registers/sheet-words'
import { drawWorkbook, headsOf } from '@/server/registers/workbook'

/** The words of a workbook of people, in its reader's language. */
export type PeopleSheetWords = Pick<SheetWords, 'language' | 'problem' | 'fault' | 'hint'> & { title: string }

/** An empty workbook with the heads of people, to be filled and imported. Throws forbidden. */
export async function exportPeopleTemplate(ctx: Ctx, { words }: { words: PeopleSheetWords }) {
  assertMay(ctx.actor, 'user.manage')
  const bytes = await drawWorkbook({
    name: words.title,
    title: words.title,
    note: words.hint,
    heads: headsOf(PEOPLE_COLUMNS, words.language),
    lines: [],
  })
  return { bytes, name: `${words.title}.xlsx` }
}

/** The bad lines of a workbook as they came, each with what is wrong, to be mended and imported by themselves. Throws as `planPeopleSheet`. */
export async function exportBadPeople(ctx: Ctx, { grid, words }: { grid: Grid; words: PeopleSheetWords }) {
  const { plan } = await planPeopleSheet(ctx, grid)
  const nameOf = (key: string) => {
    const column = PEOPLE_COLUMNS.find((one) => one.key === key)
    return column ? nameIn(column, words.language) : key
  }
  const lines = plan.flatMap((one) => {
    if (one.act !== 'bad') return []
    const faults = one.problems.map(({ path, code, params }) => words.fault(nameOf(path), code, params))
    return [[faults.join('\n'), ...PEOPLE_COLUMNS.map(({ key }) => one.raw[key] ?? '')]]
  })
  const bytes = await drawWorkbook({
    name: words.title,
    title: words.title,
    note: words.hint,
    heads: [{ words: words.problem, width: 40 }, ...headsOf(PEOPLE_COLUMNS, words.language)],
    lines,
  })
  return { bytes, name: `${words.title}.xlsx` }
}
