import type { z } from 'zod'
import type { BulletinContent } from '@/domain/bulletins/content'
import { isBlank } from '@/domain/bulletins/content-text'
import { namingsOf, passageText } from '@/domain/bulletins/namings'
import { editableBulletin } from '@/server/bulletins/editable'
import { keepRows } from '@/server/bulletins/keep-rows'
import {
  auditBulletin,
  bulletinVersionSchema,
  writeContent,
  type LoadedBulletin,
} from '@/server/bulletins/load-bulletin'
import { nameableUnits } from '@/server/bulletins/nameable-units'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'

export const freezeBulletinSchema = bulletinVersionSchema

/**
 * 定稿冻结: values and the rows behind them are fixed, text can no longer be changed, and every unit that the text names is listed to
 * be told. Refused for an empty text.
 */
export async function freezeBulletin(
  ctx: Ctx,
  input: z.output<typeof freezeBulletinSchema>,
): Promise<{ no: number; named: number }> {
  const { bulletin, as } = await editableBulletin(ctx, input)
  if (isBlank(bulletin.content)) failRefused('bulletin.blank')
  const version = bulletin.version + 1
  const figures = await keepRows(ctx, { bulletinId: bulletin.id, version, figures: bulletin.content.figures })
  const content: BulletinContent = { ...bulletin.content, figures }
  await writeContent(ctx, bulletin, { content }, 'frozen', { frozenAt: ctx.now, frozenVersion: version })
  const named = await listNamings(ctx, { ...bulletin, content })
  await auditBulletin(ctx, bulletin, 'bulletin.frozen', as, {
    after: { version, figures: figures.map((one) => `${one.id} ${one.name} ${one.value}`), named },
  })
  return { no: bulletin.no, named }
}

/** Writes down who is named and by which words; who was named before and is no more keeps a row without a passage. */
async function listNamings(ctx: Ctx, bulletin: LoadedBulletin): Promise<number> {
  const found = namingsOf(bulletin.content, await nameableUnits(ctx), bulletin.language)
  const before = await ctx.tx.bulletinNaming.findMany({
    where: { bulletinId: bulletin.id },
    select: { unitId: true },
  })
  const known = new Set(before.map((one) => one.unitId))
  await ctx.tx.bulletinNaming.updateMany({
    where: { bulletinId: bulletin.id, unitId: { notIn: found.map((one) => one.unitId) } },
    data: { passage: '', taskNos: [], version: { increment: 1 } },
  })
  await ctx.tx.bulletinNaming.createMany({
    data: found
      .filter((one) => !known.has(one.unitId))
      .map((one) => ({
        bulletinId: bulletin.id,
        unitId: one.unitId,
        passage: passageText(one),
        taskNos: one.taskNos,
      })),
  })
  const again = found.filter((one) => known.has(one.unitId))
  await ctx.tx.$executeRaw`
    UPDATE bulletin_namings n SET passage = k.passage, task_nos = string_to_array(k.nos, ',')::int[], version = n.version + 1
    FROM unnest(${again.map((one) => one.unitId)}::uuid[], ${again.map(passageText)}::text[], ${again.map((one) => one.taskNos.join(','))}::text[])
      AS k(unit_id, passage, nos)
    WHERE n.bulletin_id = ${bulletin.id}::uuid AND n.unit_id = k.unit_id`
  return found.length
}
