import type { DraftDiff, DraftRows } from '@/domain/directives/draft/diff'
import type { Ctx } from '@/server/context'
import type { PlaceKey } from './place'
import type { Prisma } from '@/prisma/generated/client'

/** What undo and redo would do next for this person: the kind of act, or null. */
export type UndoState = { undo: string | null; redo: string | null; savedAt: string | null }

/** Appends one step to the undo list; what this person had undone can no longer be redone. */
export async function appendEdit(ctx: Ctx, key: PlaceKey, act: string, diff: DraftDiff): Promise<void> {
  const personId = ctx.actor.personId ?? ''
  const { directiveId, assignmentId } = key
  await ctx.tx.decompositionEdit.deleteMany({ where: { directiveId, assignmentId, personId, undone: true } })
  const last = await ctx.tx.decompositionEdit.findFirst({
    where: { directiveId, assignmentId },
    orderBy: { seq: 'desc' },
    select: { seq: true },
  })
  await ctx.tx.decompositionEdit.create({
    data: {
      directiveId,
      assignmentId,
      personId,
      act,
      seq: (last?.seq ?? 0) + 1,
      ...stored(diff),
      createdAt: ctx.now,
    },
    select: { id: true },
  })
}

/** The steps around this person's place in the undo list. */
export async function findSteps(ctx: Ctx, { directiveId, assignmentId }: PlaceKey) {
  const personId = ctx.actor.personId ?? ''
  const mine = { directiveId, assignmentId, personId }
  const undo = await ctx.tx.decompositionEdit.findFirst({
    where: { ...mine, undone: false },
    orderBy: { seq: 'desc' },
  })
  const redo = await ctx.tx.decompositionEdit.findFirst({
    where: { ...mine, undone: true },
    orderBy: { seq: 'asc' },
  })
  return { undo, redo }
}

/** What the buttons for undo and redo say, and when the draft was last saved. */
export async function undoStateOf(ctx: Ctx, key: PlaceKey): Promise<UndoState> {
  const { undo, redo } = await findSteps(ctx, key)
  const { directiveId, assignmentId } = key
  const last = await ctx.tx.decompositionEdit.findFirst({
    where: { directiveId, assignmentId },
    orderBy: { createdAt: 'desc' },
    select: { createdAt: true },
  })
  return { undo: undo?.act ?? null, redo: redo?.act ?? null, savedAt: last?.createdAt.toISOString() ?? null }
}

/** Rows of a stored step; written by this program alone, before cards had milestones and indicators without these. */
export function rowsOf(value: Prisma.JsonValue): DraftRows {
  const { tasks, provisions } = value as unknown as DraftRows
  const planned = { milestones: [], indicators: [] }
  return { tasks: tasks.map((task) => ({ ...planned, ...task })), provisions }
}

/** The undo list ends when the draft is sent. */
export async function endEdits(ctx: Ctx, { directiveId, assignmentId }: PlaceKey): Promise<void> {
  await ctx.tx.decompositionEdit.deleteMany({ where: { directiveId, assignmentId } })
}

function stored(diff: DraftDiff) {
  return {
    before: diff.before as unknown as Prisma.InputJsonValue,
    after: diff.after as unknown as Prisma.InputJsonValue,
  }
}
