import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Ctx } from '@/server/context'
import { env } from '@/server/env'

/** Proves that this person sent this file a moment ago: a stored file cannot be read by guessing its id. */
export function uploadKey(ctx: Ctx, fileId: string): string {
  return createHmac('sha256', env().LUOSHI_SECRET)
    .update(`upload:${ctx.actor.personId}:${fileId}`)
    .digest('base64url')
}

/** True for the key that `uploadKey` gave the same person for the same file. */
export function isUploadKey(ctx: Ctx, fileId: string, key: string): boolean {
  const right = Buffer.from(uploadKey(ctx, fileId))
  const given = Buffer.from(key)
  return right.length === given.length && timingSafeEqual(right, given)
}
