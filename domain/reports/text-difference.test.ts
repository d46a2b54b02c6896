import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textDifference, tokensOf, type DifferencePiece } from './text-difference'

const shown = (before: string, after: string) =>
  textDifference(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}]` : `[+${text}]`))
    .join('')
const sideOf = (pieces: readonly DifferencePiece[], side: 'removed' | 'added') =>
  pieces
    .filter(({ kind }) => kind === 'same' || kind === side)
    .map(({ text }) => text)
    .join('')

describe('an officer compares a report with the last one', () => {
  it.each([
    ['已有12个省完成', '已有27个省完成', '已有[-12][+27]个省完成'],
    ['拟于本月印发通知。', '已于本月印发通知。', '[-拟][+已]于本月印发通知。'],
    ['Twelve of 31 surveyed.', 'Twenty of 31 surveyed.', '[-Twelve][+Twenty] of 31 surveyed.'],
    ['共2,306件', '共2,410件', '共[-2,306][+2,410]件'],
    ['没有变化', '没有变化', '没有变化'],
    ['', '新写的', '[+新写的]'],
    ['删去的', '', '[-删去的]'],
    ['', '', ''],
  ])('%s → %s', (before, after, expected) => {
    expect(shown(before, after)).toBe(expected)
  })

  it('reads a rewritten stretch as one change, without a lone character left standing in it', () => {
    expect(shown('其余县正在办理拨付。', '二十一县预计二日到账。')).not.toMatch(/\][^[\]]\[/)
  })

  it('loses nothing of either text', () => {
    const words = fc.array(
      fc.constantFrom('一', '二', '省', '县', '。', ' ', 'one', '12', '\n', '，', '𠮷'),
      { maxLength: 60 },
    )
    fc.assert(
      fc.property(words, words, (one, other) => {
        const before = one.join('')
        const after = other.join('')
        const pieces = textDifference(before, after)
        expect(sideOf(pieces, 'removed')).toBe(before)
        expect(sideOf(pieces, 'added')).toBe(after)
        expect(tokensOf(before).join('')).toBe(before)
      }),
    )
  })

  it('loses nothing of any text at all', () => {
    const any = fc.string({ unit: 'grapheme', maxLength: 80 })
    fc.assert(
      fc.property(any, any, (before, after) => {
        const pieces = textDifference(before, after)
        expect(sideOf(pieces, 'removed')).toBe(before)
        expect(sideOf(pieces, 'added')).toBe(after)
      }),
    )
  })

  it('stays quick where the two longest texts have nothing in common', () => {
    const long = (from: number) =>
      Array.from({ length: 4000 }, (_, i) => String.fromCharCode(from + ((i * 7919) % 3000))).join('')
    const started = performance.now()
    const pieces = textDifference(long(0x4e00), long(0x6e00))
    expect(performance.now() - started).toBeLessThan(4000)
    expect(sideOf(pieces, 'added')).toBe(long(0x6e00))
  })
})
