import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decompose } from './decompose'
import type { Decomposition } from './decomposition'
import { noisyMinutesSample, noticeSample, orderSample } from './samples'

const titles = (d: Decomposition) => d.tasks.map((task) => task.title)
const leads = (d: Decomposition) => d.tasks.map((task) => task.leadUnits.join('、'))

function expectPartition(text: string, d: Decomposition): void {
  const owners = new Uint8Array(text.length)
  for (const p of d.provisions) for (let i = p.start; i < p.end; i++) owners[i]!++
  for (let i = 0; i < text.length; i++) {
    if (owners[i]! > 1 || (owners[i] !== 1 && !/\s/.test(text[i]!)))
      throw new Error(`character ${i} is in ${owners[i]} provisions`)
  }
  for (const task of d.tasks) {
    expect(task.start).toBeGreaterThanOrEqual(0)
    expect(task.end).toBeLessThanOrEqual(text.length)
    expect(task.end).toBeGreaterThan(task.start)
    expect(task.title).not.toBe('')
    expect(task.provisions.length).toBeGreaterThan(0)
    for (const unit of task.unitSpans) expect(unit.end).toBeGreaterThan(unit.start)
  }
}

describe('noisy minutes of a meeting', () => {
  const d = decompose(noisyMinutesSample)

  it('give their duties under the ordinals, and none of the reported ones', () => {
    expect(d.language).toBe('zh-Hant')
    expect(d.tasks).toHaveLength(6)
    expect(titles(d)[0]).toMatch(/^健全分层分类的社会救助体系/)
    expect(titles(d).some((title) => title.includes('兜牢') || title.includes('学习领会'))).toBe(false)
    expect(d.provisions.filter((p) => p.reason === 'reported_speech')).toHaveLength(3)
  })

  it('name the units as the paper does and no other', () => {
    expect(d.tasks[1]!.supportingUnits).toEqual(['有關部門'])
    expect(d.tasks[3]!.leadUnits).toEqual(['養老服務處'])
    expect(d.tasks[0]!.leadUnits).toEqual([])
  })

  it('carry dates only where the text has them', () => {
    expect(d.tasks.map((task) => task.deadline.kind)).toEqual([
      'none',
      'recurring',
      'none',
      'date',
      'none',
      'none',
    ])
    expect(d.tasks[3]!.deadline.resolved).toBe('2024-04-30')
    expect(d.tasks[1]!.deadline.cycle).toBe('quarterly')
  })

  it('mark what goes to every locality', () => {
    expect(d.tasks[4]!.cascade).toBe(true)
    expect(d.tasks[5]!.cascade).toBe(false)
  })

  it('keep the order and the whole text', () => expectPartition(noisyMinutesSample, d))
})

describe('a notice in chapters', () => {
  const d = decompose(noticeSample)

  it('takes duties from its tasks and not from its principles', () => {
    expect(leads(d)).toEqual(['各市民政局', '规划财务处', '救助管理站', '儿童福利机构', '各市民政局'])
    expect(d.tasks[1]!.supportingUnits).toEqual(['社会救助处'])
    expect(d.tasks[1]!.deadline.resolved).toBe('2025-01-28')
    expect(d.tasks[2]!.path).toEqual(['二、主要任务', '（三）加强值守'])
  })

  it('tells its particulars and where each was read', () => {
    const { metadata } = d
    expect(metadata.title?.value).toBe('江海省民政厅关于加强冬春救助工作的通知')
    expect(metadata.docNumber?.value).toBe('江民发〔2024〕31号')
    expect(metadata.issuer?.value).toBe('江海省民政厅')
    expect(metadata.issuedOn?.value).toBe('2024-10-08')
    expect(metadata.marking?.value).toBe('public')
    expect(noticeSample.slice(metadata.issuedOn!.start!, metadata.issuedOn!.end!)).toBe('2024年10月8日')
  })

  it('says when a date falls on a day off', () => {
    const worked = decompose(noticeSample, { isWorkingDay: (day) => day !== '2024-11-30' })
    expect(worked.tasks[0]!.deadline.dayOff).toBe(true)
    expect(worked.tasks[1]!.deadline.dayOff).toBe(false)
  })
})

describe('an executive order', () => {
  const d = decompose(orderSample)

  it('gives its duties with subject, helper and term', () => {
    expect(leads(d)).toEqual([
      'Department of Housing',
      'Health Agency',
      'Office of Shelter Services (OSS)',
      'Office of Shelter Services (OSS)',
    ])
    expect(d.tasks[1]!.supportingUnits).toEqual(['Department of Housing'])
    expect(d.tasks[1]!.deadline).toMatchObject({ kind: 'relative', resolved: '2024-05-03' })
    expect(d.tasks[2]!.deadline).toMatchObject({ kind: 'recurring', cycle: 'quarterly' })
  })

  it('takes no recital, permission, savings or effect clause', () => {
    const reasons = d.provisions.filter((p) => p.class !== 'task').map((p) => p.reason)
    expect(reasons).toEqual(expect.arrayContaining(['recital', 'permission', 'savings_clause', 'chapeau']))
  })
})

describe('whatever is pasted', () => {
  const hostile = [
    '',
    ' ',
    '\n',
    '要',
    'a',
    '（',
    '（（（（））',
    '"',
    '<',
    '<p',
    '&',
    '&#x;',
    '\ud800',
    '\udc00要',
    '\u202e要做好\u202c',
    '\u0000\u0000',
    '。。。',
    '，',
    '一要',
    '一要。二要。',
    '(a)',
    '{"task":"',
    '|||',
    '---',
    '会议强调，',
    'Section 1.',
    '\ufeff通知',
    'shall',
    '要'.repeat(500),
    '(a)'.repeat(500),
    '“'.repeat(500),
    '由'.repeat(500),
  ]

  it.each(hostile.map((text) => [JSON.stringify(text.slice(0, 20)), text]))(
    '%s is accounted for',
    (_name, text) => {
      expectPartition(text, decompose(text))
    },
  )

  it('every character that is not blank is in exactly one provision', () => {
    const words = fc.constantFrom(
      '会议强调，',
      '一要',
      '加强管理',
      '。',
      '；',
      '（民政部负责）',
      '\n',
      '一、',
      '（一）',
      '1.',
      'Section 1. ',
      'The agency shall report',
      '. ',
      '(a) ',
      '<p>',
      '会同有关部门',
      '2024年6月底前',
      ',,',
      '习(xí)',
      '“',
      '”',
      '\t',
      'must: ',
    )
    const mixed = fc
      .array(fc.oneof(words, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 80 })
      .map((all) => all.join(''))
    fc.assert(
      fc.property(mixed, (text) => expectPartition(text, decompose(text))),
      { numRuns: 300 },
    )
  }, 30_000)

  it.each([
    ['prose without a mark', '各单位加强管理推进工作市政府部门', 5_000_000],
    ['an order again and again', `${orderSample}\n`, 5_000_000],
    ['a table of a hundred thousand rows', '任务\t牵头单位\t时限\n整改\t市水务局\t6月底\n', 2_000_000],
    ['directions and half characters', '\u202e要\u0000做好\ud800工作\u202c。', 300_000],
  ])('%s, millions of characters long, is accounted for', { timeout: 120_000 }, (_name, text, size) => {
    const long = text.repeat(Math.ceil(size / text.length)).slice(0, size)
    expectPartition(long, decompose(long))
  })

  it('the same text gives the same answer', () => {
    expect(decompose(noticeSample)).toEqual(decompose(noticeSample))
  })

  it('twenty copies give twenty times the duties: nothing leaks from one paragraph to the next', () => {
    const one = decompose(noisyMinutesSample)
    const many = decompose(noisyMinutesSample.repeat(20))
    expect(many.tasks).toHaveLength(one.tasks.length * 20)
    expect(many.provisions).toHaveLength(one.provisions.length * 20)
  })
})
