import { beforeAll, describe, expect, test } from 'vitest'
import { defaultSettings, EDITABLE_SETTINGS, settingsSchema } from '@/domain/settings'
import { fromLocalDate } from '@/server/dates'
import type { Db } from '@/server/db'
import { forgetRules, loadRules } from '@/server/load-rules'
import { refreshTasks } from '@/server/tasks/refresh-task'
import { buildDispatchedTask, ctxOf, NOW, runAs, testWorld } from '@/tests/factories'
import { changeSettings, changeSettingsSchema } from './change-settings'
import { getSettings } from './list-settings'
import { settingsEffect } from './settings-effect'

let db: Db
beforeAll(async () => {
  db = (await testWorld()).db
})

const form = (version: number, more: Record<string, string> = {}) =>
  changeSettingsSchema.parse({
    ...Object.fromEntries(EDITABLE_SETTINGS.map((key) => [key, String(defaultSettings[key])])),
    version: String(version),
    reason: '部务会议定',
    ...more,
  })

describe('the time limits and thresholds', () => {
  test('say before they change which lights would turn, and turn them when they do', async () => {
    const acknowledged = { status: 'acknowledged' as const, acknowledgedAt: NOW }
    const task = await buildDispatchedTask([{ unit: 'relief', data: acknowledged }], {
      status: 'in_progress',
      dueOn: fromLocalDate('2020-04-20'),
    })
    const ctx = await ctxOf('office-head')
    await refreshTasks(ctx, [task.id])
    const lightNow = async () => (await db.task.findUniqueOrThrow({ where: { id: task.id } })).light
    expect(await lightNow()).toBe('ok')

    const next = settingsSchema.parse({ riskWorkingDays: 10 })
    expect(await settingsEffect(ctx, next)).toEqual({
      turns: [{ from: 'ok', to: 'risk', count: 1 }],
      taskIds: [task.id],
    })
    expect(
      await runAs('office-head', changeSettings, form(0, { riskWorkingDays: '10', refuseWorkingDays: '3' })),
    ).toEqual({ changed: 2 })
    expect(await lightNow()).toBe('risk')
    forgetRules()
    expect((await loadRules(db, NOW)).settings).toMatchObject({ riskWorkingDays: 10, refuseWorkingDays: 3 })
    const entry = await db.auditEntry.findFirstOrThrow({
      where: { event: 'settings.changed' },
      include: { value: true },
    })
    expect(entry).toMatchObject({ actorRole: 'office_head' })
    expect(entry.value).toMatchObject({
      before: { refuseWorkingDays: 2, riskWorkingDays: 3 },
      after: { refuseWorkingDays: 3, riskWorkingDays: 10, reason: '部务会议定' },
    })
    const { version, history } = await getSettings(await ctxOf('office-head'))
    expect(version).toBe(2)
    expect(history[0]).toMatchObject({
      reason: '部务会议定',
      changes: [
        { key: 'refuseWorkingDays', before: 2, after: 3 },
        { key: 'riskWorkingDays', before: 3, after: 10 },
      ],
    })
  })

  test('are changed by the office head alone', async () => {
    for (const account of ['officer', 'leader', 'sysadmin', 'relief-head']) {
      await expect(runAs(account, changeSettings, form(2, { riskPoints: '20' }))).rejects.toMatchObject({
        kind: 'forbidden',
      })
      await expect(ctxOf(account).then(getSettings)).rejects.toMatchObject({ kind: 'forbidden' })
    }
  })

  test('stay as they are where somebody changed them first, or nothing differs', async () => {
    await expect(runAs('office-head', changeSettings, form(0, { riskPoints: '20' }))).rejects.toMatchObject({
      kind: 'conflict',
    })
    const same = form(2, { riskWorkingDays: '10', refuseWorkingDays: '3' })
    await expect(runAs('office-head', changeSettings, same)).rejects.toMatchObject({
      code: 'settings.nothing_changed',
    })
  })

  test('sent twice are changed once', async () => {
    const input = form(2, { riskWorkingDays: '10', refuseWorkingDays: '3', riskPoints: '20' })
    await runAs('office-head', changeSettings, input, { key: 'twice' })
    expect(await runAs('office-head', changeSettings, input, { key: 'twice' })).toEqual({ changed: 1 })
    expect(await db.auditEntry.count({ where: { event: 'settings.changed' } })).toBe(2)
  })
})
