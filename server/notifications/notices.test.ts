import { beforeEach, describe, expect, it } from 'vitest'
import { getNotices } from './list-notices'
import { markNotices, muteNotices, readAllNotices } from './mark-notices'
import { notify } from './notify'
import type { NoticeView } from '@/domain/notifications/notice-view'
import { buildDispatchedTask, ctxOf, NOW, runAs, testWorld } from '@/tests/factories'

const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
const LATER = at(600)
const read = async (account: string, view: NoticeView = 'unread', more = {}) =>
  getNotices(await ctxOf(account, LATER), { view, ...more })
const titles = (page: Awaited<ReturnType<typeof read>>) =>
  page.list.rows.map(({ change }) => change.task?.title)
let one = { id: '', no: 0 }
let two = { id: '', no: 0 }

/** The office accepts a report of the unit: told to its people. */
async function tell(taskId: string, minutes: number, event = 'report.accepted') {
  const { org } = await testWorld()
  await runAs(
    'officer',
    (ctx) => notify(ctx, { unitId: org.unitIds.elderly ?? '', event, taskId, params: { seq: 1 } }),
    null,
    { now: at(minutes) },
  )
}

beforeEach(async () => {
  const { db } = await testWorld()
  await db.notification.deleteMany()
  await db.noticeMark.deleteMany()
  await db.noticeMute.deleteMany()
  await db.person.updateMany({ data: { noticesReadAt: null } })
  one = await buildDispatchedTask([{ unit: 'elderly' }], { title: '甲' })
  two = await buildDispatchedTask([{ unit: 'elderly' }], { title: '乙' })
  await tell(one.id, 1)
  await tell(two.id, 2)
  await tell(one.id, 3)
})

describe('notices for information', () => {
  it('stand one row a task with the changes inside, newest first, for the people of the unit alone', async () => {
    const page = await read('elderly-liaison')
    expect(page.list.rows).toMatchObject([
      { subject: `t:${one.id}`, changes: 2, unread: 2 },
      { subject: `t:${two.id}`, changes: 1, unread: 1 },
    ])
    expect(titles(await read('elderly-head'))).toEqual(['甲', '乙'])
    expect(titles(await read('centre-head'))).toEqual([])
    expect(titles(await read('sysadmin'))).toEqual([])
  })

  it('leave when they are read, by the one who read them; a new change brings them back', async () => {
    await runAs(
      'elderly-liaison',
      markNotices,
      { subject: `t:${one.id}`, act: 'read' as const, until: at(3) },
      { now: at(4) },
    )
    expect(titles(await read('elderly-liaison'))).toEqual(['乙'])
    expect(titles(await read('elderly-head'))).toEqual(['甲', '乙'])
    await tell(one.id, 5)
    expect((await read('elderly-liaison')).list.rows[0]).toMatchObject({ changes: 3, unread: 1 })
  })

  it('told after the page was shown stay unread, whatever was marked on it', async () => {
    await runAs('elderly-liaison', readAllNotices, { until: at(2) }, { now: at(9) })
    expect(titles(await read('elderly-liaison'))).toEqual(['甲'])
  })

  it('are all read at once, on every page of the list', async () => {
    await runAs('elderly-liaison', readAllNotices, { until: at(9) }, { now: at(9) })
    expect((await read('elderly-liaison')).choices.unread).toBe(0)
    expect(titles(await read('elderly-liaison', 'all'))).toEqual(['甲', '乙'])
  })

  it('are kept until released', async () => {
    await runAs('elderly-liaison', markNotices, {
      subject: `t:${two.id}`,
      act: 'keep' as const,
      until: at(3),
    })
    expect(titles(await read('elderly-liaison', 'kept'))).toEqual(['乙'])
    await runAs('elderly-liaison', markNotices, {
      subject: `t:${two.id}`,
      act: 'release' as const,
      until: at(3),
    })
    expect(titles(await read('elderly-liaison', 'kept'))).toEqual([])
  })

  it('of a muted kind are not seen until it is unmuted; what is to be done cannot be muted', async () => {
    await runAs('elderly-liaison', muteNotices, { event: 'report.accepted', mute: 'on' as const })
    expect(titles(await read('elderly-liaison', 'all'))).toEqual([])
    expect((await read('elderly-liaison')).choices.muted).toEqual(['report.accepted'])
    await runAs('elderly-liaison', muteNotices, { event: 'report.accepted', mute: 'off' as const })
    expect(titles(await read('elderly-liaison', 'all'))).toHaveLength(2)
    await expect(
      runAs('elderly-liaison', muteNotices, { event: 'urge.sent', mute: 'on' as const }),
    ).rejects.toMatchObject({
      failure: { code: 'notices.cannot_mute' },
    })
  })

  it('are filtered by kind and by directive', async () => {
    const { db } = await testWorld()
    await tell(two.id, 4, 'task.completed')
    expect(titles(await read('elderly-liaison', 'all', { event: 'task.completed' }))).toEqual(['乙'])
    const { directive } = await db.task.findUniqueOrThrow({
      where: { id: one.id },
      select: { directive: { select: { no: true } } },
    })
    expect(titles(await read('elderly-liaison', 'all', { directive: directive.no }))).toEqual(['甲'])
  })

  it('what is to be done makes no row of its own, but stands among the changes of an open one', async () => {
    await tell(one.id, 5, 'report.returned')
    const page = await read('elderly-liaison', 'unread', { show: `t:${one.id}` })
    expect(page.list.rows[0]).toMatchObject({ subject: `t:${one.id}`, unread: 2 })
    expect(page.open?.changes.map(({ event }) => event)).toEqual([
      'report.returned',
      'report.accepted',
      'report.accepted',
    ])
    expect((await read('centre-head', 'all', { show: `t:${one.id}` })).open).toBeNull()
  })

  it('are paged without a gap', async () => {
    const { org } = await testWorld()
    const { db } = await testWorld()
    await db.notification.createMany({
      data: Array.from({ length: 70 }, (_, index) => ({
        personId: org.personIds.officer ?? '',
        event: 'role.granted',
        createdAt: at(10 + Math.floor(index / 3)),
      })),
    })
    const seen = new Set<string>()
    let after: string | undefined
    do {
      const { list } = await read('officer', 'all', { after })
      for (const { subject } of list.rows) seen.add(subject)
      after = list.next ?? undefined
    } while (after)
    expect(seen.size).toBe(70)
  })
})
