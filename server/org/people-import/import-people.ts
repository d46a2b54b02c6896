import { newId } from '@/lib/new-id'
import { recordAudits } from '@/server/audit/record-audits'
import type { Ctx } from '@/server/context'
import type { Grid } from '@/server/directives/readers/read-grid'
import { failRefused } from '@/server/errors'
import { planPeopleSheet } from '@/server/org/people-import/plan-people-sheet'

type Confirmed = { grid: Grid & { sha256: string }; name: string; mark: string }

/**
 * Adds the people of the good lines, as the preview showed: without a password and without roles; the bad lines stay out. Throws forbidden;
 * refused: account.preview_changed where people were added since (look again), account.nobody_to_import, and as `planPeopleSheet`.
 */
export async function importPeople(ctx: Ctx, { grid, name, mark }: Confirmed) {
  const { as, plan, mark: now, counts } = await planPeopleSheet(ctx, grid)
  if (now !== mark) failRefused('account.preview_changed')
  const people = plan.flatMap((one) => (one.act === 'add' ? [{ id: newId(), ...one.person }] : []))
  if (people.length === 0) failRefused('account.nobody_to_import')
  const rows = people.map((one) => ({ ...one, phone: one.phone || null, email: one.email || null }))
  await ctx.tx.person.createMany({ data: rows.map((row) => ({ ...row, createdAt: ctx.now })) })
  await recordAudits(
    ctx,
    rows.map(({ id, ...after }) => ({
      event: 'account.created' as const,
      as,
      entity: 'person',
      entityId: id,
      after: { ...after, file: name, sha256: grid.sha256 },
    })),
  )
  return { counts }
}
