import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysOfDue, formatDue, LEDGER_DUES, parseDue } from './ledger-due'
import {
  LEDGER_LIGHTS,
  LEDGER_VIEWS,
  ledgerHref,
  parseLedgerFilter,
  parseLedgerQuery,
  placeOf,
} from './ledger-filter'
import { columnsOf, LEDGER_COLUMNS, LEDGER_DENSITIES, LEDGER_FORMS, LEDGER_GROUPS } from './ledger-look'
import { LEDGER_SORTS } from './ledger-cursor'
import { ledgerFilterSchema, ledgerQuerySchema } from './ledger-schema'
import { TASK_KINDS, TASK_STATUSES } from './lifecycle'
import { MOVE_PARTIES } from './whose-move'

const some = <T>(all: readonly T[]) => fc.subarray([...all])
const code = fc.stringMatching(/^[A-Za-z0-9_-]{1,12}$/)
const asked = fc.record({
  view: fc.constantFrom(...LEDGER_VIEWS),
  directive: some([3, 14, 159]).map((all) => all.map((no) => `D${no}`)),
  lead: fc.uniqueArray(code, { maxLength: 3 }),
  unit: fc.uniqueArray(code, { maxLength: 2 }),
  light: some(LEDGER_LIGHTS),
  status: some(TASK_STATUSES),
  type: some(TASK_KINDS),
  move: some(MOVE_PARTIES),
  due: fc.constantFrom('', ...LEDGER_DUES, '2020-04-01..2020-06-30', '..2020-06-30', '2020-04-01..'),
  q: fc.string({ maxLength: 20 }),
  sort: fc.constantFrom(...LEDGER_SORTS),
  dir: fc.constantFrom('asc', 'desc'),
  since: fc.constantFrom('', '2020-04-03'),
  as: fc.constantFrom(...LEDGER_FORMS),
  group: fc.constantFrom(...LEDGER_GROUPS),
  folded: fc.uniqueArray(code, { maxLength: 3 }),
  open: fc.option(code, { nil: '' }),
  from: fc.integer({ min: 0, max: 400 }).map(String),
  cols: some(LEDGER_COLUMNS),
  widths: fc.constantFrom('', 'title:320', 'due:200,title:640', 'light:12', 'x:200'),
  density: fc.constantFrom(...LEDGER_DENSITIES),
  show: fc.constantFrom('', 'T7'),
  saved: fc.constantFrom('', '0190a000-0000-7000-8000-000000000000'),
})

describe('the address of the ledger', () => {
  test('reloaded, or sent to a colleague, gives the same tasks in the same order, drawn in the same way', () => {
    fc.assert(
      fc.property(asked, (query) => {
        const filter = parseLedgerFilter(query)
        const href = ledgerHref(filter, { ...placeOf(filter), show: filter.show })
        const again = parseLedgerQuery(href.split('?')[1] ?? '')
        // The columns as they first stand are not said.
        expect({ ...again, cols: columnsOf(again, true) }).toEqual({
          ...filter,
          cols: columnsOf(filter, true),
        })
        expect(ledgerHref(again)).toBe(ledgerHref(filter))
      }),
    )
  })

  test('keeps the widths of columns within their limits, those as they first stand unsaid', () => {
    const filter = parseLedgerFilter({ widths: 'due:200,title:999,lead:116,no:20,foo:80,last:90' })
    expect(filter.widths).toEqual({ lead: 116, due: 200, last: 90 })
    expect(ledgerHref(filter)).toBe('/tasks?view=open&widths=due:200,last:90')
  })

  test('that anybody typed fails in no way', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...Object.keys(parseLedgerFilter({})), 'at', 'dir'), fc.string()),
        (query) => {
          expect(ledgerFilterSchema.safeParse(query).success).toBe(true)
          expect(ledgerHref(parseLedgerFilter(query))).toMatch(/^\/tasks\?view=/)
        },
      ),
    )
    expect(ledgerFilterSchema.parse(7)).toEqual(parseLedgerFilter({}))
    expect(ledgerQuerySchema.parse('view=off&lead=relief')).toMatchObject({ view: 'off', lead: ['relief'] })
  })

  test('a choice goes back to the first page and puts the drawer away; folding a group stays where the reader is', () => {
    const filter = parseLedgerFilter({ group: 'lead', open: 'relief', from: '20', show: 'T7' })
    expect(ledgerHref(filter, { light: ['off'] })).toBe('/tasks?view=open&light=off&group=lead')
    expect(ledgerHref(filter, { ...placeOf(filter), folded: ['north'] })).toBe(
      '/tasks?view=open&group=lead&folded=north&open=relief&from=20',
    )
  })
})

describe('due dates asked for', () => {
  test.each([
    ['overdue', { from: null, to: '2020-04-09' }],
    ['week', { from: '2020-04-06', to: '2020-04-12' }],
    ['next_week', { from: '2020-04-13', to: '2020-04-19' }],
    ['month', { from: '2020-04-01', to: '2020-04-30' }],
    ['none', null],
    ['2020-02-29..', { from: '2020-02-29', to: null }],
  ])('%s on Friday 10 April 2020', (address, days) => {
    const due = parseDue(address)
    expect(due && daysOfDue(due, '2020-04-10')).toEqual(days)
    expect(due && formatDue(due)).toBe(address)
  })

  test.each(['', '..', 'soon', '2020-02-30..', '2020-04-01', '2020-04-01..2020-05-01..'])(
    '“%s” is none',
    (address) => {
      expect(parseDue(address)).toBeNull()
    },
  )
})

test('the title is always a column; the change since a day only while comparing', () => {
  expect(columnsOf({ cols: ['due', 'light'] }, false)).toEqual(['title', 'due', 'light'])
  expect(columnsOf({ cols: ['title', 'due'] }, true)).toEqual(['title', 'due', 'change'])
  expect(columnsOf({ cols: [] }, false)).not.toContain('change')
})
