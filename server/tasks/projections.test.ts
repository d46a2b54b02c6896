// Lights, figures and whose move are derived in domain/; lists and figures read what was kept of them. On generated tasks in every state, at
// several days, both must say the same: for every row and for every number.
import { beforeAll, describe, expect, test } from 'vitest'
import { addDays, localDateIn, type LocalDate } from '@/domain/calendar/local-date'
import type { UnitMetric } from '@/domain/org/unit-figures'
import { UNIT_METRICS } from '@/domain/tasks/metrics'
import { parseLedgerFilter } from '@/domain/tasks/ledger-filter'
import { lightOf, type Light } from '@/domain/tasks/light'
import {
  isOpenTask,
  isRunningTask,
  TASK_STATUSES,
  UNDISPATCHED_TASK_STATUSES,
} from '@/domain/tasks/lifecycle'
import {
  acceptedFirstTime,
  acknowledgedOnTime,
  completedOnTime,
  extensionsPerTask,
  overdueShare,
  reportedOnTime,
  returnedShare,
  verifiedShare,
  workingDaysToComplete,
  type Ratio,
} from '@/domain/tasks/metrics'
import { sumOf, type LightFigures } from '@/domain/tasks/overview-lights'
import { ASSIGNMENT_STATUSES, isActiveAssignment } from '@/domain/tasks/assignment-lifecycle'
import { whoseMove } from '@/domain/tasks/whose-move'
import type { AssignmentStatus, TaskStatus } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { fromLocalDate, toLocalDate, toLocalDateOrNull } from '@/server/dates'
import { countTasksByLight } from '@/server/directives/light-counts'
import { readUnitMetrics } from '@/server/org/unit-metrics'
import { countTasks, countViews } from '@/server/tasks/count-tasks'
import { readOverviewFigures } from '@/server/tasks/get-overview'
import { countLightsOn } from '@/server/tasks/light-history'
import { refreshDueLights, refreshTasks } from '@/server/tasks/refresh-task'
import { lightFactsOf, moveFactsOf, standingSelect, type StandingTask } from '@/server/tasks/standing'
import { buildDirective, buildDispatchedTask, ctxOf, NOW, testWorld } from '@/tests/factories'

const SEED = 20200410
const TASKS = 90
const UNITS = ['relief', 'elderly', 'children', 'centre', 'north', 'south']

/** A small generator of numbers that always gives the same ones. */
function numbers(seed: number) {
  let state = seed >>> 0
  const next = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32
  const upTo = (limit: number) => Math.floor(next() * limit)
  return { upTo, oneOf: <T>(list: readonly T[]): T => list[upTo(list.length)] as T }
}
const { upTo, oneOf } = numbers(SEED)
const onDay = (days: number) => new Date(NOW.getTime() + days * 86_400_000)
const directiveIds: string[] = []

async function makePart(
  unit: string,
  task: TaskStatus,
): Promise<{ status: AssignmentStatus; days: number; unit: string }> {
  const early = ['awaiting_acknowledgement', 'refused', 'replaced'] as const
  const status =
    task === 'dispatched'
      ? oneOf(early.slice(0, 2))
      : task === 'completed' || task === 'struck_off' || task === 'archived'
        ? oneOf(['accepted', 'waived'] as const)
        : oneOf(ASSIGNMENT_STATUSES.filter((one) => one !== 'replaced'))
  return { status, days: upTo(60), unit }
}

async function makeTask(directiveId: string) {
  const { db, org } = await testWorld()
  const status = oneOf(TASK_STATUSES)
  if (UNDISPATCHED_TASK_STATUSES.includes(status)) {
    await db.task.create({
      data: {
        directiveId,
        ownerUnitId: org.unitIds.office ?? '',
        createdById: org.personIds.officer ?? '',
        title: `第 ${upTo(1000)} 件事`,
        status,
        submittedAt: status === 'draft' ? null : NOW,
      },
    })
    return
  }
  const ongoing = upTo(4) === 0
  const dueOn = fromLocalDate(addDays('2020-04-10', upTo(120) - 3))
  const chosen = UNITS.slice(0, 1 + upTo(3))
  const parts = await Promise.all(chosen.map((unit) => makePart(unit, status)))
  const closed = status === 'completed' || status === 'struck_off' || status === 'archived'
  const task = await buildDispatchedTask(
    parts.map(({ unit, status: part }) => ({
      unit,
      data: {
        status: part,
        acknowledgedAt: part === 'awaiting_acknowledgement' || part === 'refused' ? null : onDay(upTo(3)),
        ...(part === 'refused' ? { refusedAt: NOW, refusalReason: '不归本司' } : {}),
        ...(part === 'accepted' ? { acceptedAt: onDay(upTo(40)) } : {}),
      },
    })),
    {
      directiveId,
      status,
      dueOn,
      kind: ongoing ? 'ongoing' : 'time_boxed',
      cycle: ongoing ? oneOf(['weekly', 'monthly'] as const) : null,
      ...(closed ? { completedAt: NOW, completedOn: fromLocalDate(addDays('2020-04-10', upTo(50))) } : {}),
      ...(status === 'suspended'
        ? { statusBeforeSuspension: 'in_progress', suspendedAt: onDay(upTo(5)) }
        : {}),
    },
  )
  const writtenById = org.personIds['relief-head'] ?? ''
  for (const { id, status: part } of task.assignments) {
    if (part === 'awaiting_acknowledgement' || part === 'refused') continue
    for (let seq = 1, reports = upTo(3); seq <= reports; seq++) {
      const outcome = oneOf(['submitted', 'accepted', 'returned', 'withdrawn'] as const)
      const submittedAt = onDay(seq * 4 + upTo(4))
      const report = await db.report.create({
        data: {
          assignmentId: id,
          seq,
          kind: 'progress',
          status: outcome,
          claimedProgress: upTo(101),
          done: '进展',
          writtenById,
          submittedById: writtenById,
          submittedAt,
        },
      })
      if (outcome !== 'accepted' && outcome !== 'returned') continue
      const review = { reportId: report.id, reviewerId: org.personIds.officer ?? '', reviewedAt: submittedAt }
      await db.review.create({
        data:
          outcome === 'accepted'
            ? { ...review, decision: 'accept', verifiedProgress: upTo(101), basis: 'document' }
            : { ...review, decision: 'return', returnKind: 'other', reason: '不全' },
      })
    }
  }
}

beforeAll(async () => {
  const { db } = await testWorld()
  for (let at = 0; at < 4; at++)
    directiveIds.push((await buildDirective({ status: 'in_force', inForceAt: NOW })).id)
  for (let at = 0; at < TASKS; at++) await makeTask(oneOf(directiveIds))
  const ids = await db.task.findMany({ select: { id: true } })
  await refreshTasks(
    await contextOn(0),
    ids.map((row) => row.id),
  )
}, 180_000)

async function contextOn(days: number, account = 'leader'): Promise<Ctx> {
  return ctxOf(account, onDay(days))
}
async function readAll() {
  const { db } = await testWorld()
  const kept = {
    light: true,
    directiveId: true,
    completedLate: true,
    move: true,
    claimedProgress: true,
  } as const
  const assignments = { select: { ...standingSelect.assignments.select, light: true } } as const
  return db.task.findMany({ select: { ...standingSelect, ...kept, assignments }, orderBy: { no: 'asc' } })
}
type Row = Awaited<ReturnType<typeof readAll>>[number]
const NO_PAUSE = [] as const

/** What domain/ says of a row today: its light, late or not, and whose move it is. */
function derived(ctx: Ctx, task: StandingTask) {
  const lead = task.assignments.find((one) => one.part === 'lead' && isActiveAssignment(one.status))
  const look = (of: 'task' | 'assignment', part: StandingTask['assignments'][number] | undefined) =>
    lightOf(lightFactsOf(ctx, task, part, NO_PAUSE, of), ctx.settings, ctx.calendar, ctx.today)
  const view = look('task', lead)
  return {
    light: view.light,
    late: view.light === 'done' && view.late,
    move: whoseMove(moveFactsOf(task, ctx.settings.zone)),
    parts: task.assignments.map((part) => look('assignment', part).light),
  }
}

/** The name under which a task is counted by the office's figures; null: under none. */
function counted(row: Row, light: Light | null, late: boolean): string | null {
  if (UNDISPATCHED_TASK_STATUSES.includes(row.status) && row.status !== 'declined') return null
  return light === 'done' && late ? 'late' : light
}

/** What the overview counted on the days gone through so far. */
const countedOn = new Map<LocalDate, LightFigures>()

test('the generated tasks show every light at some time', async () => {
  const ctx = await contextOn(27)
  const seen = new Set(
    (await readAll()).flatMap((row) => [derived(ctx, row).light, ...derived(ctx, row).parts]),
  )
  expect([...seen].sort()).toEqual([null, 'done', 'idle', 'off', 'ok', 'risk'].sort())
})

describe.each([0, 3, 11, 27, 45, 70])('%i days later', (days) => {
  let ctx: Ctx
  let rows: Row[]
  beforeAll(async () => {
    ctx = await contextOn(days)
    while ((await refreshDueLights(ctx, 40)) > 0);
    rows = await readAll()
  }, 60_000)

  test('every row keeps the light, the lateness and the move that domain/ derives', () => {
    const kept = rows.map((row) => ({
      light: row.light,
      late: row.completedLate,
      move: row.move,
      parts: row.assignments.map((part) => part.light),
    }))
    expect(kept).toEqual(rows.map((row) => derived(ctx, row)))
  })

  test('the history’s last word on every task is what is kept of it, and its counts by light are today’s', async () => {
    const { db } = await testWorld()
    const differ = await db.$queryRaw<{ no: number }[]>`
      SELECT t.no FROM tasks t LEFT JOIN LATERAL (SELECT * FROM task_standings h WHERE h.task_id = t.id ORDER BY h.at DESC, h.id DESC LIMIT 1) h ON TRUE
      WHERE t.dispatched_at IS NOT NULL AND (h.status, h.light::text, h.lead_unit_id, h.claimed, h.verified) IS DISTINCT FROM
        (t.status, CASE WHEN t.completed_late THEN 'late' ELSE t.light::text END, t.lead_unit_id, t.claimed_progress, t.verified_progress)`
    expect(differ).toEqual([])
    const { total } = await readOverviewFigures(ctx)
    countedOn.set(ctx.today, total)
    const days = [...countedOn.keys()]
    const [series] = await countLightsOn(ctx, days)
    expect(series?.now).toEqual(total)
    // What was counted on each earlier day is what its history says of it now.
    expect(series?.on).toEqual(days.map((day) => countedOn.get(day)))
  })

  test('every number of the ledger, the overview and the directives is the number of such rows', async () => {
    const facts = rows.map((row) => ({ row, ...derived(ctx, row) }))
    const open = facts.filter(({ row }) => isOpenTask(row.status) && row.status !== 'draft')
    const views = await countViews(ctx)
    expect(views.open).toBe(open.length)
    expect(views.off).toBe(open.filter((one) => one.light === 'off').length)
    const shown = (name: string) =>
      facts.filter(({ row, light, late }) => row.status !== 'draft' && counted(row, light, late) === name)
        .length
    const { total } = await readOverviewFigures(ctx)
    for (const name of ['off', 'risk', 'ok', 'idle', 'done', 'late'] as const) {
      expect([name, total[name]]).toEqual([name, shown(name)])
      const filter = parseLedgerFilter({ view: 'all', light: name })
      expect([name, await countTasks(ctx, filter)]).toEqual([name, shown(name)])
    }
    expect(sumOf(total)).toBe(
      facts.filter(({ row, light }) => light !== null && counted(row, light, false)).length,
    )
    const byDirective = await countTasksByLight(ctx, directiveIds)
    for (const id of directiveIds) {
      const of = facts.filter(({ row }) => row.directiveId === id)
      const counts: Partial<Record<string, number>> = byDirective.get(id) ?? {}
      for (const name of ['off', 'risk', 'ok', 'done', 'late'])
        expect([name, counts[name] ?? 0]).toEqual([
          name,
          of.filter(({ row, light, late }) => counted(row, light, late) === name).length,
        ])
      for (const status of ['suspended', 'terminated'])
        expect([status, counts[status] ?? 0]).toEqual([
          status,
          of.filter(({ row }) => row.status === status).length,
        ])
    }
  })
})

/** What domain/tasks/metrics.ts says of a unit, from its rows taken one by one. */
async function derivedMetrics(ctx: Ctx, unitId: string): Promise<Record<UnitMetric, Ratio>> {
  const { db } = await testWorld()
  const day = (at: Date | null) => at && localDateIn(at, ctx.settings.zone)
  const parts = await db.assignment.findMany({
    where: { unitId, status: { not: 'replaced' }, task: { officeOwned: true } },
    include: { task: true, periods: { include: { report: true } }, reports: { include: { review: true } } },
  })
  const records = parts.map(({ status, task, ...part }) => ({
    counts: status === 'accepted' || (status !== 'waived' && isRunningTask(task.status)),
    acknowledgeDueOn: toLocalDate(part.acknowledgeDueOn),
    acknowledgedOn: day(part.acknowledgedAt),
    dueOn: task.kind === 'ongoing' ? null : toLocalDateOrNull(part.dueOn),
    completedOn: status === 'accepted' ? day(part.acceptedAt) : null,
  }))
  const counted = records.filter((one) => one.counts)
  const reports = parts.flatMap((part) =>
    part.reports.flatMap((report) => {
      const submittedOn = day(report.submittedAt)
      if (!submittedOn || report.status === 'withdrawn') return []
      const { review, seq } = report
      return [
        {
          decision: review?.decision ?? null,
          first: seq === 1,
          basis: review?.basis ?? null,
        },
      ]
    }),
  )
  const periods = parts.flatMap((part) =>
    part.periods
      .filter((period) => period.excusedAt === null)
      .map(({ dueOn, report }) => ({
        dueOn: toLocalDate(dueOn),
        // A report that was withdrawn serves no period.
        submittedOn: report && report.status !== 'withdrawn' ? day(report.submittedAt) : null,
      })),
  )
  const tasks = parts.map(({ task, ...part }) => ({
    dispatchedOn: localDateIn(part.dispatchedAt, ctx.settings.zone),
    completedOn: part.status === 'accepted' ? day(part.acceptedAt) : null,
    extensions: task.extensionCount,
  }))
  return {
    acknowledged_on_time: acknowledgedOnTime(records, ctx.today),
    reported_on_time: reportedOnTime(periods, ctx.today),
    completed_on_time: completedOnTime(counted, ctx.today),
    overdue: overdueShare(counted, ctx.today),
    returned: returnedShare(reports),
    accepted_first_time: acceptedFirstTime(reports),
    verified: verifiedShare(reports),
    extensions_per_task: extensionsPerTask(tasks),
    working_days_to_complete: workingDaysToComplete(tasks, ctx.calendar),
  }
}

test('the figures of every unit are those that domain/ derives from its rows, numerator and denominator', async () => {
  const { db, org } = await testWorld()
  // Every third report served a period that fell due a day or two before or after it came.
  const reports = await db.report.findMany({ where: { submittedAt: { not: null } }, orderBy: { id: 'asc' } })
  for (const [at, { id, assignmentId, submittedAt, seq }] of reports.entries()) {
    if (at % 3 || !submittedAt) continue
    const dueOn = fromLocalDate(addDays(localDateIn(submittedAt, 'Asia/Shanghai'), upTo(5) - 2))
    const startsOn = fromLocalDate(addDays('2020-01-01', seq))
    await db.reportPeriod.create({
      data: {
        assignmentId,
        n: seq,
        startsOn,
        endsOn: dueOn,
        dueOn,
        openedAt: NOW,
        reportId: id,
        servedOn: dueOn,
      },
    })
  }
  // Some periods went by without a report; of those that a pause excused nothing is said.
  const parts = await db.assignment.findMany({ orderBy: { id: 'asc' }, select: { id: true } })
  await db.reportPeriod.createMany({
    data: parts.map(({ id }, at) => ({
      ...{
        assignmentId: id,
        n: 99,
        startsOn: fromLocalDate('2020-03-01'),
        endsOn: fromLocalDate('2020-03-31'),
      },
      ...{
        dueOn: fromLocalDate(at % 2 ? '2020-03-31' : '2020-12-31'),
        openedAt: NOW,
        excusedAt: at % 5 ? null : NOW,
      },
    })),
  })
  const ctx = await contextOn(45)
  const unitIds = [...UNITS, 'north-city'].map((code) => org.unitIds[code] ?? '')
  const read = await readUnitMetrics(ctx, { unitIds, fromOn: '2020-01-01', toOn: '2020-12-31' })
  for (const unitId of unitIds) expect(read.get(unitId)).toEqual(await derivedMetrics(ctx, unitId))
  const relief = read.get(org.unitIds.relief ?? '')
  for (const metric of UNIT_METRICS.filter((one) => one !== 'extensions_per_task'))
    expect([metric, (relief?.[metric].denominator ?? 0) > 0]).toEqual([metric, true])
})
