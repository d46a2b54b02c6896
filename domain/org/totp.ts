/**
 * The second factor: one-time codes by time (RFC 6238: 30 seconds, six digits, HMAC-SHA-1), and recovery codes for the day the phone is gone.
 */

/** Seconds that one code stands for. */
export const STEP_SECONDS = 30
/** Digits of a code. */
export const CODE_DIGITS = 6
/** Steps before and after the present one whose code is taken too: clocks differ, and typing takes time. */
export const WINDOW_STEPS = 1
/** Bytes of a secret: what HMAC-SHA-1 hashes to (RFC 4226, section 4). */
export const SECRET_BYTES = 20
/** How many recovery codes a person holds; each works once. */
export const RECOVERY_CODES = 10
/** Characters of a recovery code, of 32 each: 50 bits. */
export const RECOVERY_LENGTH = 10
/** Minutes in which a set-up that was begun is finished, and codes just made are shown, to the session that began it. */
export const SET_UP_MINUTES = 15
/** Minutes between the right password and its code at sign-in. */
export const SIGN_IN_STEP_MINUTES = 5

/** HMAC-SHA-1 of a message under a person's secret. */
export type Hmac = (message: Uint8Array) => Uint8Array

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The number of the time step that an instant lies in. */
export function stepAt(now: Date): number {
  return Math.floor(now.getTime() / 1000 / STEP_SECONDS)
}

/** The code of a step: dynamic truncation of its HMAC (RFC 4226, section 5.3). */
export function codeOf(step: number, hmac: Hmac): string {
  const counter = new Uint8Array(8)
  new DataView(counter.buffer).setBigUint64(0, BigInt(step))
  const hash = hmac(counter)
  const at = (hash.at(-1) ?? 0) & 0xf
  const number = new DataView(hash.buffer, hash.byteOffset, hash.byteLength).getUint32(at) & 0x7fff_ffff
  return String(number % 10 ** CODE_DIGITS).padStart(CODE_DIGITS, '0')
}

/**
 * The step whose code was typed, or null: within the window around now, and later than the last one that was taken, so that a code overheard
 * is worth nothing once it was used.
 */
export function acceptedStep(
  typed: string,
  { now, lastStep, hmac }: { now: Date; lastStep: number | null; hmac: Hmac },
): number | null {
  const code = plainCode(typed)
  if (!isCode(code)) return null
  const present = stepAt(now)
  for (let step = present - WINDOW_STEPS; step <= present + WINDOW_STEPS; step++) {
    if (step > (lastStep ?? -1) && codeOf(step, hmac) === code) return step
  }
  return null
}

/** What was typed without spaces and dashes, in plain capital letters and digits. */
export function plainCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\s\p{Dash}]/gu, '')
    .toUpperCase()
}

/** True for what has the shape of a code by time: six digits. No password has it, since passwords are longer. */
export function isCode(typed: string): boolean {
  return /^[0-9]{6}$/.test(plainCode(typed))
}

/** A recovery code made of random bytes, one a character, in two groups: ABCDE-FGHIJ. */
export function recoveryCodeOf(random: Uint8Array): string {
  const letters = [...random.subarray(0, RECOVERY_LENGTH)].map((byte) => BASE32[byte % 32]).join('')
  return `${letters.slice(0, 5)}-${letters.slice(5)}`
}

/** A recovery code as it is compared: 0 and 1, which none has, are read as the letters they look like. */
export function plainRecoveryCode(typed: string): string {
  return plainCode(typed).replaceAll('0', 'O').replaceAll('1', 'I')
}

/** Bytes in base32 (RFC 4648) without padding: how authenticator apps take a secret. */
export function base32(bytes: Uint8Array): string {
  let text = ''
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff
    for (bits += 8; bits >= 5; bits -= 5) text += BASE32[(held >> (bits - 5)) & 31]
  }
  return bits > 0 ? text + BASE32[(held << (5 - bits)) & 31] : text
}

/** A secret in base32 as people type it: in groups of four. */
export function inGroups(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(' ') ?? ''
}

/** What the picture for an authenticator app says (Key URI format). */
export function authenticatorUri(
  secret: string,
  { issuer, account }: { issuer: string; account: string },
): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}&digits=${CODE_DIGITS}&period=${STEP_SECONDS}`
}
