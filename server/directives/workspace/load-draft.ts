import { inTextOrder, type Draft, type DraftPart, type DraftTask } from '@/domain/directives/draft/model'
import { readPartReason } from '@/domain/directives/draft/part-reason'
import { pathSchema } from '@/domain/indicators/indicator'
import type { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { toLocalDate, toLocalDateOrNull } from '@/server/dates'
import { INDICATOR_COLUMNS } from '@/server/indicators/indicator-columns'

/** The columns of a task that the workspace edits. */
export const DRAFT_TASK = {
  id: true,
  no: true,
  title: true,
  expectedResult: true,
  remark: true,
  groupTitle: true,
  kind: true,
  cycle: true,
  cycleDay: true,
  dueOn: true,
  dueBasis: true,
  dueBasisText: true,
  responsibleLeaderId: true,
  responsiblePersonId: true,
  whole: true,
  cascade: true,
  status: true,
  draftState: true,
  reasons: true,
  closeReason: true,
  sort: true,
  version: true,
  provisions: { select: { provisionId: true } },
  milestones: {
    where: { droppedReason: null },
    orderBy: [{ dueOn: 'asc' }, { sort: 'asc' }],
    select: { id: true, title: true, dueOn: true },
  },
  indicators: {
    where: { droppedReason: null },
    orderBy: [{ sort: 'asc' }, { id: 'asc' }],
    select: INDICATOR_COLUMNS,
  },
  draftParts: { orderBy: [{ sort: 'asc' }, { id: 'asc' }] },
} satisfies Prisma.TaskSelect

/** The draft of a directive as the domain reckons with it: sentences and the office's tasks, in text order. */
export async function loadDraft(ctx: Ctx, directive: { id: string; text: string }): Promise<Draft> {
  const provisions = await ctx.tx.provision.findMany({
    where: { directiveId: directive.id },
    orderBy: { start: 'asc' },
  })
  const tasks = await ctx.tx.task.findMany({
    where: { directiveId: directive.id, officeOwned: true },
    select: DRAFT_TASK,
  })
  return inTextOrder({
    text: directive.text,
    provisions: provisions.map(({ id, start, end, path, class: kind, reason, confirmedAt, version }) => {
      return { id, start, end, path, class: kind, reason, confirmed: confirmedAt !== null, version }
    }),
    tasks: tasks.map(toDraftTask),
  })
}

type Row = Prisma.TaskGetPayload<{ select: typeof DRAFT_TASK }>

/** A task as the workspace edits it. */
export function toDraftTask(row: Row): DraftTask {
  const { provisions: cited, draftParts, dueOn, milestones, indicators, ...task } = row
  return {
    ...task,
    dueOn: toLocalDateOrNull(dueOn),
    milestones: milestones.map((one) => ({ ...one, dueOn: toLocalDate(one.dueOn) })),
    indicators: indicators.map((one) => ({ ...one, path: pathSchema.parse(one.path) })),
    provisionIds: cited.map((one) => one.provisionId),
    parts: draftParts.map(
      ({ taskId: _taskId, reason, ...part }): DraftPart => ({ ...part, reason: readPartReason(reason) }),
    ),
  }
}
