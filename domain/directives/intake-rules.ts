import type { FailureParams } from '@/domain/errors'
import { findSecretMark } from './secret-marks'

/** Longest text taken in, in UTF-16 units. */
export const MAX_TEXT_LENGTH = 1_000_000

/** Largest file read at intake, in bytes. */
export const MAX_UPLOAD_BYTES = 20 * 1_048_576

/** Why a text cannot be taken in: a code with its figures; `secret` where a state-secret mark stands in the head. */
export type TextRefusal = { code: string; params?: FailureParams; secret?: boolean }

const HIGH = 0xd800
const LOW = 0xdc00
const BEYOND = 0xe000

/**
 * What stands against taking a text in, or null: blank, too long, a NUL (the database cannot hold one), half a character (it would not
 * come back as received), a state-secret mark in the head (domain.md §6: this is not a classified system). Linear.
 */
export function refusalOfText(text: string): TextRefusal | null {
  if (text.length > MAX_TEXT_LENGTH) {
    return { code: 'directive.text_too_long', params: { length: text.length, max: MAX_TEXT_LENGTH } }
  }
  if (text.trim() === '') return { code: 'directive.text_required' }
  const nul = text.indexOf('\0')
  if (nul >= 0) return { code: 'directive.text_nul', params: { at: nul + 1 } }
  const half = halfCharacterAt(text)
  if (half >= 0) return { code: 'directive.text_half_character', params: { at: half + 1 } }
  const mark = findSecretMark(text)
  return mark ? { code: 'directive.secret_mark', params: { level: mark.level }, secret: true } : null
}

/** Offset of a surrogate without its partner, or -1. */
function halfCharacterAt(text: string): number {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < HIGH || unit >= BEYOND) continue
    const next = text.charCodeAt(i + 1)
    if (unit < LOW && next >= LOW && next < BEYOND) i++
    else return i
  }
  return -1
}
