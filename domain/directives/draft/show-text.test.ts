import { describe, expect, it } from 'vitest'
import { cleanText } from '../clean'
import { cutsOf, proposeTitle, receivedOffset, shownStretch, type NoiseEntry } from './show-text'

const noiseOf = (text: string): NoiseEntry[] =>
  cleanText(text).entries.map(({ start, end, replacement }) => [start, end, replacement])

describe('the tidy text of a sentence', () => {
  const text = '加强(jiāng)管(guǎn)理,,做好服務(wù)。'
  const noise = noiseOf(text)

  it('is what the cleaning leaves, for the whole and for any half', () => {
    expect(shownStretch(text, noise, 0, text.length)).toBe(cleanText(text).text)
    const cut = text.indexOf('做')
    const halves = shownStretch(text, noise, 0, cut) + shownStretch(text, noise, cut, text.length)
    expect(halves).toBe(cleanText(text).text)
  })

  it('leads back to the text as received', () => {
    const shown = shownStretch(text, noise, 0, text.length)
    const place = shown.indexOf('做')
    expect(text[receivedOffset(text, noise, { start: 0, end: text.length }, place)]).toBe('做')
    expect(receivedOffset(text, noise, { start: 0, end: 4 }, 99)).toBe(4)
  })
})

it('a task is cut after a clause or before a further sentence', () => {
  const text = '甲，乙。丙，丁。'
  expect(cutsOf(text, [{ start: 0, end: 4 }])).toEqual([2])
  expect(
    cutsOf(text, [
      { start: 0, end: 4 },
      { start: 4, end: 8 },
    ]),
  ).toEqual([2, 4, 6])
})

it('a title is the clause without its number', () => {
  expect(proposeTitle('二要抓实机构防控，完成一轮检查。')).toBe('抓实机构防控，完成一轮检查')
  expect(proposeTitle('（三）逐条登记隐患；')).toBe('逐条登记隐患')
  expect(proposeTitle('(b) Report to the Secretary.')).toBe('Report to the Secretary')
})
