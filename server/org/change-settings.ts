import { z } from 'zod'
import {
  changedSettings,
  LIGHT_SETTINGS,
  settingsSchema,
  typedSettingsSchema,
  type Settings,
} from '@/domain/settings'
import { recordAudit } from '@/server/audit/record-audit'
import { assertMay } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import { loadRules } from '@/server/load-rules'
import { reasonField } from '@/server/org/form-fields'
import { settingsEffect } from '@/server/org/settings-effect'
import { SETTINGS_ID, settingsVersion } from '@/server/org/settings-version'
import { refreshTasks } from '@/server/tasks/refresh-task'
import { assertVersion } from '@/server/versions'

/** All settings of the page as typed, the version they were filled from, and why. */
export const changeSettingsSchema = typedSettingsSchema.safeExtend({
  version: z.coerce.number().int().min(0),
  reason: reasonField,
})

const AT_ONCE = 2_000
const BATCH = 500

/**
 * Changes time limits and thresholds. Lights that turn are turned here, up to 2,000 tasks; all others are looked at again by the
 * minute's job. Throws conflict on a stale version, invalid (`settings.…`) and refused `settings.nothing_changed`.
 */
export async function changeSettings(ctx: Ctx, input: z.output<typeof changeSettingsSchema>) {
  const as = assertMay(ctx.actor, 'settings.manage')
  const { version, reason, ...typed } = input
  await ctx.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('luoshi.settings'))`
  const actual = await settingsVersion(ctx)
  await assertVersion(ctx, { entityId: SETTINGS_ID, actual, expected: version })
  // Read anew: what the process keeps may be seconds old.
  const { settings: before } = await loadRules(ctx.tx, ctx.now, null)
  const keys = changedSettings(before, typed)
  if (keys.length === 0) return failRefused('settings.nothing_changed')
  for (const key of keys) {
    await ctx.tx.setting.upsert({
      where: { key },
      create: { key, value: typed[key], updatedAt: ctx.now },
      update: { value: typed[key], updatedAt: ctx.now, version: { increment: 1 } },
      select: { key: true },
    })
  }
  const next = settingsSchema.parse({ ...before, ...typed })
  if (keys.some((key) => LIGHT_SETTINGS.includes(key))) await turnLights({ ...ctx, settings: before }, next)
  await recordAudit(ctx, {
    event: 'settings.changed',
    as,
    entity: 'settings',
    entityId: SETTINGS_ID,
    before: Object.fromEntries(keys.map((key) => [key, before[key]])),
    after: { ...Object.fromEntries(keys.map((key) => [key, next[key]])), reason },
  })
  return { changed: keys.length }
}

async function turnLights(ctx: Ctx, next: Settings): Promise<void> {
  const { taskIds } = await settingsEffect(ctx, next)
  // The day of the next change follows from the thresholds as well: the job works it out anew for all that have a light.
  await ctx.tx.$executeRaw`
    UPDATE tasks SET light_next_change_on = ${ctx.today}::date WHERE light IN ('ok', 'risk', 'off')`
  await ctx.tx.$executeRaw`
    UPDATE assignments SET light_next_change_on = ${ctx.today}::date WHERE light IN ('ok', 'risk', 'off')`
  const now = taskIds.slice(0, AT_ONCE)
  for (let at = 0; at < now.length; at += BATCH) {
    await refreshTasks({ ...ctx, settings: next }, now.slice(at, at + BATCH))
  }
}
