import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasHit, markHits, sentenceAround } from './search-hits'
import { isEmptySearch, readSearch } from './search-query'
import { parseSearchAddress, searchHref } from './search-address'
import { foldSearch, foldWithPlaces } from './search-text'

const marked = (text: string, typed: string, options?: { letters: boolean }) =>
  markHits(text, readSearch(typed), options)
    .filter((piece) => piece.hit)
    .map((piece) => piece.text)

describe('one form for what is asked and what is found', () => {
  it.each([
    '民发〔2020〕18号',
    '民发[2020]18号',
    '民发（2020）18号',
    '民發【２０２０】 第 018 號',
    '民发 ( 2020 ) 18 号',
  ])('a document number is the same in any brackets and width: %s', (typed) => {
    expect(readSearch(typed).terms).toEqual(readSearch('民发〔2020〕18号').terms)
    expect(hasHit('根据民发〔2020〕18号要求', readSearch(typed))).toBe(true)
  })

  it('a number without its letters is found, and never one that only begins alike', () => {
    expect(readSearch('[2020]18').terms[0]?.tokens).toEqual(['#2020.18'])
    expect(foldSearch('民发〔2020〕180号')).not.toContain('〔2020〕18号')
  })

  it('traditional characters, full width and capitals make no difference', () => {
    expect(foldSearch('養老ＡＢＣ服務')).toBe('养老abc服务')
    expect(foldSearch('养老 服务\n机构')).toBe('养老服务机构')
  })

  it('every character knows where it stood', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const { folded, starts, ends } = foldWithPlaces(text)
        const fits = starts.every(
          (start, at) => start <= text.length && (ends[at] ?? 0) > start && start >= (starts[at - 1] ?? 0),
        )
        expect([starts.length, ends.length, fits]).toEqual([folded.length, folded.length, true])
      }),
      { numRuns: 60 },
    )
  })
})

describe('what was typed', () => {
  it.each([
    ['T7', 7, null],
    ['t7', 7, null],
    ['编号7', 7, null],
    ['Ｔ７', 7, null],
    ['7', 7, 7],
    ['D3', null, 3],
    ['催办 T7', 7, null],
    ['T7 催办', 7, null],
    ['99999999999', null, null],
  ])('%s names a task %s, a directive %s', (typed, task, directive) => {
    expect(readSearch(typed)).toMatchObject({ taskNo: task, directiveNo: directive })
  })

  it.each([
    ['B7', null, 7, null],
    ['Ｂ ７', null, 7, null],
    ['7', 7, 7, 7],
    ['T7', 7, null, null],
  ])('%s names a task %s, a bulletin %s, a statement %s', (typed, taskNo, bulletinNo, statementNo) => {
    expect(readSearch(typed)).toMatchObject({ taskNo, bulletinNo, statementNo })
    expect(isEmptySearch(readSearch(typed))).toBe(false)
  })

  it('an act beside a number is read as one', () => {
    expect(readSearch('催办T7').act).toBe('催办')
    expect(readSearch('urge t7').act).toBe('urge')
    expect(readSearch('T7').act).toBeNull()
  })

  it('two characters can be looked for, one cannot', () => {
    expect(isEmptySearch(readSearch('养'))).toBe(true)
    expect(isEmptySearch(readSearch('。'))).toBe(true)
    expect(readSearch('养老').terms[0]?.tokens).toEqual(['养老'])
    expect(readSearch('养老机构').terms[0]?.tokens).toEqual(['养老', '老机', '机构'])
  })

  it('words apart are terms of their own, letters together may be pinyin', () => {
    expect(readSearch('养老 消防').terms.map((term) => term.folded)).toEqual(['养老', '消防'])
    expect(readSearch('shjz').letters).toBe('shjz')
    expect(readSearch('she hui').letters).toBe('shehui')
    expect(readSearch('养老 sh').letters).toBeNull()
  })

  it('nothing that is typed breaks reading, and tokens need no quoting', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        for (const { tokens, words } of readSearch(typed).terms)
          for (const token of [...tokens, ...words]) expect(token).toMatch(/^[\u3400-\u9fffa-z0-9#.]+$/)
      }),
    )
  })
})

describe('what was found is marked', () => {
  it('in the text as it stands', () => {
    expect(marked('關於養老服務的通知', '养老')).toEqual(['養老'])
    expect(marked('implemented and implementing', 'implement')).toEqual(['implemented', 'implementing'])
    expect(marked('低收入家庭摸底', '收入 摸底')).toEqual(['收入', '摸底'])
  })

  it('where a title is found by initials or pinyin, its characters', () => {
    expect(marked('完善社会救助体系', 'shjz', { letters: true })).toEqual(['社会救助'])
    expect(marked('完善社会救助体系', 'shehuij', { letters: true })).toEqual(['社会救'])
    expect(marked('完善社会救助体系', 'xyz', { letters: true })).toEqual([])
  })

  it('with the sentence around it, shortened', () => {
    const around = sentenceAround('第一句。第二句说养老机构的消防。第三句。', readSearch('养老'))
    expect(around?.map((piece) => piece.text).join('')).toBe('第二句说养老机构的消防。')
    const long = sentenceAround(`${'很'.repeat(200)}养老${'长'.repeat(200)}`, readSearch('养老'))
    expect(long?.map((piece) => piece.text).join('').length).toBeLessThan(100)
    expect(long?.some((piece) => piece.hit && piece.text === '养老')).toBe(true)
    expect(sentenceAround('没有', readSearch('养老'))).toBeNull()
  })
})

it('the address of the results says the same when it is read again', () => {
  const read = (href: string) =>
    parseSearchAddress(Object.fromEntries(new URL(href, 'http://search').searchParams))
  const address = parseSearchAddress({ q: '养老', kind: 'tasks', light: 'off,nonsense', after: 'x' })
  expect(address).toEqual({ q: '养老', kind: 'tasks', lights: ['off'], after: null, before: null })
  expect(read(searchHref(address))).toEqual(address)
  expect(parseSearchAddress({ q: '养老', light: 'off' }).lights).toEqual([])
})
