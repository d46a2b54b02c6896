// What do the ledger's and the overview's queries cost by themselves, in process, for those who see all, much, and little?
import { addDays } from '@/domain/calendar/local-date'
import { parseLedgerFilter } from '@/domain/tasks/ledger-filter'
import { parseOverview } from '@/domain/tasks/overview-view'
import type { Ctx } from '@/server/context'
import { countViews } from '@/server/tasks/count-tasks'
import { getTask } from '@/server/tasks/get-task'
import { listUnitFigures } from '@/server/org/list-unit-figures'
import { readOverview } from '@/server/tasks/get-overview'
import { listTimeline } from '@/server/tasks/list-timeline'
import { countLightsOn, lightSeries } from '@/server/tasks/light-history'
import { listTasks } from '@/server/tasks/list-tasks'
import { readers, SEEN_AS } from './actors'
import { ms, percentile, printTable, timesOf } from './measure'
import { seedLedger } from './seed-ledger'

const RUNS = 60
const { DATABASE_URL = '', DATABASE_MIGRATION_URL = '' } = process.env
await seedLedger(DATABASE_MIGRATION_URL, DATABASE_URL)

const { db, today, ctxOf } = await readers(DATABASE_URL, 4)
const rows: string[][] = []

for (const { name, account } of SEEN_AS) {
  const ctx = await ctxOf(account)
  const filter = (query: Record<string, string>) => parseLedgerFilter(query)
  const first = await listTasks(ctx, filter({ view: 'all' }))
  const no = first.rows[0]?.no ?? 1
  const asked: [string, () => Promise<unknown>][] = [
    [`ledger, open (first of ${first.total})`, () => listTasks(ctx, filter({ view: 'open' }))],
    ['ledger, all', () => listTasks(ctx, filter({ view: 'all' }))],
    ['ledger, off course', () => listTasks(ctx, filter({ view: 'off' }))],
    ['counts of the views', () => countViews(ctx)],
    ['a task', () => getTask(ctx, no)],
    ...(name === 'office' ? ofAll(ctx) : []),
  ]
  for (const [what, act] of asked) {
    const times = await timesOf(RUNS, act)
    const mean = times.reduce((sum, one) => sum + one, 0) / times.length
    rows.push([what, name, ms(1000 / mean), ms(percentile(times, 50)), ms(percentile(times, 99))])
  }
}
/** What those who read all ask besides. */
function ofAll(ctx: Ctx): [string, () => Promise<unknown>][] {
  const monthAgo = addDays(today, -28)
  return [
    ['overview', () => readOverview(ctx, parseOverview({}, ctx.today))],
    ['units', () => listUnitFigures(ctx)],
    ['timetable', () => listTimeline(ctx, parseLedgerFilter({ view: 'all' }))],
    ['lights of 12 Mondays, per directive', () => lightSeries(ctx, 12, 'directive')],
    ['lights four weeks ago, in all', () => countLightsOn(ctx, [monthAgo])],
  ]
}

printTable(
  `Queries in process, one after another, ${RUNS} runs each`,
  ['query', 'seen as', 'per second', 'p50 ms', 'p99 ms'],
  rows,
)
await db.$disconnect()
process.exit(0)
