import type { Ctx } from '@/server/context'
import { notify, type Notice } from '@/server/notifications/notify'
import type { LoadedTask } from '@/server/tasks/load-task'

/** A part that went from one unit to another. */
export type Replaced = {
  task: Pick<LoadedTask, 'id' | 'no' | 'title' | 'directive'>
  fromUnitId: string
  to: { id: string; name: string }
  reason: string
}

/** Most numbers that a notice names one by one. */
const NAMED = 20

/** Tells the unit that takes over and those that are relieved: each once, however many parts changed hands. */
export async function tellReplaced(ctx: Ctx, all: readonly Replaced[]): Promise<void> {
  const relieved = [...new Set(all.map((one) => one.fromUnitId))]
  const taking = [...new Set(all.map((one) => one.to.id))]
  await notify(
    ctx,
    ...taking.map((id) =>
      noticeOf(
        'assignment.dispatched',
        id,
        all.filter((one) => one.to.id === id),
      ),
    ),
    ...relieved.map((id) =>
      noticeOf(
        'assignment.replaced',
        id,
        all.filter((one) => one.fromUnitId === id),
      ),
    ),
  )
}

function noticeOf(event: string, unitId: string, of: readonly Replaced[]): Notice {
  const [first] = of
  const reason = first?.reason ?? ''
  const unit = first?.to.name ?? ''
  if (first && of.length === 1) {
    const { id, no, title } = first.task
    return { event, unitId, taskId: id, params: { no, title, unit, reason } }
  }
  const numbers = of.map(({ task }) => task.no).sort((a, b) => a - b)
  const more = numbers.length > NAMED ? ' …' : ''
  const title =
    numbers
      .slice(0, NAMED)
      .map((no) => `T${no}`)
      .join(' ') + more
  return { event, unitId, directiveId: directiveOf(of), params: { count: of.length, title, unit, reason } }
}

/** Its directive, where there is one alone; else one that is extra urgent, which is told by mail at once. */
function directiveOf(of: readonly Replaced[]): string | null {
  const directives = new Map(of.map(({ task }) => [task.directive.id, task.directive]))
  const all = [...directives.values()]
  const urgent = all.find((one) => one.urgency === 'extra_urgent')
  return (all.length === 1 ? all[0] : urgent)?.id ?? null
}
