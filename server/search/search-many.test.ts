import { beforeAll, describe, expect, it } from 'vitest'
import { searchAll } from '@/server/search/search-all'
import { buildDispatchedTask, ctxOf, NOW, testWorld } from '@/tests/factories'

// Where more is found than what is looked at first: 1,100 old reports of one unit, 2,200 newer ones of another, 30 old ones of a supporter.
const COUNTS = { children: 1_100, elderly: 30, relief: 2_200 }

beforeAll(async () => {
  const { db, org } = await testWorld()
  const first = await buildDispatchedTask([{ unit: 'children' }])
  const second = await buildDispatchedTask([{ unit: 'relief' }, { unit: 'elderly', part: 'supporting' }])
  const parts = [...first.assignments, ...second.assignments]
  let from = 0
  for (const [code, count] of Object.entries(COUNTS)) {
    const part = parts.find(({ unitId }) => unitId === org.unitIds[code])
    const writer = org.personIds[`${code}-liaison`]
    await db.$executeRaw`
      INSERT INTO reports (id, assignment_id, seq, kind, status, done, claimed_progress, written_by_id, submitted_at, created_at, updated_at)
      SELECT ('01000000-0000-7000-8000-' || lpad((${from}::int + n)::text, 12, '0'))::uuid, ${part?.id}::uuid, n, 'progress', 'submitted',
        '本周推进顺利，progress was made。' || CASE WHEN n % 50 = 0 THEN '凤凰岭站点。' ELSE '' END, 10, ${writer}::uuid, ${NOW}, ${NOW}, ${NOW}
      FROM generate_series(1, ${count}::int) n`
    from += count
  }
}, 60_000)

/** All pages one after another, with the count of the first. */
async function all(account: string, typed: string) {
  const ctx = await ctxOf(account)
  const ids: string[] = []
  let total = -1
  for (let after: string | null = null; ; ) {
    const { found } = await searchAll(ctx, typed, { take: 40, count: true, place: { after, before: null } }, [
      'reports',
    ])
    total = total < 0 ? (found.reports?.total ?? 0) : total
    ids.push(...(found.reports?.ids ?? []))
    after = found.reports?.ids.at(-1) ?? null
    if (!found.reports?.older || !after || ids.length >= 400) return { ids, total }
  }
}

describe('what stands in more reports than are looked at', () => {
  it.each([
    ['officer', 1_000, 22 + 44],
    ['relief-liaison', 1_000, 44],
    ['elderly-liaison', 30, 0],
    ['children-head', 1_000, 22],
    ['centre-head', 0, 0],
  ])('is found and counted for %s: common words and rare ones', async (account, common, rare) => {
    for (const typed of ['推进顺利', 'progress']) {
      const found = await all(account, typed)
      expect(found.total, typed).toBe(common)
      expect(found.ids, typed).toEqual([...found.ids].sort().reverse())
      expect(new Set(found.ids).size).toBe(found.ids.length)
      expect(found.ids.length).toBe(Math.min(400, common))
    }
    const seldom = await all(account, '凤凰岭')
    expect(seldom).toMatchObject({ total: rare })
    expect(seldom.ids).toHaveLength(rare)
    expect(await all(account, '麒麟岭')).toEqual({ ids: [], total: 0 })
  })
})
