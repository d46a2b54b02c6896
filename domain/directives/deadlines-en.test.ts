import { describe, expect, it } from 'vitest'
import { anchorEn, deadlineEn, readDeadlineCellEn, type AnchorEn } from './deadlines-en'

const weekday = (day: string) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
const anchor: AnchorEn = { issuedOn: '2024-03-15', isWorkingDay: weekday }
const read = (text: string, more: Partial<AnchorEn> = {}) =>
  deadlineEn(text, 0, text.length, { ...anchor, ...more })
const cell = (text: string) => readDeadlineCellEn(text, 0, text.length, anchor)

describe('a day that an English paper sets', () => {
  it.each([
    ['no later than 5:00 p.m. EST on Friday, June 7, 2024', '2024-06-07', 'due_date'],
    ['by close of business on 3 May 2024', '2024-05-03', 'due_date'],
    ['by COB on March 29, 2024', '2024-03-29', 'due_date'],
    ['by noon on Monday, April 8, 2024', '2024-04-08', 'due_date'],
    ['on or before October 1, 2024, submit', '2024-10-01', 'due_date'],
    ['by the end of June 2024', '2024-06-30', 'due_month'],
    ['by mid-June 2024', '2024-06-15', 'due_month'],
    ['by 25/12/2024', '2024-12-25', 'due_figures'],
    ['latest by 31.08.2024', '2024-08-31', 'due_figures'],
    ['by 2024-07-01', '2024-07-01', 'due_iso'],
    ['by Q3 2024', '2024-09-30', 'due_quarter'],
    ['by the end of the third quarter of 2025', '2025-09-30', 'due_quarter'],
    ['by the end of 2030', '2030-12-31', 'due_year'],
    ['by end-2026', '2026-12-31', 'due_year'],
    ['cut emissions 40 per cent by 2035 compared with 1990', '2035-12-31', 'due_year'],
    ['before 2030', '2029-12-31', 'due_year'],
    ['before the end of 2024', '2024-12-31', 'due_year'],
    ['by May 31', '2024-05-31', 'due_day_without_year'],
    ['by Friday, 29 March', '2024-03-29', 'due_day_without_year'],
    ['by 1 February', '2025-02-01', 'due_day_without_year'],
    ['by year-end', '2024-12-31', 'due_year_end'],
    ['by the end of the week (9th April)', '2024-04-09', 'due_in_brackets'],
    ['by the end of fiscal year 2025', null, 'due_fiscal_year'],
    ['by FY2026', null, 'due_fiscal_year'],
    ['by mid-2025', null, 'due_year'],
  ])('%s', (text, resolved, rule) => {
    const { draft, rule: name } = read(text)
    expect({ kind: draft.kind, resolved: draft.resolved, name }).toEqual({
      kind: 'date',
      resolved,
      name: rule,
    })
  })

  it('puts the month first only where the paper does', () => {
    expect(read('by 5/6/2024').draft.resolved).toBe('2024-06-05')
    expect(read('by 5/6/2024', { monthFirst: true }).draft.resolved).toBe('2024-05-06')
    expect(anchorEn('Signed on June 3, 2024, and May 1, 2024', anchor).monthFirst).toBe(true)
    expect(anchorEn('Signed on 3 June 2024', anchor).monthFirst).toBe(false)
  })

  it('says that a day is a day off', () => {
    expect(read('no later than June 30, 2024').draft.dayOff).toBe(true)
    expect(read('by 3 May 2024').draft.dayOff).toBe(false)
  })

  it('keeps the first date of a series with its cycle', () => {
    const { draft } = read('no later than January 1, 2025, and annually thereafter')
    expect(draft).toMatchObject({ kind: 'date', resolved: '2025-01-01', cycle: 'annual' })
  })
})

describe('a term', () => {
  it.each([
    ['within forty-five (45) days of the date of this order', '2024-04-29'],
    ['within one hundred and twenty days from the date of this circular', '2024-07-13'],
    ['within 60 days of issuance, agencies', '2024-05-14'],
    ['within 120 days of the publication date of this policy', '2024-07-13'],
    ['no more than 30 days after the date of this order', '2024-04-14'],
    ['thirty days after the date of this order', '2024-04-14'],
    ['within 14 days of adoption of this resolution', '2024-03-29'],
    ['within a month of this letter', '2024-04-15'],
    ['within 10 working days of the date of this notice', '2024-03-29'],
    ['_within 15 calendar days_ of the date of this directive', '2024-03-30'],
    ['as soon as practicable, but not later than 30 days of the date of this order', '2024-04-14'],
    // what the paper does not date stays open, and keeps its anchor
    ['within ninety (90) calendar days after receipt of the notice', null],
    ['within 60 days of issuance of the guidance', null],
    ['within 30 days of publication of this notice in the Federal Register', null],
    ['within 30 days following the effective date of this order', null],
    ['within 72 hours of discovery', null],
    ['within two weeks', null],
    ['not less than 10 days before the hearing', null],
    ['to the Assembly at its eightieth session', null],
    ['by the end of the pilot phase', null],
    ['promptly notify the owner', null],
    ['at the earliest', null],
    ['without further delay', null],
  ])('%s', (text, resolved) => expect(read(text).draft).toMatchObject({ kind: 'relative', resolved }))

  it('keeps the words of its anchor', () => {
    expect(read('within 14 days of receipt of this notice').draft.raw).toBe(
      'within 14 days of receipt of this notice',
    )
  })
  it('runs from the effective date where the paper is in force at once', () => {
    const at = anchorEn('This order shall take effect immediately.', anchor)
    expect(read('within 30 days of the effective date of this order', at).draft.resolved).toBe('2024-04-14')
  })
  it('needs the calendar for working days', () => {
    expect(
      read('within 10 business days of the date of this order', { isWorkingDay: undefined }).draft.resolved,
    ).toBeNull()
  })
  it('ends at the next meeting where the record names its day', () => {
    const at = anchorEn('Date of next meeting: Thursday 19 September 2024', anchor)
    expect(read('bring it to the September meeting', at).draft).toMatchObject({
      kind: 'date',
      resolved: '2024-09-19',
    })
    expect(read('bring it to the October meeting', at).draft).toMatchObject({
      kind: 'relative',
      resolved: null,
    })
    expect(read('for the next meeting', at).draft.resolved).toBe('2024-09-19')
  })
})

describe('what comes round again', () => {
  it.each([
    ['re-authorize each by June 30 of each year', 'annual'],
    ['on or before March 1 of every year', 'annual'],
    ['on the first Monday of each month', 'monthly'],
    ['by the 10th of each month', 'monthly'],
    ['by the end of each fiscal year', 'annual'],
    ['report annually by May 31', 'annual'],
    ['submit an annual summary not later than 1 December', 'annual'],
    ['every three months', 'quarterly'],
    ['at least once every two years', null],
    ['every 90 days', null],
    ['twice a year', null],
    ['on a quarterly basis', 'quarterly'],
    ['report progress quarterly using the dashboard', 'quarterly'],
    ['submit an annual report to the Council', 'annual'],
    ['provide monthly updates to the Mayor', 'monthly'],
    ['chair a weekly call', 'weekly'],
    ['upon request of the Board', null],
    ['on an ongoing basis', null],
    ['until 31 December 2025', null],
  ])('%s', (text, cycle) =>
    expect(read(text).draft).toMatchObject({ kind: 'recurring', resolved: null, cycle }),
  )
})

describe('what sets no date', () => {
  it.each([
    'keep a list of vehicles',
    'beginning on January 1, 2025',
    'effective July 1, 2024',
    'the annual report of the Board must contain',
    'the daily operation of shelters',
    'cut emissions by 20 percent',
    'the plan adopted on May 3, 2023',
    'within the past 10 years',
    'kept for at least ten years after publication',
    'as amended by Act 5 of 1990',
  ])('%s', (text) => expect(read(text)).toMatchObject({ draft: { kind: 'none' }, rule: null }))
})

describe('a cell headed “Due”', () => {
  it.each([
    ['30 June 2024', 'date', '2024-06-30'],
    ['June 30', 'date', '2024-06-30'],
    ['31/05/2024', 'date', '2024-05-31'],
    ['Q3 2024', 'date', '2024-09-30'],
    ['May 2024', 'date', '2024-05-31'],
    ['Monthly', 'recurring', null],
    ['Ongoing', 'recurring', null],
    ['Immediate', 'relative', null],
    ['Next meeting', 'relative', null],
    ['60 days', 'relative', null],
    ['TBC', 'none', null],
  ])('%s', (text, kind, resolved) => expect(cell(text)).toMatchObject({ kind, resolved }))
})
