import { expect, it } from 'vitest'
import { parseStatementAddress, statementsHref } from './list-address'

it('an address is read as it was written, and what it does not know is left out', () => {
  const address = {
    view: 'in_force' as const,
    directive: 3,
    unit: 'relief',
    after: null,
    before: 12,
  }
  const href = statementsHref(address)
  expect(href).toBe('/statements?view=in_force&directive=D3&unit=relief&before=12')
  expect(parseStatementAddress(Object.fromEntries(new URLSearchParams(href.split('?')[1])))).toEqual(address)
  const nothing = { view: 'all', directive: null, unit: null, after: null, before: null }
  for (const query of [{}, { view: 'x', directive: '3', unit: '../a', after: '-1', before: 'B7' }])
    expect(parseStatementAddress(query)).toEqual(nothing)
  expect(statementsHref({ view: 'all' })).toBe('/statements')
})
