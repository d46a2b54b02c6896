import { z } from 'zod'
import { changedSettings, LIGHT_SETTINGS, settingsSchema, typedSettingsSchema } from '@/domain/settings'
import { recordAudit } from '@/server/audit/record-audit'
import { assertMay } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import { loadRules } from '@/server/load-rules'
import { reasonField } from '@/server/org/form-fields'
import { SETTINGS_ID, settingsVersion } from '@/server/org/settings-version'
import { turnLights } from '@/server/org/turn-lights'
import { assertVersion } from '@/server/versions'

/** All settings of the page as typed, the version they were filled from, and why. */
export const changeSettingsSchema = typedSettingsSchema.safeExtend({
  version: z.coerce.number().int().min(0),
  reason: reasonField,
})

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
  if (keys.some((key) => LIGHT_SETTINGS.includes(key)))
    await turnLights({ ...ctx, settings: before }, { settings: next, calendar: ctx.calendar })
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
