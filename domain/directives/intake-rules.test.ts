import { describe, expect, it } from 'vitest'
import { MAX_TEXT_LENGTH, refusalOfText } from './intake-rules'
import { issueDateQuestion } from './issue-date-question'

describe('what cannot be taken in', () => {
  it('is a blank text, one too long, one with a NUL or half a character', () => {
    expect(refusalOfText(' \n\uFEFF')?.code).toBe('directive.text_required')
    expect(refusalOfText('文'.repeat(MAX_TEXT_LENGTH + 1))?.code).toBe('directive.text_too_long')
    expect(refusalOfText('文\0件')).toEqual({ code: 'directive.text_nul', params: { at: 2 } })
    expect(refusalOfText('文\ud842件')).toEqual({ code: 'directive.text_half_character', params: { at: 2 } })
    expect(refusalOfText('文\udfb7')?.code).toBe('directive.text_half_character')
  })
  it('is a paper with a state-secret mark in its head', () => {
    expect(refusalOfText('机密★10年\n关于某事的通知')).toMatchObject({
      secret: true,
      params: { level: '机密' },
    })
  })
  it('is not a text that mentions secrets inside a sentence, nor one with rare characters', () => {
    expect(refusalOfText('各单位要做好工作秘密和商业秘密的保护。')).toBeNull()
    expect(refusalOfText('𠮷野家整改。')).toBeNull()
    expect(refusalOfText('文'.repeat(MAX_TEXT_LENGTH))).toBeNull()
  })
})

describe('a day without its year', () => {
  it('is proposed as the latest such day not after today', () => {
    expect(issueDateQuestion('4月10日下午，召开会议', '2020-05-01')).toEqual({
      start: 0,
      end: 5,
      proposed: '2020-04-10',
    })
    expect(issueDateQuestion('12月3日召开会议', '2020-05-01')?.proposed).toBe('2019-12-03')
    expect(issueDateQuestion('On December 3 the board met', '2020-05-01')?.proposed).toBe('2019-12-03')
    expect(issueDateQuestion('2月29日召开会议', '2023-05-01')?.proposed).toBe('2020-02-29')
  })
  it('is no question where the year stands, or no such day exists', () => {
    expect(issueDateQuestion('2020年4月10日召开会议', '2020-05-01')).toBeNull()
    expect(issueDateQuestion('On April 10, 2020 the board met', '2020-05-01')).toBeNull()
    expect(issueDateQuestion('2月31日', '2020-05-01')).toBeNull()
  })
})
