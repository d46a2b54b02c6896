import { beforeAll, describe, expect, test } from 'vitest'
import { can } from '@/domain/permissions/policy'
import { getComposer } from '@/server/reports/get-composer'
import { getReviewDesk } from '@/server/reports/get-review-desk'
import { listKnownEvidence } from '@/server/reports/list-known-evidence'
import { listReviewQueue } from '@/server/reports/list-review-queue'
import { getSignoff, listSignoffs } from '@/server/reports/list-signoffs'
import { loadReport } from '@/server/reports/load-report'
import { refreshTask } from '@/server/tasks/refresh-task'
import { buildDirective, buildDispatchedTask, ctxOf, NOW, testWorld } from '@/tests/factories'

const working = { status: 'in_progress' as const, acknowledgedAt: NOW }
const EVERYONE = [
  'leader',
  'office-head',
  'officer',
  'officer2',
  'inspector',
  'sysadmin',
  'auditor',
  'relief-head',
  'relief-liaison',
  'north-head',
  'north-city-head',
  'elderly-head',
]
const at = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000)

type Made = {
  unit: string
  status?: 'submitted' | 'awaiting_signoff' | 'accepted'
  by?: string
  urgency?: 'extra_urgent'
  minutes?: number
}
const made: Record<string, string> = {}

async function make(name: string, { unit, status = 'submitted', by, urgency, minutes = 10 }: Made) {
  const { db, org } = await testWorld()
  const directive = await buildDirective({ status: 'in_force', inForceAt: NOW, urgency: urgency ?? 'none' })
  const task = await buildDispatchedTask([{ unit, data: working }], {
    status: 'in_progress',
    directiveId: directive.id,
  })
  const report = await db.report.create({
    data: {
      assignmentId: task.assignments[0]?.id ?? '',
      seq: 1,
      status,
      claimedProgress: 30,
      done: '已办',
      nextStep: '再办',
      writtenById: org.personIds[by ?? `${unit}-liaison`] ?? '',
      sentForSignoffAt: at(minutes + 5),
      submittedAt: status === 'awaiting_signoff' ? null : at(minutes),
    },
  })
  await refreshTask(await ctxOf('officer'), task.id)
  made[name] = report.id
  return { task, report }
}

beforeAll(async () => {
  const { db, org } = await testWorld()
  await make('late', { unit: 'elderly', minutes: 10 })
  await make('early', { unit: 'elderly', minutes: 90 })
  await make('urgent', { unit: 'children', minutes: 1, urgency: 'extra_urgent' })
  await make('ownOfOfficer', { unit: 'relief', by: 'officer', minutes: 200 })
  await make('unsigned', { unit: 'relief', status: 'awaiting_signoff' })
  await make('done', { unit: 'centre', status: 'accepted' })
  // Handed down within one task: relief → north → north-city.
  const { task } = await make('lead', { unit: 'relief', minutes: 300 })
  const lead = task.assignments[0]
  const dates = {
    acknowledgeDueOn: lead?.acknowledgeDueOn ?? NOW,
    refuseDueOn: lead?.refuseDueOn ?? NOW,
    dispatchedAt: NOW,
  }
  let parent = lead?.id ?? ''
  for (const unit of ['north', 'north-city']) {
    const below = await db.assignment.create({
      data: {
        taskId: task.id,
        unitId: org.unitIds[unit] ?? '',
        part: 'local',
        parentAssignmentId: parent,
        ...working,
        ...dates,
      },
    })
    parent = below.id
    const report = await db.report.create({
      data: {
        assignmentId: below.id,
        seq: 1,
        status: 'submitted',
        claimedProgress: 10,
        done: '已办',
        writtenById: org.personIds[`${unit}-liaison`] ?? '',
        submittedAt: at(400),
      },
    })
    made[unit] = report.id
  }
})

const idsOf = async (account: string) => {
  const queue = await listReviewQueue(await ctxOf(account), { after: null, reportId: null })
  return queue.rows.map((row) => row.id)
}
const named = (ids: readonly string[]) =>
  ids.map((id) => Object.keys(made).find((name) => made[name] === id) ?? id)

describe('the review queue', () => {
  test('an officer sees the most urgent first, then the longest waiting; the own are absent and counted', async () => {
    const queue = await listReviewQueue(await ctxOf('officer'), { after: null, reportId: null })
    expect(named(queue.rows.map((row) => row.id))).toEqual(['urgent', 'lead', 'early', 'late'])
    expect(queue).toMatchObject({
      total: 4,
      own: 1,
      after: null,
      open: { id: made.urgent, place: 1, previousId: null },
    })
    expect(await idsOf('officer2')).toContain(made.ownOfOfficer)
  })

  test('a unit head sees what the unit itself handed down, nobody else anything', async () => {
    expect(named(await idsOf('relief-head'))).toEqual(['north'])
    expect(named(await idsOf('north-head'))).toEqual(['north-city'])
    for (const account of ['leader', 'inspector', 'sysadmin', 'relief-liaison', 'elderly-head'])
      expect(await idsOf(account)).toEqual([])
  })

  test('lists exactly what the policy lets each person review, each level what it handed down itself', async () => {
    const { db } = await testWorld()
    const reports = await db.report.findMany({ where: { status: 'submitted' }, select: { id: true } })
    for (const account of EVERYONE) {
      const ctx = await ctxOf(account)
      const allowed: string[] = []
      for (const { id } of reports) {
        const { facts } = await loadReport(ctx, id)
        const deeper = account === 'relief-head' && id === made['north-city']
        if (can(ctx.actor, 'report.review', facts) && !deeper) allowed.push(id)
      }
      expect(named(await idsOf(account)).sort(), account).toEqual(named(allowed).sort())
    }
  })

  test('begins after the last one of a page, also once that one has been reviewed, and knows what comes next', async () => {
    const ctx = await ctxOf('officer')
    const rest = await listReviewQueue(ctx, { after: made.lead ?? '', reportId: made.urgent ?? '' })
    expect(named(rest.rows.map((row) => row.id))).toEqual(['early', 'late'])
    expect(rest.open).toMatchObject({ id: made.urgent, place: 1 })
    expect(rest.total).toBe(4)
    const early = await listReviewQueue(ctx, { after: null, reportId: made.early ?? '' })
    expect(early.open).toMatchObject({ place: 3, nextId: made.late, previousId: made.lead })
  })

  test('opens the first report, or the one asked for; another’s is not found', async () => {
    const ctx = await ctxOf('officer')
    const first = await getReviewDesk(ctx, { after: null, reportId: null })
    expect(first.panes).toMatchObject([{ mayReview: true, report: { id: made.urgent } }, { mayReview: true }])
    expect(first.panes[1]?.report.id).toBe(first.queue.open?.nextId)
    const last = await getReviewDesk(ctx, { after: null, reportId: made.late ?? '' })
    expect(last.panes.map(({ report }) => report.id)).toEqual([made.late, made.urgent])
    const done = await getReviewDesk(ctx, { after: null, reportId: made.done ?? '' })
    expect(done.queue.open).toBeNull()
    expect(done.panes[0]).toMatchObject({ mayReview: false, report: { status: 'accepted' } })
    const own = await getReviewDesk(ctx, { after: null, reportId: made.ownOfOfficer ?? '' })
    expect(own.panes[0]?.mayReview).toBe(false)
    const foreign = getReviewDesk(await ctxOf('elderly-head'), { after: null, reportId: made.lead ?? '' })
    await expect(foreign).rejects.toMatchObject({ kind: 'not_found' })
    const unsigned = getReviewDesk(ctx, { after: null, reportId: made.unsigned ?? '' })
    await expect(unsigned).rejects.toMatchObject({ kind: 'not_found' })
  })
})

describe('the sign-off queue', () => {
  test('a head sees the own unit’s, oldest first; a liaison and other units none', async () => {
    const queue = await listSignoffs(await ctxOf('relief-head'), null)
    expect(queue).toMatchObject({ total: 1, rows: [{ id: made.unsigned }] })
    for (const account of ['relief-liaison', 'officer', 'elderly-head', 'leader'])
      expect((await listSignoffs(await ctxOf(account), null)).total).toBe(0)
  })

  test('opens for the head as it will be sent, and for nobody else', async () => {
    const id = made.unsigned ?? ''
    expect(await getSignoff(await ctxOf('relief-head'), id)).toMatchObject({
      waiting: true,
      own: false,
      report: { done: '已办' },
    })
    for (const account of ['relief-liaison', 'officer', 'elderly-head'])
      await expect(getSignoff(await ctxOf(account), id)).rejects.toMatchObject({ kind: 'not_found' })
  })
})

describe('the composer', () => {
  test('starts from the last report, says what stands in the way, and is not found for who may not write', async () => {
    const { db } = await testWorld()
    const { task } = await make('answered', { unit: 'south', status: 'accepted' })
    const ctx = await ctxOf('south-liaison')
    expect(await getComposer(ctx, task.no, null)).toMatchObject({
      step: 'write',
      open: null,
      obstacle: null,
      straight: false,
      start: { claimedProgress: 30, nextStep: '再办', done: '' },
      promise: { text: '再办' },
    })
    expect(await getComposer(await ctxOf('south-head'), task.no, null)).toMatchObject({ straight: true })
    await expect(getComposer(await ctxOf('officer'), task.no, null)).rejects.toMatchObject({
      kind: 'not_found',
    })
    await expect(getComposer(await ctxOf('north-head'), task.no, null)).rejects.toMatchObject({
      kind: 'not_found',
    })
    await db.assignment.updateMany({
      where: { taskId: task.id },
      data: { status: 'awaiting_acknowledgement' },
    })
    expect(await getComposer(ctx, task.no, null)).toMatchObject({
      obstacle: { code: 'report.assignment_not_open' },
    })
  })

  test('asks which assignment where the lead records for a unit without accounts too', async () => {
    const task = await buildDispatchedTask(
      [
        { unit: 'centre', data: working },
        { unit: 'finance', data: working },
      ],
      { status: 'in_progress' },
    )
    const ctx = await ctxOf('centre-liaison')
    const asked = await getComposer(ctx, task.no, null)
    expect(asked).toMatchObject({ step: 'choose', choices: [{ part: 'lead' }, { part: 'supporting' }] })
    const external = task.assignments.find((one) => one.part === 'supporting')?.id ?? ''
    expect(await getComposer(ctx, task.no, external)).toMatchObject({
      step: 'write',
      assignment: { part: 'supporting' },
      several: true,
    })
    expect(await listKnownEvidence(ctx, { assignmentId: external, words: '' })).toEqual([])
    await expect(getComposer(ctx, task.no, made.lead ?? '')).rejects.toMatchObject({ kind: 'not_found' })
  })
})
