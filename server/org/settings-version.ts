import type { Ctx } from '@/server/context'

/** The id under which the record keeps changes of the settings, which are rows by name. */
export const SETTINGS_ID = '00000000-0000-0000-0000-000000000001'

/** A number that grows with every change of any setting; 0 where none was ever changed. */
export async function settingsVersion(ctx: Pick<Ctx, 'tx'>): Promise<number> {
  const { _sum } = await ctx.tx.setting.aggregate({ _sum: { version: true } })
  return _sum.version ?? 0
}
