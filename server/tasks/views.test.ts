import { describe, expect, test } from 'vitest'
import { parseLedgerFilter, parseLedgerQuery } from '@/domain/tasks/ledger-filter'
import { changeView } from '@/server/tasks/change-view'
import { listViews } from '@/server/tasks/list-views'
import { removeView } from '@/server/tasks/remove-view'
import { saveView, VIEWS_AT_MOST } from '@/server/tasks/save-view'
import { ctxOf, runAs, testWorld } from '@/tests/factories'

const query = parseLedgerFilter({ view: 'off', lead: 'relief', group: 'lead', cols: 'title,due', show: 'T7' })
const save = (account: string, name: string, shared = false) =>
  runAs(account, saveView, { name, shared, query })
const seenBy = async (account: string) => (await listViews(await ctxOf(account))).map((view) => view.name)
const eventsOf = async (entityId: string) => {
  const { db } = await testWorld()
  const rows = await db.auditEntry.findMany({
    where: { entityId },
    orderBy: { id: 'asc' },
    select: { event: true },
  })
  return rows.map((row) => row.event)
}

describe('a kept view of the ledger', () => {
  test('an officer keeps a screen under a name: filter, grouping and columns, not the open drawer; nobody else sees it', async () => {
    const { id, href } = await save('officer', '救助滞后')
    expect(href).toBe(`/tasks?view=off&lead=relief&group=lead&cols=title,due&saved=${id}`)
    expect(await seenBy('officer')).toContain('救助滞后')
    expect(await seenBy('officer2')).not.toContain('救助滞后')
    expect(await eventsOf(id)).toEqual(['view.saved'])
  })

  test('what an officer shares the whole office sees, units and leaders do not', async () => {
    const { id } = await save('officer', '全办关注', true)
    for (const account of ['officer2', 'office-head']) expect(await seenBy(account)).toContain('全办关注')
    for (const account of ['leader', 'relief-head', 'inspector']) expect(await seenBy(account)).toEqual([])
    const [seen] = (await listViews(await ctxOf('officer2'))).filter((view) => view.id === id)
    expect(seen).toMatchObject({
      own: false,
      mayRemove: false,
      owner: { name: expect.any(String) as string },
    })
  })

  test('a unit’s people keep views for themselves and cannot share them; administrators keep none', async () => {
    const { id } = await save('relief-liaison', '本单位逾期')
    await expect(save('relief-liaison', '给大家', true)).rejects.toMatchObject({ kind: 'forbidden' })
    const change = { viewId: id, version: 1, shared: 'true' as const }
    await expect(runAs('relief-liaison', changeView, change)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(save('auditor', '不行')).rejects.toMatchObject({ kind: 'forbidden' })
    expect(await listViews(await ctxOf('auditor'))).toEqual([])
  })

  test('its owner renames it, keeps the screen as it is now, shares it and takes it back; each is on record', async () => {
    const { id } = await save('officer2', '旧名')
    await runAs('officer2', changeView, { viewId: id, version: 1, name: '新名' })
    const other = parseLedgerQuery('view=all&status=completed')
    const { href } = await runAs('officer2', changeView, { viewId: id, version: 2, query: other })
    expect(href).toBe(`/tasks?view=all&status=completed&saved=${id}`)
    await runAs('officer2', changeView, { viewId: id, version: 3, shared: 'true' as const })
    expect(await seenBy('officer')).toContain('新名')
    await runAs('officer2', changeView, { viewId: id, version: 4, shared: 'false' as const })
    expect(await seenBy('officer')).not.toContain('新名')
    expect(await eventsOf(id)).toEqual(['view.saved', ...Array<string>(4).fill('view.changed')])
  })

  test('another changes nothing of it: what they do not see is not there, what they see is not theirs; the head clears away what was shared', async () => {
    const { id } = await save('officer', '只我可见')
    const { id: shared } = await save('officer', '大家可见', true)
    const change = (account: string, viewId: string) =>
      runAs(account, changeView, { viewId, version: 1, name: '改名' })
    await expect(change('officer2', id)).rejects.toMatchObject({ kind: 'not_found' })
    await expect(change('officer2', shared)).rejects.toMatchObject({ kind: 'forbidden' })
    const remove = (account: string, viewId: string, version = 1) =>
      runAs(account, removeView, { viewId, version })
    await expect(remove('officer2', shared)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(remove('officer', shared, 7)).rejects.toMatchObject({ kind: 'conflict' })
    await remove('office-head', shared)
    expect(await seenBy('officer')).not.toContain('大家可见')
    expect(await eventsOf(shared)).toEqual(['view.saved', 'view.removed'])
    await expect(remove('office-head', id)).rejects.toMatchObject({ kind: 'not_found' })
  })

  test('a name is given once, and twenty views are the most that a person keeps', async () => {
    await save('relief-head', '甲')
    await expect(save('relief-head', '甲')).rejects.toMatchObject({
      failure: { fields: [{ path: 'name', code: 'view.name_taken' }] },
    })
    for (let n = 1; n < VIEWS_AT_MOST; n++) await save('relief-head', `视图 ${n}`)
    await expect(save('relief-head', '再一个')).rejects.toMatchObject({
      kind: 'refused',
      code: 'view.too_many',
    })
  })
})
