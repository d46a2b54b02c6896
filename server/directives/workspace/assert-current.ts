import type { DraftRows } from '@/domain/directives/draft/diff'
import type { DraftTask } from '@/domain/directives/draft/model'
import type { Ctx } from '@/server/context'
import { failConflict } from '@/server/errors'
import { failStale } from '@/server/versions'
import { rowsOf } from './edit-list'

const FIELDS = [
  'title',
  'expectedResult',
  'remark',
  'dueOn',
  'kind',
  'cycle',
  'status',
  'draftState',
] as const

/**
 * Throws conflict where a row that the act changes is not at the version the person saw: who changed it, when, and for
 * a field with words also from what to what.
 */
export async function assertCurrent(
  ctx: Ctx,
  directiveId: string,
  before: DraftRows,
  versions: Readonly<Record<string, number>>,
): Promise<void> {
  const stale = [...before.tasks, ...before.provisions].find((row) => versions[row.id] !== row.version)
  if (stale) await failChanged(ctx, directiveId, stale.id)
}

/** Throws the conflict for one row, worded from the undo list where it is there, else from the audit log. */
export async function failChanged(ctx: Ctx, directiveId: string, rowId: string): Promise<never> {
  const edits = await ctx.tx.decompositionEdit.findMany({
    where: { directiveId },
    orderBy: [{ createdAt: 'desc' }, { seq: 'desc' }],
    take: 50,
    select: { personId: true, before: true, after: true, createdAt: true },
  })
  const last = edits.find((edit) => [edit.before, edit.after].some((rows) => holds(rowsOf(rows), rowId)))
  if (!last) return failStale(ctx, rowId)
  const by = await ctx.tx.person.findUnique({ where: { id: last.personId }, select: { name: true } })
  const was = taskIn(rowsOf(last.before), rowId)
  const is = taskIn(rowsOf(last.after), rowId)
  const field = was && is ? FIELDS.find((name) => was[name] !== is[name]) : undefined
  return failConflict({
    by: by?.name ?? '',
    at: last.createdAt.toISOString(),
    ...(was && is && field ? { field, before: was[field] ?? '', after: is[field] ?? '' } : {}),
  })
}

const holds = (rows: DraftRows, id: string) =>
  rows.tasks.some((row) => row.id === id) || rows.provisions.some((row) => row.id === id)

const taskIn = (rows: DraftRows, id: string): DraftTask | undefined => rows.tasks.find((row) => row.id === id)
