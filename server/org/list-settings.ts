import type { AuditEvent } from '@/domain/audit/events'
import { EDITABLE_SETTINGS, type EditableSetting } from '@/domain/settings'
import { assertMay } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { SETTINGS_ID, settingsVersion } from '@/server/org/settings-version'
import { loadRules } from '@/server/load-rules'

const SHOWN = 20
const CHANGED: AuditEvent = 'settings.changed'

/** The settings as they stand, the version for the form, and the last 20 changes from the record. Throws forbidden. */
export async function getSettings(ctx: Ctx) {
  assertMay(ctx.actor, 'settings.manage')
  const [{ settings }, version, entries] = await Promise.all([
    loadRules(ctx.tx, ctx.now, null),
    settingsVersion(ctx),
    ctx.tx.auditEntry.findMany({
      where: { entityId: SETTINGS_ID, event: CHANGED },
      orderBy: { id: 'desc' },
      take: SHOWN,
      select: { id: true, at: true, actorName: true, value: { select: { before: true, after: true } } },
    }),
  ])
  const history = entries.map(({ id, at, actorName, value }) => {
    const before = asRecord(value?.before)
    const after = asRecord(value?.after)
    return {
      id,
      at: at.toISOString(),
      by: actorName,
      reason: typeof after.reason === 'string' ? after.reason : '',
      changes: EDITABLE_SETTINGS.flatMap((key) => change(key, before[key], after[key])),
    }
  })
  return { settings, version, history }
}
/** One change of the settings, as the page tells it. */
export type SettingsChange = Awaited<ReturnType<typeof getSettings>>['history'][number]

function change(key: EditableSetting, before: unknown, after: unknown) {
  return typeof before === 'number' && typeof after === 'number' ? [{ key, before, after }] : []
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}
