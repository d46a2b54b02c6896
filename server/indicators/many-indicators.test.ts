import { expect, test } from 'vitest'
import { parseIndicatorFilter } from '@/domain/indicators/indicator-filter'
import { newId } from '@/lib/new-id'
import type { Prisma } from '@/prisma/generated/client'
import { fromLocalDate } from '@/server/dates'
import { INDICATORS_PAGE, listAllIndicators } from '@/server/indicators/list-all-indicators'
import { buildDispatchedTask, ctxOf, NOW, testWorld } from '@/tests/factories'

const MANY = 1_000
const DAYS = ['2020-05-10', '2020-06-10'] as const
const JUNE = new Date('2020-06-10T02:00:00Z')

/** Tasks with an indicator each, from 0 on 10 April to 100 on 30 June: of each ten four are behind, one has no value. */
async function seedMany() {
  const { db, org } = await testWorld()
  const first = await buildDispatchedTask(
    [
      { unit: 'relief', data: { status: 'in_progress' } },
      { unit: 'children', data: { status: 'in_progress' } },
    ],
    { status: 'in_progress' },
  )
  const { assignments, directive: _directive, no: _no, ...task } = first
  const tasks: Prisma.TaskCreateManyInput[] = []
  const parts: Prisma.AssignmentCreateManyInput[] = []
  const indicators: Prisma.IndicatorCreateManyInput[] = []
  const reports: Prisma.ReportCreateManyInput[] = []
  const values: Prisma.IndicatorValueCreateManyInput[] = []
  for (let at = 0; at < MANY; at++) {
    const taskId = newId()
    tasks.push({ ...task, id: taskId, sort: at } as Prisma.TaskCreateManyInput)
    const ids = assignments.map((one) => {
      const id = newId()
      parts.push({ ...one, id, taskId } as Prisma.AssignmentCreateManyInput)
      return id
    })
    const indicatorId = newId()
    indicators.push({ id: indicatorId, taskId, name: `指标 ${at}`, measure: '%', baseline: 0, target: 100 })
    if (at % 10 === 9) continue
    // What was said earlier counts no more.
    for (const [seq, asOf] of DAYS.entries()) {
      if (seq === 0 && at % 100 !== 0) continue
      const reportId = newId()
      const assignmentId = ids[0] ?? ''
      const written = { writtenById: org.personIds['relief-head'] ?? '', createdAt: NOW, updatedAt: NOW }
      const report = { claimedProgress: 10, status: 'accepted' as const, submittedAt: NOW, ...written }
      reports.push({ id: reportId, assignmentId, seq: seq + 1, ...report })
      const value = seq === 1 && at % 10 < 4 ? 30 : 90
      values.push({ indicatorId, assignmentId, asOf: fromLocalDate(asOf), value, reportId, createdAt: NOW })
    }
  }
  // In one transaction: a task is checked for its lead at the commit.
  await db.$transaction(
    async (tx) => {
      await tx.task.createMany({ data: tasks })
      await tx.assignment.createMany({ data: parts })
      await tx.indicator.createMany({ data: indicators })
      await tx.report.createMany({ data: reports })
      await tx.indicatorValue.createMany({ data: values })
    },
    { timeout: 100_000 },
  )
}

test('a thousand indicators are counted, narrowed and paged like a few', async () => {
  await seedMany()
  const ctx = await ctxOf('officer', JUNE)
  const board = (query: Record<string, string> = {}) => listAllIndicators(ctx, parseIndicatorFilter(query))
  const first = await board()
  const counts = { all: MANY, behind: MANY * 0.4, no_value: MANY * 0.1 }
  expect(first.counts).toEqual(counts)
  expect(first.rows.map(({ indicator }) => indicator.name)).toEqual(
    Array.from({ length: INDICATORS_PAGE }, (_, at) => `指标 ${at}`),
  )
  expect(first.choices.units.map((one) => one.code)).toEqual(['relief', 'children'])
  const behind = await board({ show: 'behind', unit: 'children' })
  expect([behind.counts, behind.total]).toEqual([counts, counts.behind])
  expect(behind.rows.every(({ indicator }) => indicator.standing?.behind)).toBe(true)
  const next = await board({ show: 'no_value', after: (await board({ show: 'no_value' })).next ?? '' })
  expect(next.from).toBe(INDICATORS_PAGE + 1)
  expect(next.rows[0]?.indicator.name).toBe(`指标 ${INDICATORS_PAGE * 10 + 9}`)
}, 120_000)
