import type { UrgeStatus } from '@/domain/urges/lifecycle'
import { can } from '@/domain/permissions/policy'
import { obstacleToUrge } from '@/domain/urges/rules'
import type { Ctx } from '@/server/context'
import { toLocalDate } from '@/server/dates'
import { localDateIn } from '@/domain/calendar/local-date'
import { findReadableTask } from '@/server/tasks/get-task'
import { readsReportsOf } from '@/server/tasks/task-reports'
import { readsSlip, visibleSlips } from '@/server/urges/scope'
import { readUrgeStandings } from '@/server/urges/urge-facts'

const PAGE = 50
const unit = { select: { name: true, nameEn: true } }

/** What of the slips is asked for. */
export const SLIP_VIEWS = ['open', 'lapsed', 'all'] as const
/** One of `SLIP_VIEWS`. */
export type SlipView = (typeof SLIP_VIEWS)[number]

const STATUS_OF: Readonly<Record<SlipView, readonly UrgeStatus[] | null>> = {
  open: ['sent'],
  lapsed: ['lapsed'],
  all: null,
}

/** 催办单 that the actor may read, newest first, fifty a page; `before` is the number of the last one seen. */
export async function listSlips(ctx: Ctx, view: SlipView, before: number | null) {
  const status = STATUS_OF[view]
  const where = { AND: [visibleSlips(ctx.actor), status ? { status: { in: [...status] } } : {}] }
  const [total, rows] = await Promise.all([
    ctx.tx.urgeSlip.count({ where }),
    ctx.tx.urgeSlip.findMany({
      where: { AND: [where, before ? { no: { lt: before } } : {}] },
      orderBy: { no: 'desc' },
      take: PAGE + 1,
      select: {
        id: true,
        no: true,
        level: true,
        status: true,
        answerByOn: true,
        answeredLate: true,
        sentOn: true,
        unit,
        senderUnit: unit,
        _count: { select: { urges: true } },
      },
    }),
  ])
  return {
    total,
    older: rows.length > PAGE ? (rows[PAGE - 1]?.no ?? null) : null,
    rows: rows.slice(0, PAGE).map(({ _count, answerByOn, sentOn, ...row }) => ({
      ...row,
      count: _count.urges,
      answerByOn: toLocalDate(answerByOn),
      sentOn: toLocalDate(sentOn),
      late: row.status === 'sent' && ctx.today > toLocalDate(answerByOn),
    })),
  }
}

export type SlipList = Awaited<ReturnType<typeof listSlips>>

/** Urges about a task that its page shows: those of the assignments whose reports the actor reads; and whom the actor may urge now. */
export async function listTaskUrges(ctx: Ctx, no: number) {
  const task = await findReadableTask(ctx, no)
  const read = task.assignments.filter((one) => readsReportsOf(ctx, one))
  const urges = await ctx.tx.urge.findMany({
    where: { assignmentId: { in: read.map((one) => one.id) } },
    orderBy: { slip: { no: 'desc' } },
    take: PAGE,
    include: {
      slip: { include: { senderUnit: unit } },
      assignment: { select: { unit } },
    },
  })
  const mine = task.assignments.filter(
    (one) => one.status !== 'replaced' && can(ctx.actor, 'urge.send', one.facts),
  )
  const standings = await readUrgeStandings(
    ctx,
    [task],
    mine.map((one) => one.id),
  )
  return {
    urges: urges.map(({ slip, assignment, ...urge }) => ({
      id: urge.id,
      slipNo: readsSlip(ctx.actor, slip) ? slip.no : null,
      level: slip.level,
      unit: assignment.unit,
      rule: urge.rule,
      factOn: toLocalDate(urge.factOn),
      status: urge.status,
      settled: urge.settledAt !== null,
      late: slip.answeredLate && urge.settledAt === null,
      sentOn: toLocalDate(slip.sentOn),
      answerByOn: toLocalDate(slip.answerByOn),
      answeredOn: slip.answeredAt ? localDateIn(slip.answeredAt, ctx.settings.zone) : null,
    })),
    open: urges.filter((one) => one.status === 'sent').length,
    targets: mine
      .filter((one) => {
        const standing = standings.get(one.id)
        return standing && obstacleToUrge({ ...standing, open: standing.open !== null }) === null
      })
      .map((one) => ({ id: one.id, part: one.part, unit: { name: one.unit.name, nameEn: one.unit.nameEn } })),
  }
}

export type TaskUrges = Awaited<ReturnType<typeof listTaskUrges>>
