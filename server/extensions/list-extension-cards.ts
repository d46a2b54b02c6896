import type { Ctx } from '@/server/context'
import { extensionSelect, extensionView } from '@/server/extensions/extension-view'

/** The requests of these assignments that wait for the office head or a leader, by assignment: what is decided on /decisions. */
export async function listExtensionCards(ctx: Ctx, assignmentIds: readonly string[]) {
  if (assignmentIds.length === 0) return new Map<string, ExtensionCard>()
  const rows = await ctx.tx.extension.findMany({
    where: {
      assignmentId: { in: [...assignmentIds] },
      status: { in: ['awaiting_office', 'awaiting_leader'] },
    },
    select: {
      ...extensionSelect,
      assignment: { select: { originalDueOn: true, unit: { select: { name: true, nameEn: true } } } },
    },
  })
  return new Map(rows.map(({ assignment, ...row }) => [row.assignmentId, cardOf(ctx, row, assignment)]))
}

type Row = Parameters<typeof extensionView>[1]
type Part = { originalDueOn: Date | null; unit: { name: string; nameEn: string } }

function cardOf(ctx: Ctx, row: Row, { originalDueOn, unit }: Part) {
  return { ...extensionView(ctx, row, { originalDueOn }), unit }
}

export type ExtensionCard = ReturnType<typeof cardOf>

/** 待领导决定: endorsed requests of the office's tasks that wait for a leader, longest waiting first: for the office head to follow. */
export async function listAwaitingLeader(ctx: Ctx, limit: number) {
  const rows = await ctx.tx.extension.findMany({
    where: {
      status: 'awaiting_leader',
      assignment: {
        parentAssignmentId: null,
        status: { in: ['acknowledged', 'in_progress'] },
        task: { officeOwned: true, status: { in: ['dispatched', 'in_progress'] } },
      },
    },
    orderBy: [{ endorsedAt: 'asc' }, { id: 'asc' }],
    take: limit,
    select: {
      ...extensionSelect,
      assignment: {
        select: {
          originalDueOn: true,
          unit: { select: { name: true, nameEn: true } },
          task: { select: { no: true, title: true } },
        },
      },
    },
  })
  return rows.map(({ assignment: { task, ...part }, ...row }) => ({ ...cardOf(ctx, row, part), task }))
}

export type AwaitingLeader = Awaited<ReturnType<typeof listAwaitingLeader>>[number]
