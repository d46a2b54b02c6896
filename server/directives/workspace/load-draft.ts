import { inTextOrder, type Draft, type DraftPart, type DraftTask } from '@/domain/directives/draft/model'
import { readPartReason } from '@/domain/directives/draft/part-reason'
import type { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { toLocalDateOrNull } from '@/server/dates'

const TASK = {
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
    select: TASK,
  })
  return inTextOrder({
    text: directive.text,
    provisions: provisions.map(({ id, start, end, path, class: kind, reason, confirmedAt, version }) => {
      return { id, start, end, path, class: kind, reason, confirmed: confirmedAt !== null, version }
    }),
    tasks: tasks.map(({ provisions: cited, draftParts, dueOn, ...task }): DraftTask => {
      return {
        ...task,
        dueOn: toLocalDateOrNull(dueOn),
        provisionIds: cited.map((one) => one.provisionId),
        parts: draftParts.map(
          ({ taskId: _taskId, reason, ...part }): DraftPart => ({ ...part, reason: readPartReason(reason) }),
        ),
      }
    }),
  })
}
