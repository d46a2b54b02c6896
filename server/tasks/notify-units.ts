import type { LocalDate } from '@/domain/calendar/local-date'
import type { Ctx } from '@/server/context'
import type { WorkspaceDirective } from '@/server/directives/workspace/load-workspace'
import { notify } from '@/server/notifications/notify'
import type { SentPart } from '@/server/tasks/dispatch-task'

/** Tells each unit once, however many tasks it was given; returns how many units were given any. */
export async function notifyUnits(
  ctx: Ctx,
  directive: Pick<WorkspaceDirective, 'id' | 'no' | 'title'>,
  sent: readonly SentPart[],
  acknowledgeDueOn: LocalDate,
): Promise<number> {
  const byUnit = new Map<string, SentPart[]>()
  for (const part of sent) byUnit.set(part.unitId, [...(byUnit.get(part.unitId) ?? []), part])
  await notify(
    ctx,
    ...[...byUnit].map(([unitId, parts]) => {
      const only = parts.length === 1 ? parts[0] : undefined
      return {
        unitId,
        event: 'task.dispatched',
        directiveId: directive.id,
        taskId: only?.taskId,
        params: {
          count: parts.length,
          lead: parts.filter((part) => part.part === 'lead').length,
          no: directive.no,
          title: directive.title,
          acknowledgeDueOn,
        },
      }
    }),
  )
  return byUnit.size
}
