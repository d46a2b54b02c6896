import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText, displayCleaned } from './clean'
import { detectLanguage } from './language'
import { noisyMinutesSample } from './samples'
import { simplify } from './simplify'

describe('an officer sees a scraped text without its noise', () => {
  it('strips a reading only after the character it reads', () => {
    expect(cleanText('傳達(dá)學(xué)習(xí)村(居)委會').text).toBe('傳達學習村(居)委會')
    expect(cleanText('完善(zǒu)機制').text).toBe('完善(zǒu)機制')
    expect(cleanText('疫情(PM)數據').text).toBe('疫情(PM)數據')
  })

  it('keeps one of two marks, the stronger', () => {
    expect(cleanText('召开会议,,部署工作,。会后').text).toBe('召开会议，部署工作。会后')
    expect(cleanText('动态,、及时').text).toBe('动态、及时')
    expect(cleanText('1,000 people, and more').text).toBe('1,000 people, and more')
  })

  it('turns mark-up, entities and escapes into plain text', () => {
    expect(cleanText('<p><strong>要</strong>做好</p>').text.trim()).toBe('要做好')
    expect(cleanText('2019年1月9日&nbsp;&#8212;').text).toBe('2019年1月9日 —')
    expect(cleanText('a \\"quoted\\" word').text).toBe('a "quoted" word')
    expect(cleanText('0<5 and 7>6').text).toBe('0<5 and 7>6')
  })

  it('joins hard wraps and passes over a page number inside a sentence', () => {
    const text =
      'Agencies must return every vehicle that has been replaced by the\nnew vehicle that\n2\n\nwill be assigned.\n(b)\nEach agency shall report.'
    expect(cleanText(text).text).toContain('new vehicle that will be assigned.')
    expect(cleanText(text).text).toContain('(b) Each agency')
  })

  it('counts what it set aside', () => {
    const { counts } = cleanText(noisyMinutesSample)
    expect(counts.pinyin).toBeGreaterThan(40)
    expect(counts.punctuation).toBeGreaterThan(20)
  })

  it('shows a stretch cleaned, in simplified characters on request', () => {
    const raw = '會議強(qiáng)調(diào),,要做好工作,。'
    expect(displayCleaned(raw, 0, raw.length, { simplified: false })).toBe('會議強調，要做好工作。')
    expect(displayCleaned(raw, 0, raw.length, { simplified: true })).toBe('会议强调，要做好工作。')
  })
})

describe('the offset map', () => {
  const piece = fc.constantFrom(
    '达(dá)',
    ',,',
    '，。',
    '<p>',
    '</p>',
    '&nbsp;',
    '\n',
    'agency ',
    '要',
    '(居)',
    '\\"',
    '[^2]',
    '\u200b',
    '２',
    '1.',
    ' ',
  )
  const text = fc
    .array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 60 })
    .map((parts) => parts.join(''))

  it('goes from the cleaned text to the received one and back', () => {
    fc.assert(
      fc.property(text, (raw) => {
        const cleaned = cleanText(raw)
        for (let i = 0; i <= cleaned.text.length; i++) {
          expect(cleaned.toClean(cleaned.toRaw(i))).toBe(i)
          if (i > 0) expect(cleaned.toRaw(i)).toBeGreaterThan(cleaned.toRaw(i - 1))
          expect(cleaned.toRawEnd(i)).toBeLessThanOrEqual(cleaned.toRaw(i))
        }
      }),
    )
  })

  it('keeps the length when it simplifies', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (raw) => simplify(raw).length === raw.length))
    expect(simplify('壓實屬地責任，擔當作為')).toBe('压实属地责任，担当作为')
  })
})

describe('the language of a paper', () => {
  it('is read from its characters', () => {
    expect(detectLanguage('各单位要认真落实')).toBe('zh-Hans')
    expect(detectLanguage('各單位要認真落實，強化責任')).toBe('zh-Hant')
    expect(detectLanguage('Each agency shall report.')).toBe('en')
    expect(detectLanguage('')).toBe('en')
  })
})
