import { beforeAll, describe, expect, test } from 'vitest'
import { indicatorsHref, parseIndicatorFilter } from '@/domain/indicators/indicator-filter'
import { listAllIndicators } from '@/server/indicators/list-all-indicators'
import { listIndicators } from '@/server/indicators/list-indicators'
import { loadTask } from '@/server/tasks/load-task'
import { setUpIndicator, setUpIndicatorSchema } from '@/server/indicators/set-up-indicator'
import { fileReport, fileReportSchema } from '@/server/reports/file-report'
import { buildDispatchedTask, ctxOf, NOW, runAs, testWorld } from '@/tests/factories'

const JUNE = new Date('2020-06-10T02:00:00Z')
const tasks: { id: string; no: number; directive: { no: number } }[] = []

/** A task of a unit (supported by the elderly bureau) with an indicator that rises from 0 to 100 by the end of June. */
async function taskWith(unit: string, value: string | null, more: object = {}) {
  const { db, org } = await testWorld()
  const working = { status: 'in_progress' as const, acknowledgedAt: NOW }
  const task = await buildDispatchedTask(
    [
      { unit, data: working },
      { unit: 'elderly', data: working },
    ],
    { status: 'in_progress' },
  )
  const form = {
    taskId: task.id,
    name: `指标 T${task.no}`,
    measure: '%',
    baseline: '0',
    target: '100',
    ...more,
  }
  await runAs('officer', setUpIndicator, setUpIndicatorSchema.parse(form))
  if (value !== null) {
    const indicator = await db.indicator.findFirstOrThrow({ where: { taskId: task.id } })
    const input = fileReportSchema.parse({
      assignmentId: task.assignments.find((one) => one.unitId === org.unitIds[unit])?.id,
      kind: 'progress',
      claimedProgress: '40',
      done: `走访 ${value} 户`,
      version: '',
      sameSeen: '1',
      indicatorIds: [indicator.id],
      indicatorDays: ['2020-06-10'],
      indicatorValues: [value],
    })
    await runAs(`${unit}-head`, fileReport, input, { now: JUNE })
  }
  tasks.push(task)
}

beforeAll(async () => {
  await taskWith('relief', '20')
  await taskWith('relief', '95')
  await taskWith('children', '30')
  await taskWith('children', null)
}, 60_000)

const board = async (account: string, query: Record<string, string> = {}) =>
  listAllIndicators(await ctxOf(account, JUNE), parseIndicatorFilter(query))

describe('all indicators', () => {
  test('an officer sees each with its standing; the counts are the rows behind their links', async () => {
    const all = await board('officer')
    expect(all.counts).toEqual({ all: 4, behind: 2, no_value: 1 })
    expect(all.rows.map((row) => row.task.no)).toEqual(tasks.map((task) => task.no))
    for (const show of ['all', 'behind', 'no_value'] as const) {
      const { rows, total } = await board('officer', { show })
      expect([show, rows.length, total]).toEqual([show, all.counts[show], all.counts[show]])
    }
  })

  test('each says the same as on the page of its task', async () => {
    const ctx = await ctxOf('officer', JUNE)
    const { rows } = await board('officer')
    for (const [at, { id }] of tasks.entries())
      expect([rows[at]?.indicator]).toEqual(await listIndicators(ctx, await loadTask(ctx, id)))
  })

  test('it is narrowed to a directive and to a unit, by what the address says', async () => {
    const [first] = tasks
    const one = await board('officer', { directive: `D${first?.directive.no ?? 0}` })
    expect(one.rows.map((row) => row.task.no)).toEqual([first?.no])
    const { rows, counts } = await board('officer', { unit: 'children' })
    expect(rows.map((row) => row.lead?.code)).toEqual(['children', 'children'])
    expect(counts).toEqual({ all: 2, behind: 1, no_value: 1 })
  })

  test('a unit sees its own; a supporter the name without the lead’s figure; others and administrators nothing', async () => {
    expect((await board('relief-head')).counts).toEqual({ all: 2, behind: 1, no_value: 0 })
    const supporter = await board('elderly-head')
    expect(supporter.counts).toEqual({ all: 4, behind: 0, no_value: 0 })
    expect(supporter.rows.every(({ indicator }) => indicator.total === null)).toBe(true)
    expect((await board('north-head')).total).toBe(0)
    expect((await board('sysadmin')).total).toBe(0)
  })

  test('pages follow one another without a gap', async () => {
    const { rows } = await board('officer')
    const after = rows[1]?.indicator.id ?? ''
    const next = await board('officer', { after })
    expect(next.rows.map((row) => row.task.no)).toEqual(tasks.slice(2).map((task) => task.no))
    expect(next.from).toBe(3)
  })

  test('counts say the same as the page of each task, for whoever asks; also split as a mean, and falling', async () => {
    await taskWith('relief', '55', { splitByUnit: 'on', aggregation: 'mean' })
    await taskWith('children', '55', { direction: 'down', baseline: '100', target: '0' })
    for (const account of ['officer', 'relief-head', 'elderly-head', 'children-head', 'north-head']) {
      const ctx = await ctxOf(account, JUNE)
      const { counts } = await board(account)
      const loaded = (await Promise.all(tasks.map(({ id }) => loadTask(ctx, id)))).filter(
        (task) => task.mayRead,
      )
      const shown = (await Promise.all(loaded.map((task) => listIndicators(ctx, task)))).flat()
      expect([account, counts]).toEqual([
        account,
        {
          all: shown.length,
          behind: shown.filter((one) => one.standing?.behind).length,
          no_value: shown.filter((one) => one.total !== null && one.total.value === null).length,
        },
      ])
    }
  })
})

test('an address that says nonsense says nothing', () => {
  const filter = parseIndicatorFilter({ show: 'x', directive: 'D9x', unit: "' OR 1", after: '7' })
  expect(filter).toEqual({ show: 'all', directive: null, unit: null, after: null })
  expect(indicatorsHref(parseIndicatorFilter({ show: 'behind', directive: 'd3', unit: 'shjz' }))).toBe(
    '/indicators?show=behind&directive=D3&unit=shjz',
  )
})
