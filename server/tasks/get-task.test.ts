import { beforeAll, describe, expect, test } from 'vitest'
import { acknowledgeAssignment } from '@/server/tasks/acknowledge-assignment'
import { getTask } from '@/server/tasks/get-task'
import { refuseAssignment } from '@/server/tasks/refuse-assignment'
import { refreshTask } from '@/server/tasks/refresh-task'
import { listTaskHistory } from '@/server/tasks/task-history'
import { buildDirective, buildDispatchedTask, ctxOf, NOW, runAs, testWorld } from '@/tests/factories'

const SECRET = '本期新签协议两千一百四十份'
const DRAFT = '尚未审签的一段话'
const RETURNED = '没有分县数'
let task: Awaited<ReturnType<typeof buildDispatchedTask>>
let leadId = ''

/** Relief leads with a submitted, a returned and an unsigned report; elderly and children support. */
beforeAll(async () => {
  const { db, org } = await testWorld()
  const directive = await buildDirective({
    status: 'in_force',
    sentences: ['各地要((gè dì))，，逐人落实照料服务。', '会议强调要重视。'],
  })
  task = await buildDispatchedTask([{ unit: 'relief' }, { unit: 'elderly' }, { unit: 'children' }], {
    directiveId: directive.id,
  })
  leadId = task.assignments.find((one) => one.unitId === org.unitIds.relief)?.id ?? ''
  await runAs('relief-liaison', acknowledgeAssignment, { assignmentId: leadId, version: 1 })
  const writtenById = org.personIds['relief-liaison'] ?? ''
  const about = { assignmentId: leadId, writtenById }
  await db.report.create({
    data: {
      ...about,
      seq: 1,
      claimedProgress: 46,
      done: '旧',
      status: 'returned',
      submittedAt: new Date(NOW.getTime() + 1000),
      reviews: {
        create: {
          reviewerId: org.personIds.officer ?? '',
          decision: 'return',
          returnKind: 'doubtful',
          reason: RETURNED,
        },
      },
    },
  })
  await db.report.create({
    data: {
      ...about,
      seq: 2,
      claimedProgress: 50,
      done: SECRET,
      status: 'submitted',
      submittedById: org.personIds['relief-head'],
      submittedAt: new Date(NOW.getTime() + 2000),
      evidence: {
        create: {
          evidence: {
            create: {
              kind: 'reference',
              name: '进度表',
              reference: '民函〔2020〕31号',
              unitId: org.unitIds.relief ?? '',
              uploadedById: writtenById,
            },
          },
        },
      },
    },
  })
  await db.report.create({ data: { ...about, seq: 3, claimedProgress: 60, done: DRAFT } })
  await refreshTask(await ctxOf('officer'), task.id)
})

const page = async (account: string) => getTask(await ctxOf(account), task.no)

describe('what the page of a task carries', () => {
  test('the sentence is quoted cleaned, and as received', async () => {
    const { quotes } = await page('officer')
    expect(quotes).toHaveLength(1)
    expect(quotes[0]?.received).toContain('，，')
    expect(quotes[0]?.text).not.toContain('，，')
    expect(quotes[0]?.text).toContain('逐人落实照料服务')
  })

  test('the office, leaders, discipline and the lead read the reports; nobody outside the unit its draft', async () => {
    for (const account of ['officer', 'leader', 'inspector', 'relief-head']) {
      const text = JSON.stringify(await page(account))
      expect([account, text.includes(SECRET), text.includes(DRAFT)]).toEqual([account, true, false])
    }
  })

  test('a supporter gets the lead’s status and percentage, none of its words, and no more than the name of the other', async () => {
    const data = await page('elderly-liaison')
    const text = JSON.stringify(data)
    expect(text).not.toContain(SECRET)
    expect(text).not.toContain(RETURNED)
    expect(text).not.toContain('民函〔2020〕31号')
    expect(data.reports).toEqual([])
    const lead = data.parts.find((part) => part.part === 'lead')
    expect(lead).toMatchObject({ status: 'acknowledged', claimed: 50, verified: 0, next: null, light: null })
    const other = data.parts.find((part) => part.unit.code === 'children')
    expect(other).toMatchObject({ status: null, claimed: null, next: null })
    const own = data.parts.find((part) => part.unit.code === 'elderly')
    expect(own).toMatchObject({
      status: 'awaiting_acknowledgement',
      next: { act: 'acknowledge', on: '2020-04-13' },
      acts: { acknowledge: true, refuse: true, refuseDueOn: '2020-04-14' },
    })
  })

  test('the first act follows role and moment', async () => {
    expect((await page('elderly-liaison')).primary).toMatchObject({ act: 'acknowledge' })
    expect((await page('officer')).primary).toMatchObject({ act: 'review' })
    expect((await page('inspector')).primary).toBeNull()
    expect((await page('leader')).primary).toBeNull()
  })

  test('completing is no button while something is missing, and says what', async () => {
    const { acts } = await page('office-head')
    expect(acts.complete).toMatchObject({ possible: false })
    expect(acts.complete?.missing[0]).toMatchObject({
      code: 'task.units_not_accepted',
      params: { count: 3, total: 3 },
    })
    expect((await page('officer')).acts.complete).toBeNull()
    expect((await page('relief-head')).acts.complete).toBeNull()
  })
})

describe('the history of a task', () => {
  const history = async (account: string, kind: 'all' | 'flow' | 'report' | 'system' = 'all') =>
    listTaskHistory(await ctxOf(account), task.no, kind, null)

  test('names who did what, newest first', async () => {
    const { entries, total } = await history('officer')
    expect(entries.map((one) => one.event)).toEqual(['task.acknowledged', 'assignment.acknowledged'])
    expect(total).toBe(2)
    expect(entries[1]).toMatchObject({
      by: { name: '某relief-liaison' },
      role: 'liaison',
      unit: { name: '救助司' },
      about: { name: '救助司' },
    })
    expect((await history('officer', 'flow')).entries).toHaveLength(1)
    expect((await history('officer', 'system')).entries).toHaveLength(1)
  })

  test('a supporter does not read why another supporter refused', async () => {
    const { db, org } = await testWorld()
    const part = await db.assignment.findFirstOrThrow({
      where: { taskId: task.id, unitId: org.unitIds.children },
    })
    const reason = '儿童司的理由'
    await runAs('children-head', refuseAssignment, { assignmentId: part.id, version: part.version, reason })
    expect(JSON.stringify(await history('elderly-head'))).not.toContain(reason)
    expect(JSON.stringify(await page('elderly-head'))).not.toContain(reason)
    expect(JSON.stringify(await history('relief-head'))).toContain(reason)
    expect(JSON.stringify(await page('officer'))).toContain(reason)
  })
})

test('a task that its reader may not know of is not found by its number', async () => {
  for (const account of ['centre-head', 'auditor', 'sysadmin', 'south-head']) {
    await expect(page(account)).rejects.toMatchObject({ kind: 'not_found' })
    await expect(listTaskHistory(await ctxOf(account), task.no, 'all', null)).rejects.toMatchObject({
      kind: 'not_found',
    })
  }
  await expect(getTask(await ctxOf('officer'), 999_999)).rejects.toMatchObject({ kind: 'not_found' })
  await expect(getTask(await ctxOf('officer'), 99_999_999_999)).rejects.toMatchObject({ kind: 'not_found' })
})
