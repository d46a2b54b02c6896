import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { recordAudit } from './record-audit'
import { sealEntries } from './seal-entries'
import { verifyLog } from './verify-log'
import { NOW, runAs, testWorld } from '@/tests/factories'
import { testDatabase } from '@/tests/database'
import type { Ctx } from '@/server/context'

const act = (ctx: Ctx, text: string) =>
  recordAudit(ctx, {
    event: 'directive.edited',
    as: null,
    entity: 'directive',
    entityId: crypto.randomUUID(),
    before: { title: '旧' },
    after: { title: text, count: 3, none: null },
  })

async function asSuperuser(sql: string) {
  const { superuserUrl } = await testDatabase()
  const client = new pg.Client(superuserUrl)
  await client.connect()
  await client.query('SET session_replication_role = replica')
  await client.query(sql)
  await client.end()
}

describe('the record', () => {
  it('chains committed entries without gaps, once, however many sealers run', async () => {
    const { db } = await testWorld()
    for (const text of ['一', '二', '三']) await runAs('officer', act, text)
    const before = await verifyLog(db)
    expect(before.unsealed).toBe(3)
    const sealed = await Promise.all([sealEntries(db, NOW), sealEntries(db, NOW), sealEntries(db, NOW)])
    expect(sealed.reduce((a, b) => a + b, 0) + (await sealEntries(db, NOW))).toBe(3)
    const check = await verifyLog(db)
    expect(check).toMatchObject({ ok: true, count: 3, unsealed: 0, alteredValues: [] })
  })

  it('cannot be changed, deleted or emptied by the application', async () => {
    const { db } = await testWorld()
    await runAs('officer', act, '四')
    await expect(db.$executeRaw`UPDATE audit_entries SET actor_name = 'x'`).rejects.toThrow(
      /permission denied/,
    )
    await expect(db.$executeRaw`DELETE FROM audit_entries`).rejects.toThrow(/permission denied/)
    await expect(db.$executeRaw`TRUNCATE audit_seals`).rejects.toThrow(/permission denied/)
    await expect(db.$executeRaw`UPDATE audit_values SET "after" = '{"title":"另一个"}'`).rejects.toThrow(
      /append-only/,
    )
  })

  it('not even by the owner of the database, as long as the triggers stand', async () => {
    const client = new pg.Client((await testDatabase()).superuserUrl)
    await client.connect()
    await expect(client.query(`UPDATE audit_entries SET actor_name = 'x'`)).rejects.toThrow(/append-only/)
    await expect(client.query('TRUNCATE audit_entries CASCADE')).rejects.toThrow(/append-only/)
    await client.end()
  })

  it('shows where it was altered behind the program’s back', async () => {
    const { db } = await testWorld()
    await sealEntries(db, NOW)
    await asSuperuser(
      `UPDATE audit_values SET "after" = '{"title":"改"}' WHERE entry_id = (SELECT entry_id FROM audit_seals WHERE no = 1)`,
    )
    expect((await verifyLog(db)).alteredValues).toEqual([1])
    await asSuperuser(
      `UPDATE audit_entries SET actor_name = '别人' WHERE id = (SELECT entry_id FROM audit_seals WHERE no = 2)`,
    )
    expect(await verifyLog(db)).toMatchObject({ ok: false, no: 2, code: 'audit.seal_differs' })
  })
})

describe('what a superuser takes away shows', () => {
  const sealedNo = async () => {
    const { db } = await testWorld()
    await runAs('officer', act, '五')
    await sealEntries(db, NOW)
    return (await db.auditSeal.findFirstOrThrow({ orderBy: { no: 'desc' } })).no
  }
  const mendedTo = async () => {
    await asSuperuser('TRUNCATE audit_values, audit_seals, audit_pending, audit_entries CASCADE')
    await runAs('officer', act, '从头')
    await runAs('officer', act, '再来')
  }

  it('values that are gone without having been erased by the program', async () => {
    const { db } = await testWorld()
    await mendedTo()
    const no = await sealedNo()
    await asSuperuser(
      `DELETE FROM audit_values WHERE entry_id = (SELECT entry_id FROM audit_seals WHERE no = ${no})`,
    )
    expect((await verifyLog(db)).alteredValues).toEqual([no])
  })

  it('an entry in the middle, with or without its seal', async () => {
    const { db } = await testWorld()
    await mendedTo()
    await sealedNo()
    await asSuperuser('DELETE FROM audit_entries WHERE id = (SELECT entry_id FROM audit_seals WHERE no = 2)')
    expect(await verifyLog(db)).toMatchObject({ ok: false, no: 2 })
    await asSuperuser('DELETE FROM audit_seals WHERE no = 2')
    expect(await verifyLog(db)).toMatchObject({ ok: false, no: 2 })
  })

  it('an entry that was taken out of the sealer’s queue stays counted as unsealed', async () => {
    const { db } = await testWorld()
    await mendedTo()
    await db.auditPending.deleteMany()
    expect(await sealEntries(db, NOW)).toBe(0)
    expect(await verifyLog(db)).toMatchObject({ ok: true, unsealed: 2 })
  })

  it('but not entries cut off at the end together with their seals: only a head noted elsewhere tells', async () => {
    const { db } = await testWorld()
    await mendedTo()
    const no = await sealedNo()
    const noted = await verifyLog(db)
    await asSuperuser(`DELETE FROM audit_entries WHERE id = (SELECT entry_id FROM audit_seals WHERE no = ${no});
      DELETE FROM audit_values WHERE entry_id = (SELECT entry_id FROM audit_seals WHERE no = ${no});
      DELETE FROM audit_seals WHERE no = ${no}`)
    const check = await verifyLog(db)
    expect(check.ok).toBe(true)
    expect(check).not.toMatchObject({ last: noted.ok ? noted.last : null })
  })
})
