import { describe, expect, test } from 'vitest'
import { formLines } from './form-lines'
import { lightWords } from './light-marks'
import { inHan } from './model'
import { paperHref, recordHrefOf } from './paper-kinds'
import { LINE_TWIPS, PAGE, textArea, twips, widthsOf } from './paper-layout'
import { titled, type Words } from './words'

const words = (language: 'zh-CN' | 'en'): Words => ({ language, say: (key) => key, day: (on) => on })

describe('the page', () => {
  test('is 156 × 225 mm of text, 22 lines of which the last still fits', () => {
    expect(textArea(false)).toEqual({ widthMm: 156, heightMm: 225 })
    expect(LINE_TWIPS * PAGE.lines).toBeLessThanOrEqual(twips(225))
    expect(LINE_TWIPS * (PAGE.lines + 1)).toBeGreaterThan(twips(225))
  })
  test('shares of columns fill the width to the last twentieth of a point', () => {
    expect(widthsOf([1, 1, 1], 100)).toEqual([33, 33, 34])
    expect(widthsOf([8, 42, 34, 16], 8845).reduce((sum, one) => sum + one)).toBe(8845)
  })
})

test('headings are counted as officials count', () => {
  expect([1, 9, 10, 11, 20, 21, 99].map(inHan)).toEqual([
    '一',
    '九',
    '十',
    '十一',
    '二十',
    '二十一',
    '九十九',
  ])
})

test('halves of a form meet in pairs; a whole field between them breaks the pair', () => {
  const half = (label: string) => ({ label, value: '', half: true })
  const whole = { label: 'c', value: '' }
  expect(formLines([half('a'), half('b'), half('x'), whole, half('d')])).toEqual([
    [half('a'), half('b')],
    [half('x')],
    [whole],
    [half('d')],
  ])
})

test('a title inside a title takes the single marks', () => {
  expect(titled(words('zh-CN'), '关于印发《方案》的通知')).toBe('《关于印发〈方案〉的通知》')
  expect(titled(words('en'), 'Minutes')).toBe('“Minutes”')
})

test('a light on paper has shape, word and reason', () => {
  expect(lightWords('off', '滞后', '逾期 3 个工作日', 'zh-CN')).toBe('◆ 滞后（逾期 3 个工作日）')
  expect(lightWords('ok', 'On course', '', 'en')).toBe('● On course')
})

test('a paper has an address, and leads back to its record', () => {
  expect(paperHref({ kind: 'task-notice', no: 'D3', unit: 'sjs' }, 'docx')).toBe(
    '/api/papers/task-notice/D3?unit=sjs',
  )
  expect(recordHrefOf({ kind: 'task-notice', no: 'D3' })).toBe('/directives/D3')
  expect(recordHrefOf({ kind: 'task-sheet', no: 'T7' })).toBe('/tasks/T7')
  expect(recordHrefOf({ kind: 'urge-slip', no: '4' })).toBe('/urges/4')
})
