import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  acceptedStep,
  authenticatorUri,
  base32,
  codeOf,
  inGroups,
  isCode,
  plainRecoveryCode,
  recoveryCodeOf,
  stepAt,
} from './totp'

const hmac = (message: Uint8Array) => createHmac('sha1', '12345678901234567890').update(message).digest()
const at = (seconds: number) => new Date(seconds * 1000)

describe('a code by time', () => {
  // RFC 6238, appendix B, the rows of SHA-1: the last six of their eight digits.
  test.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ])('at second %i is %s', (seconds, code) => {
    expect(codeOf(stepAt(at(seconds)), hmac)).toBe(code)
  })

  // RFC 4226, appendix D.
  test('counts as the table of the older standard does', () => {
    const table = '755224 287082 359152 969429 338314 254676 287922 162583 399871 520489'.split(' ')
    expect(table.map((_, step) => codeOf(step, hmac))).toEqual(table)
  })

  test('is taken one step early and one late, not two', () => {
    const now = at(1_000_000 * 30 + 10)
    const takes = (step: number) => acceptedStep(codeOf(step, hmac), { now, lastStep: null, hmac })
    expect([-2, -1, 0, 1, 2].map((away) => takes(1_000_000 + away))).toEqual([
      null,
      999_999,
      1_000_000,
      1_000_001,
      null,
    ])
  })

  test('is taken once; and an earlier one never after a later one', () => {
    const now = at(1_000_000 * 30)
    const takes = (step: number, lastStep: number) =>
      acceptedStep(codeOf(step, hmac), { now, lastStep, hmac })
    expect(takes(1_000_000, 1_000_000)).toBeNull()
    expect(takes(999_999, 1_000_000)).toBeNull()
    expect(takes(1_000_001, 1_000_000)).toBe(1_000_001)
  })

  test('may be typed with spaces, and in the wide digits of a Chinese keyboard', () => {
    for (const typed of ['287 082', ' 287082\n', '２８７０８２', '287-082'])
      expect(acceptedStep(typed, { now: at(59), lastStep: null, hmac }), typed).toBe(1)
    for (const typed of ['', '28708', '2870822', 'qingshan-lvshui-36', 'ABCDE-FGHIJ'])
      expect(isCode(typed)).toBe(false)
  })
})

describe('a secret', () => {
  test.each([
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('%j is %j in base32 (RFC 4648)', (text, wanted) => {
    expect(base32(new TextEncoder().encode(text))).toBe(wanted)
  })

  test('is shown in groups of four and told to the app with who it is for', () => {
    const secret = base32(new TextEncoder().encode('12345678901234567890'))
    expect(inGroups(secret)).toBe('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ')
    const uri = new URL(authenticatorUri(secret, { issuer: '落实', account: 'li.jing' }))
    expect([uri.host, decodeURIComponent(uri.pathname)]).toEqual(['totp', '/落实:li.jing'])
    expect(uri.searchParams.get('secret')).toBe(secret)
    expect(uri.searchParams.get('issuer')).toBe('落实')
  })
})

describe('a recovery code', () => {
  test('is ten letters and digits that are not mistaken for each other, however it is typed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), (random) => {
        const code = recoveryCodeOf(random)
        expect(code).toMatch(/^[A-Z2-7]{5}-[A-Z2-7]{5}$/)
        const plain = plainRecoveryCode(code)
        const typed = code.toLowerCase().replaceAll('o', '0').replaceAll('i', '1').replace('-', ' ')
        expect(plainRecoveryCode(typed)).toBe(plain)
        expect(isCode(code)).toBe(false)
      }),
    )
  })
})
