import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, GENESIS_HASH, sealHash, valuesHash, verifyChain, type SealedRow } from './chain'
import { AUDIT_EVENTS, isAuditEvent, nounOf } from './events'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const chainOf = (texts: readonly string[]): SealedRow[] => {
  let prev = GENESIS_HASH
  return texts.map((entryCanonical, at) => {
    prev = sealHash(prev, at + 1, entryCanonical, sha256)
    return { no: at + 1, hash: prev, entryCanonical }
  })
}

describe('the canonical form', () => {
  it('sorts keys at every depth and leaves no blanks', () => {
    expect(canonicalJson({ b: [1, { z: null, a: '民' }], a: true, gone: undefined })).toBe(
      '{"a":true,"b":[1,{"a":"民","z":null}]}',
    )
    expect(canonicalJson(new Date('2020-04-10T01:02:03.004Z'))).toBe('"2020-04-10T01:02:03.004Z"')
    expect(canonicalJson(-0)).toBe('0')
  })

  it('refuses what JSON cannot say', () => {
    for (const bad of [NaN, Infinity, undefined, [undefined], 10n, () => 0]) {
      expect(() => canonicalJson(bad)).toThrow(TypeError)
    }
  })

  it('is the same for equal values in any order of keys, and reads back', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse())
        expect(canonicalJson(reversed)).toBe(canonicalJson(value))
        expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value))
      }),
    )
  })
})

describe('discipline checks the chain', () => {
  const rows = chainOf(['one', 'two', 'three', 'four'])

  it('and finds it whole, at once or in stretches', () => {
    const whole = verifyChain(rows, sha256)
    expect(whole).toEqual({ ok: true, count: 4, last: { no: 4, hash: rows[3]?.hash } })
    const first = verifyChain(rows.slice(0, 2), sha256)
    expect(first.ok && verifyChain(rows.slice(2), sha256, first.last)).toEqual({ ...whole, count: 2 })
    expect(verifyChain([], sha256)).toEqual({ ok: true, count: 0, last: { no: 0, hash: GENESIS_HASH } })
  })

  it('and finds the place where an entry was altered, taken out, or put in', () => {
    const altered = rows.map((row) => (row.no === 3 ? { ...row, entryCanonical: 'other' } : row))
    expect(verifyChain(altered, sha256)).toEqual({ ok: false, count: 2, no: 3, code: 'audit.seal_differs' })
    const without = rows.filter((row) => row.no !== 2)
    expect(verifyChain(without, sha256)).toEqual({ ok: false, count: 1, no: 2, code: 'audit.gap' })
    const swapped = [rows[1], rows[0]].filter((row) => row !== undefined)
    expect(verifyChain(swapped, sha256)).toEqual({ ok: false, count: 0, no: 1, code: 'audit.gap' })
  })

  it('whichever entry is altered, the check stops there', () => {
    const texts = fc.array(fc.string(), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(texts, fc.nat(), (some, pick) => {
        const sealed = chainOf(some)
        const at = pick % sealed.length
        const forged = sealed.map((row, i) =>
          i === at ? { ...row, entryCanonical: `${row.entryCanonical}!` } : row,
        )
        expect(verifyChain(sealed, sha256).ok).toBe(true)
        expect(verifyChain(forged, sha256)).toMatchObject({ ok: false, no: at + 1 })
      }),
    )
  })

  it('values are hashed with a salt, no values like null', () => {
    expect(valuesHash('s', { b: 1, a: 2 }, sha256)).toBe(sha256('s{"a":2,"b":1}'))
    expect(valuesHash('s', undefined, sha256)).toBe(valuesHash('s', null, sha256))
    expect(valuesHash('s', { a: 1 }, sha256)).not.toBe(valuesHash('t', { a: 1 }, sha256))
  })
})

describe('the names of events', () => {
  it('say a noun and what happened to it, each once', () => {
    for (const event of AUDIT_EVENTS) expect(event).toMatch(/^[a-z]+\.[a-z]+(_[a-z]+)*$/)
    expect(new Set(AUDIT_EVENTS).size).toBe(AUDIT_EVENTS.length)
    expect(isAuditEvent('task.completed')).toBe(true)
    expect(isAuditEvent('task.vanished')).toBe(false)
    expect(nounOf('report.signed_off')).toBe('report')
  })
})
