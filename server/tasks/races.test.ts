// What happens when people act at the same moment, on a real PostgreSQL over many connections. No sleeps: each race is run often enough to go
// either way.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '@/server/context'
import { fromLocalDate } from '@/server/dates'
import { createDb, type Db } from '@/server/db'
import { closeDirective } from '@/server/directives/close-directive'
import { isFailure } from '@/domain/errors'
import { fileReport } from '@/server/reports/file-report'
import { reviewReport } from '@/server/reports/review-report'
import { submitReport } from '@/server/reports/submit-report'
import { runCommand } from '@/server/run-command'
import { acknowledgeAssignment } from '@/server/tasks/acknowledge-assignment'
import { completeTask } from '@/server/tasks/complete-task'
import { reopenTask } from '@/server/tasks/reopen-task'
import { returnTask } from '@/server/tasks/return-task'
import { strikeOffTask } from '@/server/tasks/strike-off-task'
import { suspendTask } from '@/server/tasks/suspend-task'
import { testDatabase } from '@/tests/database'
import { actorOf, auditOf, buildDispatchedTask, NOW, testWorld } from '@/tests/factories'
import { reportIn, taskIn } from '@/tests/state-builders'

const ROUNDS = Array.from({ length: 10 }, (_, round) => round)
const PROVINCES = Array.from({ length: 31 }, (_, at) => `race-${at}`)
const TIME = 120_000

const clients: Db[] = []
beforeAll(async () => {
  const { appUrl } = await testDatabase()
  clients.push(createDb(appUrl, 8), createDb(appUrl, 8), createDb(appUrl, 8))
})
afterAll(() => Promise.all(clients.map((client) => client.$disconnect())))

type Command<I, R> = (ctx: Ctx, input: I) => Promise<R>

/** Runs a command as the account over one of three pools, as three processes would; the answer or the failure. */
async function at<I, R>(
  account: string,
  command: Command<I, R>,
  input: I,
  { key, now = NOW, client = 0 } = {} as { key?: string; now?: Date; client?: number },
) {
  const actor = await actorOf(account)
  const meta = { name: command.name, now, db: clients[client % clients.length], idempotencyKey: key }
  try {
    return { ok: true as const, value: await runCommand(actor, command, input, meta) }
  } catch (error) {
    if (!isFailure(error)) throw error
    return { ok: false as const, failure: error.failure }
  }
}
async function statusesOf(...ids: string[]): Promise<string[]> {
  const { db } = await testWorld()
  const rows = await db.task.findMany({ where: { id: { in: ids } }, select: { id: true, status: true } })
  return ids.map((id) => rows.find((row) => row.id === id)?.status ?? '')
}
const accepted = { status: 'accepted' as const, acknowledgedAt: NOW, acceptedAt: NOW }
const done = { completedAt: NOW, completedOn: fromLocalDate('2020-04-10'), conclusion: '已办完' }

describe('thirty-one provinces report at once on one task', () => {
  beforeAll(async () => {
    const { db, org } = await testWorld()
    for (const [sort, code] of PROVINCES.entries()) {
      const id = crypto.randomUUID()
      org.unitIds[code] = id
      const names = { name: code, shortName: code, nameEn: code, shortNameEn: code }
      const parentId = org.unitIds.ministry ?? ''
      const validFromOn = fromLocalDate('2018-01-01')
      await db.unit.create({
        data: {
          id,
          code,
          kind: 'province',
          ...names,
          parentId,
          path: [parentId, id],
          sort: 100 + sort,
          validFromOn,
        },
      })
      await db.person.create({
        data: {
          account: code,
          name: code,
          nameEn: code,
          grants: { create: { unitId: id, role: 'unit_head', validFromOn } },
        },
      })
    }
  }, TIME)

  /** A task in progress of all of them; the first leads. */
  const ofAll = () =>
    buildDispatchedTask(
      PROVINCES.map((unit, index) => ({
        unit,
        part: index === 0 ? ('lead' as const) : ('local' as const),
        data: { status: 'in_progress' as const, acknowledgedAt: NOW },
      })),
      { status: 'in_progress' },
    )
  const written = {
    done: '辖区内已全部摸底完毕，名单附后。',
    nextStep: '转入日常管理。',
    difficulty: '',
    helpNeeded: '',
  }

  test.each([0, 1, 2])(
    'none refuses another; nothing of the task is counted up',
    async () => {
      const { db, org } = await testWorld()
      const task = await ofAll()
      const filed = await Promise.all(
        PROVINCES.map((code, client) => {
          const assignmentId = task.assignments.find((one) => one.unitId === org.unitIds[code])?.id ?? ''
          const form = {
            ...written,
            kind: 'progress' as const,
            claimedProgress: 80,
            nextStepOn: '4-30',
            assignmentId,
          }
          return at(code, fileReport, { ...form, version: null, sameSeen: true }, { client })
        }),
      )
      expect(filed.filter((one) => !one.ok)).toEqual([])
      const reports = await db.report.findMany({
        where: { assignment: { taskId: task.id } },
        select: { seq: true, status: true },
      })
      expect(reports).toEqual(PROVINCES.map(() => ({ seq: 1, status: 'submitted' })))
      expect(await db.task.findUniqueOrThrow({ where: { id: task.id } })).toMatchObject({ version: 1 })
      expect(await auditOf(task.id)).toEqual([])
    },
    TIME,
  )

  test.each([0, 1, 2])(
    'all are done at once: the task goes under review, once',
    async () => {
      const { db, org } = await testWorld()
      const task = await ofAll()
      const drafts = await Promise.all(
        PROVINCES.map(async (code) => {
          const person = await db.person.findUniqueOrThrow({ where: { account: code }, select: { id: true } })
          const unitId = org.unitIds[code] ?? ''
          const by = { unitId, uploadedById: person.id }
          const evidence = await db.evidence.create({
            data: { kind: 'reference', reference: code, name: code, ...by },
          })
          return db.report.create({
            data: {
              ...written,
              kind: 'completion',
              claimedProgress: 100,
              seq: 1,
              assignmentId: task.assignments.find((one) => one.unitId === unitId)?.id ?? '',
              writtenById: person.id,
              evidence: { create: { evidenceId: evidence.id } },
            },
          })
        }),
      )
      const sent = await Promise.all(
        drafts.map(({ id }, client) =>
          at(PROVINCES[client] ?? '', submitReport, { reportId: id, version: 1 }, { client }),
        ),
      )
      expect(sent.filter((one) => !one.ok)).toEqual([])
      expect(await db.task.findUniqueOrThrow({ where: { id: task.id } })).toMatchObject({
        status: 'under_review',
        version: 2,
      })
      expect(await auditOf(task.id)).toEqual(['task.concluded'])
    },
    TIME,
  )
})

describe('a task is completed while what hangs on it comes back', () => {
  /** A task of the relief bureau under review, and a completed one that the bureau handed down from it. */
  async function family() {
    const { db, org } = await testWorld()
    const above = await taskIn('under_review')
    const part = await db.assignment.findFirstOrThrow({ where: { taskId: above.id }, select: { id: true } })
    const below = await taskIn('completed', {
      ownerUnitId: org.unitIds.relief ?? '',
      officeOwned: false,
      parentAssignmentId: part.id,
    })
    return { above, below }
  }

  test(
    'two colleagues complete, a leader reopens the child: never completed with an open child',
    async () => {
      const ends: string[] = []
      for (const round of ROUNDS) {
        const { above, below } = await family()
        const complete = { taskId: above.id, version: 1 }
        const reopen = { taskId: below.id, version: 1, reason: '结果有误', again: [] }
        const acts = [
          () => at('office-head', completeTask, complete, { client: 0 }),
          () => at('leader', reopenTask, reopen, { client: 1 }),
          () => at('leader', completeTask, complete, { client: 2 }),
        ]
        // Whoever is first in line has a start: rounds take turns.
        const [first, second, third] = await Promise.all(
          [...acts.slice(round % 3), ...acts.slice(0, round % 3)].map((act) => act()),
        )
        const end = (await statusesOf(above.id, below.id)).join(' ')
        expect(['completed completed', 'under_review in_progress']).toContain(end)
        expect([first, second, third].filter((one) => one?.ok)).toHaveLength(1)
        ends.push(end)
      }
      expect(ends).toHaveLength(ROUNDS.length)
    },
    TIME,
  )

  test(
    'completed or returned with a part below it asked for again: one of the two, whole',
    async () => {
      const { db } = await testWorld()
      for (const round of ROUNDS) {
        const task = await taskIn('under_review')
        const lead = await db.assignment.findFirstOrThrow({ where: { taskId: task.id } })
        const child = await db.assignment.create({
          data: {
            taskId: task.id,
            unitId: (await testWorld()).org.unitIds.north ?? '',
            part: 'local',
            parentAssignmentId: lead.id,
            dueOn: lead.dueOn,
            originalDueOn: lead.dueOn,
            acknowledgeDueOn: lead.acknowledgeDueOn,
            refuseDueOn: lead.refuseDueOn,
            dispatchedAt: NOW,
            ...accepted,
          },
        })
        const acts = [
          () => at('office-head', completeTask, { taskId: task.id, version: 1 }, { client: 0 }),
          () =>
            at(
              'officer',
              returnTask,
              { taskId: task.id, version: 1, reason: '补数据', again: [child.id] },
              { client: 1 },
            ),
        ]
        const answers = await Promise.all((round % 2 ? acts : acts.reverse()).map((act) => act()))
        expect(answers.filter((one) => one.ok)).toHaveLength(1)
        const open = await db.assignment.count({ where: { taskId: task.id, status: 'in_progress' } })
        expect([
          ['completed', 0],
          ['in_progress', 2],
        ]).toContainEqual([(await statusesOf(task.id))[0], open])
      }
    },
    TIME,
  )

  test(
    'a directive is closed while a task of it is reopened: never closed with an open task',
    async () => {
      const { db } = await testWorld()
      for (const round of ROUNDS) {
        const task = await buildDispatchedTask([{ unit: 'relief', data: accepted }], {
          ...done,
          status: 'completed',
        })
        const directiveId = task.directiveId
        const acts = [
          () => at('office-head', closeDirective, { directiveId, version: 1, reason: '' }, { client: 0 }),
          () =>
            at(
              'leader',
              reopenTask,
              { taskId: task.id, version: 1, reason: '有误', again: [] },
              { client: 1 },
            ),
        ]
        const answers = await Promise.all((round % 2 ? acts : acts.reverse()).map((act) => act()))
        const reopened = answers[round % 2 ? 1 : 0]
        expect(reopened?.ok).toBe(true)
        const directive = await db.directive.findUniqueOrThrow({ where: { id: directiveId } })
        expect([directive.status, ...(await statusesOf(task.id))]).toEqual(['in_force', 'in_progress'])
      }
    },
    TIME,
  )
})

test(
  'a leader suspends while the lead acknowledges: the task goes on where its lead stands',
  async () => {
    const { db } = await testWorld()
    for (const round of ROUNDS) {
      const task = await buildDispatchedTask()
      const part = task.assignments[0]
      const acts = [
        () => at('leader', suspendTask, { taskId: task.id, version: 1, reason: '暂停' }, { client: 0 }),
        () =>
          at(
            'relief-head',
            acknowledgeAssignment,
            { assignmentId: part?.id ?? '', version: 1 },
            { client: 1 },
          ),
      ]
      await Promise.all((round % 2 ? acts : acts.reverse()).map((act) => act()))
      const now = await db.task.findUniqueOrThrow({ where: { id: task.id }, include: { assignments: true } })
      const standing = [now.status, now.statusBeforeSuspension, now.assignments[0]?.status]
      expect([
        ['suspended', 'dispatched', 'awaiting_acknowledgement'],
        ['in_progress', null, 'acknowledged'],
        ['suspended', 'in_progress', 'acknowledged'],
      ]).toContainEqual(standing)
    }
  },
  TIME,
)

test(
  'two officers review one report at once: one decides, the other hears who did, and when',
  async () => {
    const { db } = await testWorld()
    for (const round of ROUNDS) {
      const task = await buildDispatchedTask(
        [{ unit: 'relief', data: { status: 'in_progress', acknowledgedAt: NOW } }],
        { status: 'in_progress' },
      )
      const report = await reportIn(task.assignments[0]?.id ?? '', 'submitted')
      const about = { reportId: report.id, version: 1, basis: 'document' as const, reason: '不全' }
      const decide = (account: string, client: number) =>
        (round + client) % 2
          ? at(
              account,
              reviewReport,
              { ...about, decision: 'accept' as const, verifiedProgress: 60 },
              { client },
            )
          : at(
              account,
              reviewReport,
              { ...about, decision: 'return' as const, returnKind: 'other' as const },
              { client },
            )
      const answers = await Promise.all([decide('officer', 0), decide('officer2', 1)])
      const won = answers.findIndex((one) => one.ok)
      const lost = answers[1 - won]
      expect(lost).toMatchObject({
        ok: false,
        failure: {
          kind: 'conflict',
          params: { by: won === 0 ? '某officer' : '某officer2', at: NOW.toISOString() },
        },
      })
      expect(await db.review.count({ where: { reportId: report.id } })).toBe(1)
    }
  },
  TIME,
)

test(
  'one request sent five times at once acts once, and everybody gets the same answer',
  async () => {
    for (const round of ROUNDS) {
      const task = await buildDispatchedTask([{ unit: 'relief', data: accepted }], {
        ...done,
        status: 'completed',
      })
      const answers = await Promise.all(
        [0, 1, 2, 3, 4].map((client) =>
          at('office-head', strikeOffTask, { taskId: task.id, version: 1 }, { key: `once-${round}`, client }),
        ),
      )
      expect(answers).toEqual(answers.map(() => ({ ok: true, value: { taskNo: task.no } })))
      expect(await auditOf(task.id)).toEqual(['task.struck_off'])
    }
  },
  TIME,
)
