import { beforeAll, describe, expect, test } from 'vitest'
import { fromLocalDate, toLocalDate } from '@/server/dates'
import type { Db } from '@/server/db'
import { forgetRules } from '@/server/load-rules'
import { importCalendar } from '@/server/org/import-calendar'
import { refreshTasks } from '@/server/tasks/refresh-task'
import { buildDispatchedTask, ctxOf, NOW, runAs, testWorld } from '@/tests/factories'
import { checkCalendarDay, correctCalendarDay, correctCalendarDaySchema } from './correct-calendar-day'
import { getCalendarYear } from './get-calendar-year'
import { checkCalendarYear, publishCalendarYear } from './publish-calendar-year'
import { withdrawCalendarYear } from './withdraw-calendar-year'

let db: Db
beforeAll(async () => {
  db = (await testWorld()).db
  await importCalendar(db)
  forgetRules()
})

const form = (more: Record<string, unknown>) =>
  correctCalendarDaySchema.parse({
    on: '2020-04-13',
    state: 'off',
    name: '临时放假',
    version: 1,
    reason: '国办通知',
    ...more,
  })
const NOTICE =
  '元旦：1月1日（周五）至3日（周日）放假调休，共3天。\n春节：2月6日（周六）至12日（周五）放假，2月14日（周日）上班。'

describe('a day of the calendar', () => {
  test('says before it is put right which lights turn and limits move, and moves them then', async () => {
    const waiting = await buildDispatchedTask([{ unit: 'relief' }], { dueOn: fromLocalDate('2020-04-20') })
    const running = await buildDispatchedTask(
      [{ unit: 'elderly', data: { status: 'acknowledged', acknowledgedAt: NOW } }],
      { status: 'in_progress', dueOn: fromLocalDate('2020-04-16') },
    )
    const ctx = await ctxOf('sysadmin')
    await refreshTasks(ctx, [waiting.id, running.id])
    expect((await db.task.findUniqueOrThrow({ where: { id: running.id } })).light).toBe('ok')

    const { effect } = await checkCalendarDay(ctx, form({}))
    expect(effect).toEqual({ turns: [{ from: 'ok', to: 'risk', count: 1 }], limits: 1, restDays: 0 })
    expect(await runAs('sysadmin', correctCalendarDay, form({}))).toEqual({ year: 2020, limits: 1 })
    forgetRules()
    const moved = await db.assignment.findFirstOrThrow({ where: { taskId: waiting.id } })
    expect(toLocalDate(moved.acknowledgeDueOn)).toBe('2020-04-14')
    expect(toLocalDate(moved.refuseDueOn)).toBe('2020-04-15')
    expect((await db.task.findUniqueOrThrow({ where: { id: running.id } })).light).toBe('risk')
    const entry = await db.auditEntry.findFirstOrThrow({
      where: { event: 'calendar.changed' },
      include: { value: true },
    })
    expect(entry).toMatchObject({ actorRole: 'system_admin' })
    expect(entry.value).toMatchObject({
      before: { day: '2020-04-13', state: 'rule' },
      after: { state: 'off', name: '临时放假', reason: '国办通知', limitsMoved: 1 },
    })
  })

  test('is put right by the office head too, and by nobody else', async () => {
    await runAs('office-head', correctCalendarDay, form({ version: 2, name: '临时停工' }))
    for (const account of ['officer', 'leader', 'secadmin', 'auditor', 'relief-head']) {
      await expect(runAs(account, correctCalendarDay, form({ version: 3 }))).rejects.toMatchObject({
        kind: 'forbidden',
      })
      await expect(ctxOf(account).then((ctx) => getCalendarYear(ctx, 2020))).rejects.toMatchObject({
        kind: 'forbidden',
      })
    }
  })

  test('is left as it is where somebody was first, nothing differs, or it would say what the weekday says', async () => {
    const refused = (more: Record<string, unknown>) =>
      expect(runAs('sysadmin', correctCalendarDay, form(more))).rejects
    await refused({ version: 1, name: '别的' }).toMatchObject({ kind: 'conflict' })
    await refused({ version: 3, name: '临时停工' }).toMatchObject({ code: 'calendar.nothing_changed' })
    await refused({ version: 3, on: '2020-04-11' }).toMatchObject({
      fields: [{ code: 'calendar.state_unfit' }],
    })
    await refused({ version: 3, name: ' ' }).toMatchObject({ fields: [{ code: 'calendar.name_missing' }] })
    await refused({ version: 0, on: '2027-01-01' }).toMatchObject({ code: 'calendar.year_unpublished' })
  })
})

describe('a year', () => {
  test('is published by its notice, of which every day is shown with its weekday before', async () => {
    const seen = await checkCalendarYear(await ctxOf('sysadmin'), { year: 2027, notice: NOTICE })
    expect(seen).toMatchObject({ daysOff: 10, makeUps: 1, problems: [] })
    expect(seen.days[0]).toEqual({ on: '2027-01-01', weekday: 5, isWorking: false, name: '元旦' })
    await runAs('sysadmin', publishCalendarYear, {
      year: 2027,
      notice: NOTICE,
      reason: '国办发明电〔2026〕7号',
    })
    const view = await getCalendarYear(await ctxOf('sysadmin'), 2027)
    expect(view).toMatchObject({ published: true, version: 1, source: '国办发明电〔2026〕7号' })
    expect(view.days).toContainEqual({ on: '2027-02-14', isWorking: true, name: '春节' })
    // Weekend days off are what the week says anyway.
    expect(view.days.map(({ on }) => on)).not.toContain('2027-01-02')
    await expect(
      runAs('sysadmin', publishCalendarYear, { year: 2027, notice: NOTICE, reason: '再' }),
    ).rejects.toMatchObject({ code: 'calendar.already_published' })
  })

  test('is not published while a line cannot be read', async () => {
    const notice = '元旦：1月1日（周四）放假'
    await expect(
      runAs('sysadmin', publishCalendarYear, { year: 2028, notice, reason: '通知' }),
    ).rejects.toMatchObject({ code: 'calendar.notice_unread', params: { count: 1 } })
  })

  test('is taken back only while nothing falls due in it', async () => {
    await runAs('office-head', publishCalendarYear, {
      year: 2028,
      notice: '元旦：1月3日放假',
      reason: '误发',
    })
    await runAs('office-head', withdrawCalendarYear, { year: 2028, version: 1, reason: '误发' })
    expect((await getCalendarYear(await ctxOf('sysadmin'), 2028)).published).toBe(false)
    await buildDispatchedTask([{ unit: 'children' }], { dueOn: fromLocalDate('2027-03-01') })
    for (const year of [2027, 2020])
      await expect(
        runAs('sysadmin', withdrawCalendarYear, { year, version: year === 2027 ? 1 : 3, reason: '误' }),
      ).rejects.toMatchObject({ code: 'calendar.year_used' })
  })

  test('to come is missed from October on', async () => {
    const missing = async (day: string) =>
      (await getCalendarYear(await ctxOf('sysadmin', new Date(`${day}T02:00:00Z`)), null)).missing
    expect(await missing('2027-09-30')).toBeNull()
    expect(await missing('2027-10-01')).toBe(2028)
  })
})
