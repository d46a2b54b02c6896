import { describe, expect, test } from 'vitest'
import {
  ledgerHref,
  MOST_NAMED,
  parseLedgerFilter,
  parseLedgerQuery,
  QUERY_LENGTH,
  queryOfTasks,
  withoutChoices,
} from './ledger-filter'

describe('the address of the ledger', () => {
  test('says the open tasks, by due date, where it says nothing', () => {
    expect(parseLedgerFilter({})).toMatchObject({ view: 'open', sort: 'due', direction: 'asc', cursor: null })
  })

  test('means all tasks where a figure links to a directive, a unit or a light', () => {
    const filter = parseLedgerFilter({ directive: 'd3', lead: 'relief,elderly', light: 'off,late' })
    expect(filter).toMatchObject({
      view: 'all',
      directive: [3],
      lead: ['relief', 'elderly'],
      light: ['off', 'late'],
    })
  })

  test('leaves out what it does not know', () => {
    const filter = parseLedgerFilter({
      view: 'x',
      light: 'pink',
      status: 'draft,x',
      directive: 'E3',
      sort: '1',
    })
    expect(filter).toMatchObject({ view: 'all', light: [], status: ['draft'], directive: [], sort: 'due' })
  })

  test('comes back as it went', () => {
    const filter = parseLedgerFilter({
      view: 'off',
      directive: 'D3,D4',
      unit: 'north',
      status: 'in_progress',
      q: '救助 & 养老',
      sort: 'last',
      at: 'b.50.0190a000-0000-7000-8000-000000000000.2020-06-30 02:00:00.5+00',
    })
    expect(filter.cursor).toMatchObject({ back: true, before: 50, value: '2020-06-30 02:00:00.5+00' })
    const href = ledgerHref(filter, { cursor: filter.cursor })
    const again = Object.fromEntries(new URL(href, 'http://x').searchParams)
    expect(parseLedgerFilter(again)).toEqual(filter)
  })

  test('names single tasks, as many as a batch takes, in no view', () => {
    const query = queryOfTasks([7, 3, 7])
    expect(query).toBe('view=all&no=T7,T3,T7')
    expect(parseLedgerQuery(query)).toMatchObject({ view: 'all', no: [7, 3] })
    expect(parseLedgerFilter({ no: '12,t9,x' })).toMatchObject({ view: 'all', no: [12, 9] })
    const many = queryOfTasks(Array.from({ length: MOST_NAMED }, (_, at) => 999_999_999 - at))
    expect(many.length).toBeLessThanOrEqual(QUERY_LENGTH)
    expect(parseLedgerQuery(many).no).toHaveLength(MOST_NAMED)
  })

  test('starts at the first page again when anything else changes', () => {
    const filter = parseLedgerFilter({ at: 'a.50.0190a000-0000-7000-8000-000000000000.2020-06-30' })
    expect(ledgerHref(filter, { light: ['off'] })).toBe('/tasks?view=open&light=off')
    expect(ledgerHref(withoutChoices(parseLedgerFilter({ view: 'mine', q: 'x' })))).toBe('/tasks?view=mine')
  })
})

test('an address with what the database cannot read is an address without it', () => {
  const id = '0190a0b0-0000-7000-8000-000000000000'
  const cursorOf = (sort: string, value: string) =>
    parseLedgerFilter({ sort, at: `a.0.${id}.${value}` }).cursor
  expect(cursorOf('due', '2026-02-28')).not.toBeNull()
  expect(cursorOf('due', '2026-02-30')).toBeNull()
  expect(cursorOf('move', '9999-99-99')).toBeNull()
  expect(cursorOf('last', '2026-02-28 23:59:59.123+00')).not.toBeNull()
  expect(cursorOf('last', '2026-02-30 10:00:00+00')).toBeNull()
  expect(cursorOf('last', '2026-02-28 24:61:00+00')).toBeNull()
  expect(parseLedgerFilter({ q: 'a\0b' }).q).toBe('ab')
})
