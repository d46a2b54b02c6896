import type { z } from 'zod'
import { figureText } from '@/domain/bulletins/figures'
import type { FigureChange } from '@/domain/bulletins/difference'
import { countFigures, withValues } from '@/server/bulletins/count-figures'
import { editableBulletin } from '@/server/bulletins/editable'
import { auditBulletin, bulletinVersionSchema, writeContent } from '@/server/bulletins/load-bulletin'
import { filterOf, readTaskRows } from '@/server/bulletins/read-tasks'
import type { Ctx } from '@/server/context'
import { countTasks } from '@/server/tasks/count-tasks'

export const refreshBulletinSchema = bulletinVersionSchema

/**
 * 刷新数字: every field counted again, old beside new; the list of overdue tasks read again, where what a person shortened of a unit's
 * words stays. Refused once frozen.
 */
export async function refreshBulletin(
  ctx: Ctx,
  input: z.output<typeof refreshBulletinSchema>,
): Promise<{ no: number; changes: FigureChange[] }> {
  const { bulletin, as } = await editableBulletin(ctx, input)
  const { content, language } = bulletin
  const figures = withValues(content.figures, await countFigures(ctx, content.figures), ctx.now)
  const listed = content.sections.some(({ tables }) =>
    tables.some((one) => one.kind === 'tasks' && one.name === 'overdue'),
  )
  const overdue = listed
    ? await readTaskRows(ctx, filterOf(ctx, 'overdue', bulletin.scope), {
        order: 'late',
        limit: 60,
        language,
      })
    : []
  const total = listed ? await countTasks(ctx, filterOf(ctx, 'overdue', bulletin.scope)) : 0
  const sections = content.sections.map((section) => ({
    ...section,
    tables: section.tables.flatMap((table) => {
      if (table.kind !== 'tasks' || table.name !== 'overdue') return [table]
      const said = new Map(table.rows.map((row) => [row.no, row.said]))
      const rows = overdue.map(({ verified: _verified, done: _done, ...row }) => ({
        ...row,
        said: said.get(row.no) ?? row.said,
      }))
      return rows.length === 0 ? [] : [{ ...table, rows, total, asOf: ctx.now.toISOString() }]
    }),
  }))
  await writeContent(ctx, bulletin, { content: { ...content, figures, sections } }, 'refreshed')
  const words = (one: { value: number; outOf: number | null }) =>
    figureText({ value: one.value, of: one.outOf }, language)
  const changes = figures.flatMap((one) =>
    one.was ? [{ id: one.id, before: words(one.was), after: words(one) }] : [],
  )
  await auditBulletin(ctx, bulletin, 'bulletin.refreshed', as, {
    after: { figures: figures.length, changed: changes.length },
  })
  return { no: bulletin.no, changes }
}
