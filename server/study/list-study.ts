import { can } from '@/domain/permissions/policy'
import { hasRole, reachOf } from '@/domain/permissions/actor'
import type { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { toLocalDateOrNull } from '@/server/dates'
import { inEffectOn } from '@/server/org/in-effect'
import { readableDirective } from '@/server/study/open-directive'

/** Most units that a page shows; a directive goes to hundreds at most. */
const SHOWN_AT_MOST = 500
const who = { select: { name: true, nameEn: true } } satisfies { select: Prisma.PersonSelect }

/** Which study records the actor reads: the office, leaders and discipline all, a unit its own and those below it. */
export function visibleStudy(ctx: Ctx): Prisma.StudyUnitWhereInput {
  if (hasRole(ctx.actor, 'leader', 'office_head', 'officer', 'discipline')) return {}
  return { unitId: { in: reachOf(ctx.actor, 'unit_head', 'liaison') } }
}

/** 传达学习 of a directive as the actor reads it: each unit's readers, its record, and the acts open to the actor. Throws not_found. */
export async function listStudy(ctx: Ctx, directiveId: string) {
  const directive = await readableDirective(ctx, directiveId)
  const rows = await ctx.tx.studyUnit.findMany({
    where: { AND: [{ directiveId }, visibleStudy(ctx)] },
    orderBy: [{ unit: { sort: 'asc' } }, { unitId: 'asc' }],
    take: SHOWN_AT_MOST,
    include: {
      unit: who,
      recordedBy: who,
      readers: { orderBy: { personId: 'asc' }, select: { personId: true, confirmedAt: true, person: who } },
    },
  })
  const open = directive.status === 'in_force'
  const mine = rows.filter((row) => open && can(ctx.actor, 'study.keep', { unitId: row.unitId }))
  const people = await listUnitPeople(
    ctx,
    mine.map((row) => row.unitId),
  )
  const requires = open && can(ctx.actor, 'study.require', directive.facts)
  const asked = new Set(rows.map((row) => row.unitId))
  return {
    units: rows.map((row) => {
      const unit = { unitId: row.unitId }
      const reader = row.readers.find((one) => one.personId === ctx.actor.personId)
      return {
        unitId: row.unitId,
        version: row.version,
        unit: row.unit,
        named: row.namedAt !== null,
        readers: row.readers.map((one) => ({
          id: one.personId,
          ...one.person,
          confirmedAt: one.confirmedAt?.toISOString() ?? null,
        })),
        studiedOn: toLocalDateOrNull(row.studiedOn),
        attendance: row.attendance,
        record: row.record,
        recordedBy: row.recordedBy,
        people: people.filter((one) => one.unitId === row.unitId),
        acts: {
          confirm: open && reader !== undefined && reader.confirmedAt === null,
          name: open && can(ctx.actor, 'study.name', unit),
          record: open && can(ctx.actor, 'study.keep', unit),
        },
      }
    }),
    choices: requires
      ? (await listStudyUnitChoices(ctx, directiveId)).filter((one) => !asked.has(one.id))
      : [],
    requires,
  }
}

export type StudyList = Awaited<ReturnType<typeof listStudy>>
export type StudyOfUnit = StudyList['units'][number]

/** The units that received the directive and have accounts: who can be asked to study it. */
export async function listStudyUnitChoices(ctx: Ctx, directiveId: string) {
  return ctx.tx.unit.findMany({
    where: {
      kind: { not: 'external' },
      assignments: {
        some: { task: { directiveId, dispatchedAt: { not: null } }, status: { not: 'replaced' } },
      },
    },
    orderBy: [{ sort: 'asc' }, { id: 'asc' }],
    take: SHOWN_AT_MOST,
    select: { id: true, name: true, nameEn: true },
  })
}

/** The heads and liaisons of these units today. */
export async function listUnitPeople(ctx: Ctx, unitIds: readonly string[]) {
  if (unitIds.length === 0) return []
  const grants = await ctx.tx.roleGrant.findMany({
    where: {
      unitId: { in: [...unitIds] },
      role: { in: ['unit_head', 'liaison'] },
      person: { status: 'active' },
      ...inEffectOn(ctx.today),
    },
    orderBy: [{ role: 'asc' }, { personId: 'asc' }],
    select: { unitId: true, person: { select: { id: true, name: true, nameEn: true } } },
  })
  const seen = new Set<string>()
  return grants.flatMap(({ unitId, person }) => {
    const key = `${unitId} ${person.id}`
    if (seen.has(key)) return []
    seen.add(key)
    return [{ ...person, unitId }]
  })
}
