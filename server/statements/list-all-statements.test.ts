import { beforeAll, describe, expect, it } from 'vitest'
import { STATEMENT_STATUSES } from '@/domain/statements/lifecycle'
import { parseStatementAddress, STATEMENT_VIEWS } from '@/domain/statements/list-address'
import { readsStatement } from '@/domain/statements/reading'
import { actorOf, ctxOf, testWorld } from '@/tests/factories'
import { statementIn } from '@/tests/state-builders'
import { listAllStatements } from './list-all-statements'

const list = async (account: string, query: Record<string, string> = {}) =>
  listAllStatements(await ctxOf(account), parseStatementAddress(query))

/** Thirty-six statements of the relief bureau, six of each status; the last of each is the elderly bureau's. */
beforeAll(async () => {
  const { db, org } = await testWorld()
  for (let n = 0; n < 6; n++)
    for (const status of STATEMENT_STATUSES) {
      const { id: _id, ...made } = await statementIn(status)
      if (n < 5) continue
      const { directive: _, no: _no, content, ...data } = made
      await db.statement.create({
        data: { ...data, content: content ?? {}, unitId: org.unitIds.elderly ?? '' },
      })
    }
}, 120_000)

describe('the index of statements', () => {
  it('holds for everybody what they may read, and counts just that, status by status', async () => {
    const { db } = await testWorld()
    const all = await db.statement.findMany({ select: { no: true, unitId: true, status: true } })
    for (const account of [
      'leader',
      'office-head',
      'officer',
      'inspector',
      'relief-head',
      'elderly-liaison',
      'south-liaison',
    ]) {
      const actor = await actorOf(account)
      for (const view of STATEMENT_VIEWS) {
        const mine = all.filter(
          (one) => readsStatement(actor, one) && (view === 'all' || one.status === view),
        )
        const found = await list(account, { view })
        expect([found.total, found.sizes[view]], `${account} ${view}`).toEqual([mine.length, mine.length])
        expect(found.rows.map((row) => row.no)).toEqual(
          mine
            .map((one) => one.no)
            .sort((a, b) => b - a)
            .slice(0, 30),
        )
      }
    }
    expect((await list('south-liaison')).choices).toEqual({ units: [], directives: [] })
  })

  it('is read page by page, forth and back', async () => {
    const first = await list('officer')
    expect([first.rows.length, first.newer, first.total]).toEqual([30, null, 42])
    const next = await list('officer', { after: first.older ?? '' })
    expect([next.rows.length, next.older]).toEqual([12, null])
    const back = await list('officer', { before: next.newer ?? '' })
    expect(back.rows).toEqual(first.rows)
    expect([back.newer, back.older]).toEqual([null, first.older])
  })

  it('is narrowed to a unit and a directive; its counts follow', async () => {
    const [row] = (await list('officer', { unit: 'elderly' })).rows
    const found = await list('officer', { unit: 'elderly', directive: `D${row?.directive.no}` })
    expect(found).toMatchObject({ total: 1, sizes: { superseded: 1, in_force: 0 }, rows: [{ no: row?.no }] })
    expect((await list('relief-liaison', { unit: 'elderly' })).total).toBe(0)
    expect(found.choices.units.map((unit) => unit.code).sort()).toEqual(['elderly', 'relief'])
    expect(found.choices.directives).toHaveLength(36)
  })

  it('names who signed and when, and leads to a directive only where it may be opened', async () => {
    const [row] = (await list('relief-liaison', { view: 'in_force' })).rows
    expect(row).toMatchObject({
      ...{ signedBy: { name: '某relief-head' }, signedOn: '2020-04-10' },
      ...{ countersignedBy: { name: '某leader' }, directive: { readable: true } },
    })
    const [other] = (await list('elderly-liaison', { view: 'in_force' })).rows
    expect(other?.directive.readable).toBe(false)
  })
})
