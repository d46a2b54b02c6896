import { ClientMessages } from '@/components/shared/client-messages'
import { TaskPeriodsSection } from '@/components/urges/task-periods'
import { TaskUrgesSection } from '@/components/urges/task-urges'
import { requireCtx } from '@/server/web/ctx'
import { readTaskUrging } from './task-reads'

/** Periodic reports and urges of a task: read apart from the rest of its page. */
export async function TaskUrging({ no }: { no: number }) {
  const ctx = await requireCtx()
  const { periods, urges } = await readTaskUrging(no)
  return (
    <>
      {periods ? <TaskPeriodsSection data={periods} today={ctx.today} /> : null}
      {urges ? (
        <ClientMessages namespaces={['urges']}>
          <TaskUrgesSection data={urges} today={ctx.today} />
        </ClientMessages>
      ) : null}
    </>
  )
}
