import { TaskPreview } from '@/components/tasks/ledger/task-preview'
import { queryOf, type LedgerFilter } from '@/domain/tasks/ledger-filter'
import type { LedgerForm } from '@/domain/tasks/ledger-look'
import { parseTimeline } from '@/domain/tasks/timeline'
import type { Ctx } from '@/server/context'
import { countTasks, countViews } from '@/server/tasks/count-tasks'
import { getTask } from '@/server/tasks/get-task'
import { ledgerChoices, nameChosen } from '@/server/tasks/ledger-choices'
import { listGroups } from '@/server/tasks/list-groups'
import { listTasks } from '@/server/tasks/list-tasks'
import { listViews } from '@/server/tasks/list-views'
import { TaskTimeline } from './task-timeline'

type Address = Parameters<typeof parseTimeline>[0]

/** The forms that there are. */
const FORMS: readonly LedgerForm[] = ['table', 'board', 'timeline']

/** All that the ledger's page reads for an address: rows or groups, counts of the views, what its menus offer, the task in the drawer. */
export async function readLedger(ctx: Ctx, filter: LedgerFilter, address: Address) {
  const [data, counts, choices, named, preview, views] = await Promise.all([
    readRowsOf(ctx, filter, address),
    countViews(ctx),
    ledgerChoices(ctx),
    nameChosen(ctx, [...filter.lead, ...filter.unit], filter.directive),
    readPreview(ctx, filter.show),
    listViews(ctx),
  ])
  return {
    data,
    counts,
    choices,
    named,
    preview,
    views,
    total: data.total,
    query: queryOf(filter),
    forms: FORMS,
  }
}

async function readRowsOf(ctx: Ctx, filter: LedgerFilter, address: Address) {
  if (filter.as === 'timeline') {
    const window = parseTimeline(address, ctx.today)
    const timeline = <TaskTimeline ctx={ctx} filter={filter} window={window} />
    return { total: await countTasks(ctx, filter), page: null, groups: null, timeline }
  }
  const groups = await listGroups(ctx, filter)
  if (groups) return { total: groups.total, page: null, groups, timeline: null }
  const page = await listTasks(ctx, filter)
  return { total: page.total, page, groups: null, timeline: null }
}

/** What the person may not read is not there, as where the number does not exist. */
async function readPreview(ctx: Ctx, no: number | null) {
  if (no === null) return null
  const task = await getTask(ctx, no).catch(() => null)
  return { no, content: task ? <TaskPreview task={task} today={ctx.today} /> : false }
}
