import { describe, expect, it } from 'vitest'
import { db } from '@/server/db'
import { unexplained } from './explain'
import { brokenInvariants } from './invariants'
import { liveYear } from './year'

describe('a ministry runs its follow-up on the program', () => {
  it('for a quarter with late and lazy units: every rule holds at the end and the log explains every state', async () => {
    const world = await liveYear(db(), {
      seed: 7,
      from: '2025-01-02',
      to: '2025-03-31',
      tasks: 24,
      units: 12,
    })

    expect(await brokenInvariants(db())).toEqual([])
    expect(await unexplained(db())).toEqual([])
  }, 300_000)
})
