import { z } from 'zod'
import { BULLETIN_LIMITS, type Figure } from '@/domain/bulletins/content'
import { applyEdits, bulletinEditsSchema } from '@/domain/bulletins/edits'
import { parseLedgerQuery } from '@/domain/tasks/ledger-filter'
import { newId } from '@/lib/new-id'
import { countFigures, withValues } from '@/server/bulletins/count-figures'
import { editableBulletin } from '@/server/bulletins/editable'
import { auditBulletin, bulletinVersionSchema, writeContent } from '@/server/bulletins/load-bulletin'
import type { Ctx } from '@/server/context'

/** What the editor sends: the title, and the edits as JSON. */
export const saveBulletinSchema = bulletinVersionSchema.extend({
  title: z
    .string()
    .trim()
    .min(1, { error: 'bulletin.title_missing' })
    .max(BULLETIN_LIMITS.title, { error: 'bulletin.text_too_long' }),
  edits: z.preprocess((value) => parsed(value), bulletinEditsSchema),
})

function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value)
  } catch {
    return null
  }
}

/**
 * 保存: the person's words and where fields stand; a version of its own. New fields are counted now; the value of a field never comes
 * from the browser. Refused once frozen; conflict where somebody saved first.
 */
export async function saveBulletin(
  ctx: Ctx,
  input: z.output<typeof saveBulletinSchema>,
): Promise<{ no: number; version: number; added: Figure[] }> {
  const { bulletin, as } = await editableBulletin(ctx, input)
  const context = { scope: bulletin.scope, today: ctx.today, now: ctx.now, newId }
  const { content, added } = applyEdits(bulletin.content, input.edits, context)
  const fresh = content.figures.filter((one) => added.includes(one.id))
  const named = await nameUnits(ctx, fresh, bulletin.language)
  const counted = withValues(named, await countFigures(ctx, named), ctx.now).map((one) => ({
    ...one,
    was: null,
  }))
  const byId = new Map(counted.map((one) => [one.id, one]))
  const figures = content.figures.map((one) => byId.get(one.id) ?? one)
  const version = await writeContent(
    ctx,
    bulletin,
    { title: input.title, content: { ...content, figures } },
    'edited',
  )
  await auditBulletin(ctx, bulletin, 'bulletin.edited', as, {
    before: { title: bulletin.title },
    after: { title: input.title, version },
  })
  return { no: bulletin.no, version, added: added.flatMap((id) => byId.get(id) ?? []) }
}

/** New fields that are narrowed to a lead unit say its name. */
async function nameUnits(ctx: Ctx, figures: readonly Figure[], language: 'zh-CN' | 'en'): Promise<Figure[]> {
  const codeOf = (one: Figure) => parseLedgerQuery(one.query).lead
  const codes = [...new Set(figures.flatMap(codeOf))]
  if (codes.length === 0) return [...figures]
  const units = await ctx.tx.unit.findMany({
    where: { code: { in: codes } },
    select: { code: true, shortName: true, shortNameEn: true },
  })
  const names = new Map(units.map((one) => [one.code, language === 'en' ? one.shortNameEn : one.shortName]))
  return figures.map((one) => ({
    ...one,
    of: codeOf(one)
      .map((code) => names.get(code) ?? '')
      .join(' '),
  }))
}
