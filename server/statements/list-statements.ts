import { can } from '@/domain/permissions/policy'
import { availableStatementEvents } from '@/domain/statements/available'
import { differencesOf, statementContentSchema } from '@/domain/statements/content'
import { isOpenStatement } from '@/domain/statements/lifecycle'
import { localDateIn } from '@/domain/calendar/local-date'
import type { Ctx } from '@/server/context'
import { readContents } from '@/server/statements/read-contents'
import { visibleStatements } from '@/server/statements/scope'
import { readableDirective } from '@/server/study/open-directive'

/** Most units that a page shows; a directive goes to hundreds at most. */
const SHOWN_AT_MOST = 500

/** 责任状 of a directive as the actor reads them: each unit's newest, where it stands, whether the facts moved on; and for which units one can be drawn up. Throws not_found. */
export async function listStatements(ctx: Ctx, directiveId: string) {
  const directive = await readableDirective(ctx, directiveId)
  const rows = await ctx.tx.statement.findMany({
    where: { AND: [{ directiveId }, visibleStatements(ctx.actor)] },
    orderBy: [{ unit: { sort: 'asc' } }, { unitId: 'asc' }, { seq: 'desc' }],
    distinct: ['unitId'],
    take: SHOWN_AT_MOST,
    select: {
      id: true,
      no: true,
      seq: true,
      status: true,
      unitId: true,
      content: true,
      version: true,
      drawnUpAt: true,
      signedById: true,
      signedForId: true,
      signedAt: true,
      countersignedAt: true,
      sentBackReason: true,
      unit: { select: { name: true, nameEn: true } },
    },
  })
  const open = directive.status === 'in_force'
  const draws = open && can(ctx.actor, 'statement.draw_up')
  const present = await readContents(ctx, directiveId, draws ? undefined : rows.map((row) => row.unitId))
  const day = (at: Date) => localDateIn(at, ctx.settings.zone)
  const units = rows.map(({ content, drawnUpAt, signedAt, countersignedAt, ...row }) => {
    const said = statementContentSchema.parse(content)
    const now = present.get(row.unitId) ?? { ...said, tasks: [] }
    const compared = isOpenStatement(row.status) || row.status === 'in_force'
    const events = open ? availableStatementEvents(ctx.actor, row) : []
    return {
      ...row,
      on: day(countersignedAt ?? signedAt ?? drawnUpAt),
      tasks: said.tasks.length,
      differences: compared ? differencesOf(said, now).length : 0,
      signs: events.includes('sign')
        ? ('sign' as const)
        : events.includes('countersign')
          ? ('countersign' as const)
          : null,
    }
  })
  const settled = new Set(
    units.filter((one) => isOpenStatement(one.status) || one.status === 'in_force').map((one) => one.unitId),
  )
  const moved = new Set(units.filter((one) => one.differences > 0).map((one) => one.unitId))
  return {
    units,
    draws,
    /** Units with work and without a statement that says what is asked of them now. */
    choices: draws
      ? [...present]
          .filter(([id]) => !settled.has(id) || moved.has(id))
          .map(([id, { unit, tasks }]) => ({ id, ...unit, tasks: tasks.length, again: settled.has(id) }))
      : [],
  }
}

export type StatementList = Awaited<ReturnType<typeof listStatements>>
export type StatementOfUnit = StatementList['units'][number]
