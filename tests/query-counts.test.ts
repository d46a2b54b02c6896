// No query in a loop: what a page asks of the database does not grow with what it shows (screens.md §19).
import { beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '@/domain/calendar/local-date'
import { parseLedgerFilter } from '@/domain/tasks/ledger-filter'
import { parseOverview } from '@/domain/tasks/overview-view'
import type { Ctx } from '@/server/context'
import { fromLocalDate } from '@/server/dates'
import { getDesk } from '@/server/notifications/get-desk'
import { getUnitFigures, listUnitFigures } from '@/server/org/list-unit-figures'
import { parseStatementAddress } from '@/domain/statements/list-address'
import { createStatements } from '@/server/statements/create-statements'
import { listAllStatements } from '@/server/statements/list-all-statements'
import { countViews } from '@/server/tasks/count-tasks'
import { readOverview } from '@/server/tasks/get-overview'
import { ledgerChoices } from '@/server/tasks/ledger-choices'
import { listGroups } from '@/server/tasks/list-groups'
import { listTasks } from '@/server/tasks/list-tasks'
import { listTimeline } from '@/server/tasks/list-timeline'
import { listViews } from '@/server/tasks/list-views'
import { refreshTasks } from '@/server/tasks/refresh-task'
import { buildDirective, buildDispatchedTask, ctxOf, NOW, runAs, testWorld } from './factories'

const UNITS = ['relief', 'elderly', 'children', 'north', 'south', 'north-city'] as const

async function addTasks(many: number): Promise<void> {
  const inForce = { status: 'in_force' as const, inForceAt: NOW }
  const directives = [await buildDirective(inForce), await buildDirective(inForce)]
  const ids: string[] = []
  for (let n = 0; n < many; n++) {
    const dueOn = fromLocalDate(addDays('2020-04-02', n % 30))
    const task = await buildDispatchedTask(
      [
        { unit: UNITS[n % 6] ?? 'relief', data: { status: 'in_progress', acknowledgedAt: NOW } },
        { unit: UNITS[(n + 1) % 6] ?? 'relief' },
      ],
      { directiveId: directives[n % 2]?.id, status: 'in_progress', dueOn, originalDueOn: dueOn },
    )
    ids.push(task.id)
  }
  await refreshTasks(await ctxOf('officer'), ids)
  const { org } = await testWorld()
  for (const { id } of directives) {
    const led = UNITS.filter((_, at) => at % 2 === directives.findIndex((one) => one.id === id))
    await runAs('officer', createStatements, {
      directiveId: id,
      unitIds: led.map((unit) => org.unitIds[unit] ?? ''),
    })
  }
}

/** How many operations `read` asks of the database. */
async function countOf(account: string, read: (ctx: Ctx) => Promise<unknown>): Promise<number> {
  const { db } = await testWorld()
  let asked = 0
  const counting = db.$extends({
    query: {
      $allOperations({ args, query }) {
        asked += 1
        return query(args)
      },
    },
  })
  await read({ ...(await ctxOf(account)), tx: counting as unknown as Ctx['tx'] })
  return asked
}

const filter = (query: Record<string, string>) => parseLedgerFilter({ view: 'all', ...query })
/** What pages read, each with the most operations that it may take: re-base with a reason, never to silence. */
const PAGES: readonly [string, number, string, (ctx: Ctx) => Promise<unknown>][] = [
  [
    'the ledger',
    8,
    'officer',
    (ctx) => Promise.all([listTasks(ctx, filter({})), countViews(ctx), ledgerChoices(ctx), listViews(ctx)]),
  ],
  ['the ledger of a unit', 4, 'relief-head', (ctx) => listTasks(ctx, filter({}))],
  ['the ledger compared', 5, 'officer', (ctx) => listTasks(ctx, filter({ since: '2020-04-03' }))],
  ['the ledger in groups', 5, 'officer', (ctx) => listGroups(ctx, filter({ group: 'lead' }))],
  ['the board', 4, 'officer', (ctx) => listGroups(ctx, filter({ as: 'board' }))],
  ['the timetable', 4, 'officer', (ctx) => listTimeline(ctx, filter({ as: 'timeline' }))],
  ['the overview', 14, 'leader', (ctx) => readOverview(ctx, parseOverview({}, ctx.today))],
  ['the units', 8, 'leader', (ctx) => listUnitFigures(ctx)],
  ['a unit', 9, 'relief-head', (ctx) => getUnitFigures(ctx, 'relief')],
  ['the statements', 9, 'officer', (ctx) => listAllStatements(ctx, parseStatementAddress({}))],
  ['the desk', 11, 'officer', (ctx) => getDesk(ctx, {})],
]

describe('the number of queries', () => {
  const few = new Map<string, number>()
  beforeAll(async () => {
    await addTasks(6)
    for (const [name, , account, read] of PAGES) few.set(name, await countOf(account, read))
    await addTasks(54)
  }, 180_000)

  test.each(PAGES)(
    'of %s is the same at six tasks and at sixty, and at most %d',
    async (name, most, account, read) => {
      const many = await countOf(account, read)
      expect(many).toBeGreaterThan(0)
      expect(many).toBe(few.get(name))
      expect(many).toBeLessThanOrEqual(most)
    },
  )
})
