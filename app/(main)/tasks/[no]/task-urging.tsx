import { ClientMessages } from '@/components/shared/client-messages'
import { TaskPeriodsSection } from '@/components/urges/task-periods'
import { TaskUrgesSection } from '@/components/urges/task-urges'
import { listPeriods } from '@/server/tasks/list-periods'
import { listTaskUrges } from '@/server/urges/list-urges'
import { requireCtx } from '@/server/web/ctx'

/** Periodic reports and urges of a task: read apart from the rest of its page. */
export async function TaskUrging({ no }: { no: number }) {
  const ctx = await requireCtx()
  const [periods, urges] = await Promise.all([listPeriods(ctx, no), listTaskUrges(ctx, no)])
  const empty = urges.urges.length === 0 && urges.targets.length === 0
  return (
    <>
      {periods && periods.parts.length > 0 ? <TaskPeriodsSection data={periods} today={ctx.today} /> : null}
      {empty ? null : (
        <ClientMessages namespaces={['urges']}>
          <TaskUrgesSection data={urges} today={ctx.today} />
        </ClientMessages>
      )}
    </>
  )
}
