import { z } from 'zod'
import { AUTOMATIC_RULES, urgeRulesSchema, type UrgeRules } from '@/domain/urges/rules'
import { recordAudit } from '@/server/audit/record-audit'
import { assertMay } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import { loadRules } from '@/server/load-rules'
import { reasonField } from '@/server/org/form-fields'
import { SETTINGS_ID, settingsVersion } from '@/server/org/settings-version'
import { assertVersion } from '@/server/versions'

const days = z.string().trim().min(1, { error: 'settings.missing' })
const whole = z.coerce
  .number<string>({ error: () => 'settings.out_of_range' })
  .int({ error: () => 'settings.out_of_range' })
  .min(0, { error: () => 'settings.out_of_range' })
  .max(20, { error: () => 'settings.out_of_range' })

/** Each rule of urging as its form sends it: on or off, and its working days; the version it was filled from, and why. */
export const changeUrgeRulesSchema = z.object({
  on: z
    .preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.enum(AUTOMATIC_RULES)))
    .default([]),
  ...(Object.fromEntries(AUTOMATIC_RULES.map((rule) => [rule, days.pipe(whole)])) as Record<
    (typeof AUTOMATIC_RULES)[number],
    z.ZodPipe<z.ZodString, z.ZodCoercedNumber<string>>
  >),
  version: z.coerce.number().int().min(0),
  reason: reasonField,
})

/** Switches the rules of urging and sets their thresholds. Throws forbidden, conflict, and refused `urge.rules_unchanged`. */
export async function changeUrgeRules(ctx: Ctx, input: z.output<typeof changeUrgeRulesSchema>) {
  const as = assertMay(ctx.actor, 'settings.manage')
  await ctx.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('luoshi.settings'))`
  const actual = await settingsVersion(ctx)
  await assertVersion(ctx, { entityId: SETTINGS_ID, actual, expected: input.version })
  const before = (await loadRules(ctx.tx, ctx.now, null)).settings.urgeRules
  const next = urgeRulesSchema.parse(
    Object.fromEntries(
      AUTOMATIC_RULES.map((rule) => [rule, { on: input.on.includes(rule), workingDays: input[rule] }]),
    ),
  )
  const changed = AUTOMATIC_RULES.filter((rule) => said(before[rule]) !== said(next[rule]))
  if (changed.length === 0) return failRefused('urge.rules_unchanged')
  await ctx.tx.setting.upsert({
    where: { key: 'urgeRules' },
    create: { key: 'urgeRules', value: next, updatedAt: ctx.now },
    update: { value: next, updatedAt: ctx.now, version: { increment: 1 } },
    select: { key: true },
  })
  const values = (rules: UrgeRules) =>
    Object.fromEntries(changed.map((rule) => [`urge_${rule}`, said(rules[rule])]))
  await recordAudit(ctx, {
    event: 'settings.changed',
    as,
    entity: 'settings',
    entityId: SETTINGS_ID,
    before: values(before),
    after: { ...values(next), reason: input.reason },
  })
  return { changed: changed.length }
}

/** The rules in force and the version for the form. Throws forbidden. */
export async function getUrgeRules(ctx: Ctx) {
  assertMay(ctx.actor, 'settings.manage')
  const [{ settings }, version] = await Promise.all([loadRules(ctx.tx, ctx.now, null), settingsVersion(ctx)])
  return { rules: settings.urgeRules, version }
}

const said = ({ on, workingDays }: UrgeRules[keyof UrgeRules]) => (on ? workingDays : -1)
