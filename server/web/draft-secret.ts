import { createHmac } from 'node:crypto'
import { env } from '@/server/env'

/** The key that seals this person's drafts in a browser: the same on every computer, unknown to whoever signs in next there. */
export function draftSecret(personId: string): string {
  return createHmac('sha256', env().LUOSHI_SECRET).update(`draft:${personId}`).digest('base64')
}
