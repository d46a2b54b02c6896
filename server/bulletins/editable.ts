import type { z } from 'zod'
import { editPermissionOf } from '@/domain/bulletins/lifecycle'
import { openBulletin, type bulletinVersionSchema } from '@/server/bulletins/load-bulletin'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'

/**
 * A bulletin whose text may be changed by the actor now: the drafters' while it is a draft, the head's before the head's step. Throws
 * forbidden, conflict; refused where it has gone on or is frozen.
 */
export async function editableBulletin(
  ctx: Ctx,
  input: z.output<typeof bulletinVersionSchema>,
  { frozen = false } = {},
) {
  const opened = await openBulletin(ctx, input, ({ status }) => editPermissionOf(status) ?? 'bulletin.draft')
  const { bulletin } = opened
  if (editPermissionOf(bulletin.status) === null) failRefused('bulletin.not_now', { status: bulletin.status })
  if ((bulletin.frozenAt !== null) !== frozen) failRefused(frozen ? 'bulletin.not_frozen' : 'bulletin.frozen')
  return opened
}
