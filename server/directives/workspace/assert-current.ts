import { leadOf, supportersOf } from '@/domain/directives/draft/apply-units'
import type { DraftRows } from '@/domain/directives/draft/diff'
import type { DraftTask } from '@/domain/directives/draft/model'
import type { Ctx } from '@/server/context'
import { failConflict } from '@/server/errors'
import { failStale } from '@/server/versions'
import { rowsOf } from './edit-list'
import { sayIndicator } from './record-edits'
import type { PlaceKey } from './place'

const FIELDS = [
  'title',
  'expectedResult',
  'remark',
  'dueOn',
  'kind',
  'cycle',
  'cycleDay',
  'milestones',
  'indicators',
  'lead',
  'supporting',
  'status',
  'draftState',
] as const

/** A task as a conflict tells of it: units by their ids, the interface has the names. */
const told = (task: DraftTask) => ({
  ...task,
  cycleDay: task.cycleDay === null ? '' : String(task.cycleDay),
  milestones: task.milestones.map((one) => `${one.dueOn} ${one.title}`).join('; '),
  indicators: task.indicators.map(sayIndicator).join('; '),
  lead: leadOf(task)?.unitId ?? '',
  supporting: supportersOf(task)
    .map((part) => part.unitId)
    .join(),
})

/**
 * Throws conflict where a row that the act changes is not at the version the person saw: who changed it, when, and for
 * a field with words also from what to what.
 */
export async function assertCurrent(
  ctx: Ctx,
  key: PlaceKey,
  before: DraftRows,
  versions: Readonly<Record<string, number>>,
): Promise<void> {
  const stale = [...before.tasks, ...before.provisions].find((row) => versions[row.id] !== row.version)
  if (stale) await failChanged(ctx, key, stale.id)
}

/** Throws the conflict for one row, worded from the undo list where it is there, else from the audit log. */
export async function failChanged(
  ctx: Ctx,
  { directiveId, assignmentId }: PlaceKey,
  rowId: string,
): Promise<never> {
  const edits = await ctx.tx.decompositionEdit.findMany({
    where: { directiveId, assignmentId },
    orderBy: [{ createdAt: 'desc' }, { seq: 'desc' }],
    take: 50,
    select: { personId: true, before: true, after: true, createdAt: true },
  })
  const last = edits.find((edit) => [edit.before, edit.after].some((rows) => holds(rowsOf(rows), rowId)))
  if (!last) return failStale(ctx, rowId)
  const by = await ctx.tx.person.findUnique({ where: { id: last.personId }, select: { name: true } })
  return failConflict({
    by: by?.name ?? '',
    at: last.createdAt.toISOString(),
    ...changeOf(rowsOf(last.before), rowsOf(last.after), rowId),
  })
}

/** The field that differs, with its value before and after: of a task, or the class of a sentence. */
function changeOf(before: DraftRows, after: DraftRows, id: string): Record<string, string> {
  const [was, is] = [before, after].map((rows) => rows.tasks.find((row) => row.id === id))
  if (was && is) {
    const [old, now] = [told(was), told(is)]
    const field = FIELDS.find((name) => old[name] !== now[name])
    return field ? { field, before: old[field] ?? '', after: now[field] ?? '' } : {}
  }
  const [from, to] = [before, after].map((rows) => rows.provisions.find((row) => row.id === id))
  return from && to && from.class !== to.class ? { field: 'class', before: from.class, after: to.class } : {}
}

const holds = (rows: DraftRows, id: string) =>
  rows.tasks.some((row) => row.id === id) || rows.provisions.some((row) => row.id === id)
