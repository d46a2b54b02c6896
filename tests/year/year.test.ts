import { describe, expect, inject, it } from 'vitest'
import { db } from '@/server/db'
import { unexplained } from './explain'
import { brokenInvariants } from './invariants'
import { liveYear, type YearSize } from './year'

const SHORT: YearSize = { seed: 3, from: '2025-01-02', to: '2025-02-28', tasks: 24, units: 16 }
const ORGANISATION = ['nameDeputy', 'proposeUnitChange', 'decideUnitChange']
const HOURS = 3_600_000

// The short form is part of every test run; `npm run year` lives twelve months with 300 tasks and 40 units.
describe('a ministry runs its follow-up on the program', () => {
  it(
    'with late and lazy units, refusals and meddlers: every rule holds at the end and the log explains every state',
    async () => {
      const asked = inject('yearSize')
      const { done, refused } = await liveYear(db(), asked ?? SHORT)
      if (asked) console.table({ ...Object.fromEntries(done), ...Object.fromEntries(refused) })
      for (const act of ['reviewReport', 'completeTask', 'handDownTask', 'signAnswer', ...ORGANISATION]) {
        expect(done.get(act) ?? 0, `nobody did ${act}: the year shows nothing of it`).toBeGreaterThan(0)
      }
      expect(refused.size).toBeGreaterThan(3)
      expect(await brokenInvariants(db())).toEqual([])
      expect(await unexplained(db())).toEqual([])
    },
    4 * HOURS,
  )
})
