import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { visibleDirectives } from '@/server/directives/scope'
import { taskScopeOf } from '@/server/tasks/scope'

/** Most directives that the ledger's menu offers; older ones are reached from their own pages. */
const DIRECTIVES = 30

/** What the ledger's menus offer: units that can lead, in the order of the organisation, and the latest directives in force. */
export async function ledgerChoices(ctx: Ctx) {
  const scope = taskScopeOf(ctx.actor)
  const led = scope.all
    ? Prisma.sql`EXISTS (SELECT FROM tasks t WHERE t.office_owned AND t.lead_unit_id = u.id)`
    : Prisma.sql`u.id IN (SELECT t.lead_unit_id FROM assignment_readers r JOIN tasks t ON t.id = r.task_id
        WHERE r.unit_id = ANY(${scope.unitIds}::uuid[]))`
  const [units, directives] = await Promise.all([
    ctx.tx.$queryRaw<{ code: string; name: string; nameEn: string }[]>`
      SELECT u.code, u.short_name AS name, u.short_name_en AS "nameEn" FROM units u WHERE ${led} ORDER BY u.sort, u.code`,
    ctx.tx.directive.findMany({
      where: { AND: [visibleDirectives(ctx.actor), { status: { in: ['in_force', 'closed'] } }] },
      orderBy: { no: 'desc' },
      take: DIRECTIVES,
      select: { no: true, title: true, docNumber: true },
    }),
  ])
  return { units, directives }
}

export type LedgerChoices = Awaited<ReturnType<typeof ledgerChoices>>

/** Names for codes and numbers in a filter that the menus do not offer. */
export async function nameChosen(ctx: Ctx, codes: readonly string[], directiveNos: readonly number[]) {
  const [units, directives] = await Promise.all([
    codes.length === 0
      ? []
      : ctx.tx.unit.findMany({
          where: { code: { in: [...codes] } },
          select: { code: true, shortName: true, shortNameEn: true },
        }),
    directiveNos.length === 0
      ? []
      : ctx.tx.directive.findMany({
          where: { AND: [visibleDirectives(ctx.actor), { no: { in: [...directiveNos] } }] },
          select: { no: true, title: true, docNumber: true },
        }),
  ])
  return {
    units: units.map(({ code, shortName, shortNameEn }) => ({ code, name: shortName, nameEn: shortNameEn })),
    directives,
  }
}
