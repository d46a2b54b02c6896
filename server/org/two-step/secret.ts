import { createHmac, randomBytes } from 'node:crypto'
import {
  base32,
  plainRecoveryCode,
  recoveryCodeOf,
  RECOVERY_LENGTH,
  SECRET_BYTES,
  type Hmac,
} from '@/domain/org/totp'
import { openText, sealText } from '@/lib/sealed-text'
import { env } from '@/server/env'

// Keys of each person's own, made from the application's secret: what stands in the database is worth nothing without it.
const keyFor = (use: 'secret' | 'codes', personId: string) =>
  createHmac('sha256', env().LUOSHI_SECRET).update(`two-step:${use}:${personId}`)

/** A new secret, in bytes as hexadecimal text. */
export function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString('hex')
}

/** Seals what only this installation may read of a person's second factor. */
export function seal(personId: string, text: string): Promise<string> {
  return sealText(text, keyFor('secret', personId).digest('base64'))
}

/** What was sealed for this person, or null where it was sealed under another secret of the application, or for somebody else. */
export function open(personId: string, sealed: string): Promise<string | null> {
  return openText(sealed, keyFor('secret', personId).digest('base64'))
}

/** A secret as an authenticator app takes it. */
export function secretText(secret: string): string {
  return base32(Buffer.from(secret, 'hex'))
}

/** HMAC-SHA-1 under a secret, for the rule in `domain/org/totp`. */
export function hmacUnder(secret: string): Hmac {
  return (message) => createHmac('sha1', Buffer.from(secret, 'hex')).update(message).digest()
}

/** One new recovery code. */
export function newRecoveryCode(): string {
  return recoveryCodeOf(randomBytes(RECOVERY_LENGTH))
}

/** What is kept of a recovery code: a keyed hash in hexadecimal, however the code is typed. */
export function hashRecoveryCode(personId: string, code: string): string {
  return keyFor('codes', personId)
    .update(`|${plainRecoveryCode(code)}`)
    .digest('hex')
}
