import { describe, expect, it } from 'vitest'
import { formatDuring, LEDGER_EVENTS, parseDuring } from './ledger-during'
import {
  isFiltered,
  ledgerHref,
  parseLedgerFilter,
  parseLedgerQuery,
  queryOf,
  withoutChoices,
} from './ledger-filter'

describe('what happened in a period, in the address of the ledger', () => {
  it('is read as it was written, whatever happened', () => {
    for (const event of LEDGER_EVENTS) {
      const during = { event, from: '2020-04-01', to: '2020-04-30' } as const
      expect(parseDuring(formatDuring(during))).toEqual(during)
      const filter = parseLedgerFilter({ during: formatDuring(during) })
      expect(filter).toMatchObject({ view: 'all', during })
      expect(parseLedgerQuery(queryOf(filter)).during).toEqual(during)
      expect(ledgerHref(filter)).toBe(`/tasks?view=all&during=${event}:2020-04-01..2020-04-30`)
      expect(isFiltered(filter)).toBe(true)
      expect(withoutChoices(filter).during).toBeNull()
    }
  })

  it('is left out where it cannot be read', () => {
    for (const address of [
      '',
      'completed',
      'completed:',
      'completed:2020-04-01',
      'completed:2020-04-30..2020-04-01',
      'completed:2020-04-01..',
      'completed:2020-04-01..2020-04-31',
      'completed:2020-04-01..2020-04-02..2020-04-03',
      'started:2020-04-01..2020-04-30',
    ])
      expect(parseDuring(address), address).toBeNull()
  })
})
