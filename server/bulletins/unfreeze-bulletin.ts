import type { z } from 'zod'
import { editableBulletin } from '@/server/bulletins/editable'
import {
  auditBulletin,
  bulletinVersionSchema,
  keepVersion,
  writeBulletin,
} from '@/server/bulletins/load-bulletin'
import type { Ctx } from '@/server/context'

export const unfreezeBulletinSchema = bulletinVersionSchema

/** 解除冻结: text and figures may be changed again; the rows that were kept stay with their version. Refused once it went to a leader. */
export async function unfreezeBulletin(
  ctx: Ctx,
  input: z.output<typeof unfreezeBulletinSchema>,
): Promise<{ no: number }> {
  const { bulletin, as } = await editableBulletin(ctx, input, { frozen: true })
  const version = await writeBulletin(ctx, bulletin, { frozenAt: null, frozenVersion: null })
  await keepVersion(ctx, { ...bulletin, no: version }, 'unfrozen')
  await auditBulletin(ctx, bulletin, 'bulletin.unfrozen', as, { before: { version: bulletin.frozenVersion } })
  return { no: bulletin.no }
}
