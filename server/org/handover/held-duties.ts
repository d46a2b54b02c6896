import { can } from '@/domain/permissions/policy'
import { OPEN_TASK_STATUSES } from '@/domain/tasks/lifecycle'
import { assertMay } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { failNotFound } from '@/server/errors'
import { notOverBy } from '@/server/org/in-effect'
import { visibleTasks } from '@/server/tasks/scope'

const SHOWN = 200
const open = { status: { in: [...OPEN_TASK_STATUSES] } }
const unsigned = { in: ['draft' as const, 'awaiting_signoff' as const] }

/** What a person holds, as conditions on the rows. */
export const heldBy = (personId: string) => ({
  tasks: { responsiblePersonId: personId, ...open },
  assignments: {
    responsiblePersonId: personId,
    status: { notIn: ['waived' as const, 'replaced' as const] },
    task: open,
  },
  drafts: { writtenById: personId, status: unsigned },
  portfolio: { personId },
  deputies: { OR: [{ personId }, { deputyId: personId }], endedAt: null },
})

/** In numbers alone, for the system administrator, who sees no business. Throws forbidden. */
export async function countHeldDuties(ctx: Ctx, personId: string) {
  assertMay(ctx.actor, 'user.manage')
  const held = heldBy(personId)
  const [tasks, assignments, drafts, portfolio, deputies] = await Promise.all([
    ctx.tx.task.count({ where: held.tasks }),
    ctx.tx.assignment.count({ where: held.assignments }),
    ctx.tx.report.count({ where: held.drafts }),
    ctx.tx.portfolioUnit.count({ where: held.portfolio }),
    ctx.tx.deputy.count({ where: held.deputies }),
  ])
  return { tasks, assignments, drafts, portfolio, deputies }
}
/** Numbers of what a person holds. */
export type HeldCounts = Awaited<ReturnType<typeof countHeldDuties>>

/** A person whose duties the actor may hand over: an own post, one of the unit's for its head, any for the office head. Throws not_found. */
export async function loadHandingOver(ctx: Ctx, personId: string) {
  const person = await ctx.tx.person.findUnique({
    where: { id: personId },
    select: {
      id: true,
      name: true,
      nameEn: true,
      account: true,
      grants: { where: notOverBy(ctx.today), select: { unitId: true } },
    },
  })
  const may = person?.grants.some(({ unitId }) => can(ctx.actor, 'deputy.name', { personId, unitId }))
  return person && may ? person : failNotFound()
}

/** May the actor hand over for others too: some post of theirs reaches people besides themselves. */
export function handsOverForOthers({ actor }: Pick<Ctx, 'actor'>): boolean {
  return actor.grants.some(({ unitId }) => can(actor, 'deputy.name', { personId: '', unitId }))
}

const title = { select: { no: true, title: true } } as const

/** What a person holds, row by row (at most 200 of each), as far as the reader may read it. Throws not_found. */
export async function listHeldDuties(ctx: Ctx, personId: string) {
  const person = await loadHandingOver(ctx, personId)
  const held = heldBy(personId)
  const readable = visibleTasks(ctx.actor)
  const unit = { select: { shortName: true, shortNameEn: true } } as const
  const [tasks, assignments, drafts, portfolio, deputies] = await Promise.all([
    ctx.tx.task.findMany({
      where: { AND: [held.tasks, readable] },
      take: SHOWN,
      orderBy: { no: 'asc' },
      ...title,
    }),
    ctx.tx.assignment.findMany({
      where: { ...held.assignments, task: { AND: [open, readable] } },
      take: SHOWN,
      orderBy: { task: { no: 'asc' } },
      select: { id: true, unit, task: title },
    }),
    ctx.tx.report.findMany({
      where: { ...held.drafts, assignment: { task: readable } },
      take: SHOWN,
      orderBy: { id: 'asc' },
      select: { id: true, seq: true, assignment: { select: { unit, task: title } } },
    }),
    ctx.tx.portfolioUnit.findMany({ where: held.portfolio, take: SHOWN, select: { unitId: true, unit } }),
    ctx.tx.deputy.count({ where: held.deputies }),
  ])
  return {
    person: { id: person.id, name: person.name, nameEn: person.nameEn },
    tasks,
    assignments,
    drafts,
    portfolio,
    deputies,
  }
}
/** What `listHeldDuties` hands to its page. */
export type HeldDuties = Awaited<ReturnType<typeof listHeldDuties>>
