import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { LiveHub, LiveMessage, Subscriber } from './hub'
import { createLiveHub } from './hub'
import { recordAudit } from '@/server/audit/record-audit'
import { acknowledgeAssignment } from '@/server/tasks/acknowledge-assignment'
import { testDatabase } from '@/tests/database'
import { actorOf, buildDispatchedTask, NOW, runAs, testWorld } from '@/tests/factories'

let hub: LiveHub
const leaves: (() => void)[] = []
const until = (ask: () => unknown) => vi.waitFor(ask, { timeout: 15_000, interval: 50 })

/** An open page of the account: what it was told, and whether it was closed. */
async function open(account: string, sessionId: string | null = null) {
  const seen = { told: [] as LiveMessage[], closed: false }
  const actor = { ...(await actorOf(account)), sessionId }
  const page: Subscriber = {
    actor,
    send: (message) => seen.told.push(message),
    beat: () => {},
    close: () => {
      seen.closed = true
      leave()
    },
  }
  const leave = hub.join(page)
  leaves.push(leave)
  return Object.assign(seen, { page })
}

async function onServer<T>(ask: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client((await testDatabase()).superuserUrl)
  await client.connect()
  try {
    return await ask(client)
  } finally {
    await client.end()
  }
}
const listeners = () =>
  onServer(async (client) => {
    const { rows } = await client.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE application_name = 'luoshi-live' AND datname = current_database()`,
    )
    return rows.map(({ pid }) => pid)
  })
const isListening = () => until(async () => expect(await listeners()).toHaveLength(1))

/** The liaison of the lead acknowledges: an act that the lead and the office may read of. */
async function act() {
  const task = await buildDispatchedTask([{ unit: 'elderly' }])
  const { db } = await testWorld()
  const part = await db.assignment.findFirstOrThrow({ where: { taskId: task.id } })
  await runAs('elderly-liaison', acknowledgeAssignment, { assignmentId: part.id, version: part.version })
  return task
}

beforeAll(async () => {
  const { db } = await testWorld()
  hub = createLiveHub(db, (await testDatabase()).appUrl)
  await isListening()
})
beforeEach(() => {
  for (const leave of leaves.splice(0)) leave()
})
afterAll(() => hub.stop())

describe('an open page', () => {
  it('of one who may read the record is told of it, with the number of things to do; of one who may not, nothing', async () => {
    const [officer, head, other, admin] = await Promise.all(
      ['officer', 'elderly-head', 'centre-head', 'sysadmin'].map((account) => open(account)),
    )
    const task = await act()
    const names = expect.arrayContaining([`T${task.no}`])
    await until(() => expect(officer?.told).toContainEqual({ records: names, todo: expect.any(Number) }))
    await until(() => expect(head?.told).toContainEqual({ records: names, todo: 1 }))
    expect(other?.told).toEqual([])
    expect(admin?.told).toEqual([])
  })

  it('of the one who acted hears only how much there is to do', async () => {
    const session = crypto.randomUUID()
    const mine = await open('officer', session)
    const elsewhere = await open('officer')
    const task = await buildDispatchedTask([{ unit: 'elderly' }])
    await runAs(
      'officer',
      (ctx) =>
        recordAudit(
          { ...ctx, actor: { ...ctx.actor, sessionId: session } },
          { event: 'task.edited', as: null, entity: 'task', entityId: task.id, taskId: task.id },
        ),
      null,
    )
    await until(() => expect(elsewhere.told[0]?.records).toContain(`T${task.no}`))
    expect(mine.told).toMatchObject([{ records: [] }])
  })

  it('outside the unit hears nothing of a report that has not been signed', async () => {
    const { db, org } = await testWorld()
    const task = await buildDispatchedTask([{ unit: 'elderly' }])
    const part = await db.assignment.findFirstOrThrow({ where: { taskId: task.id } })
    const report = await db.report.create({
      data: {
        assignmentId: part.id,
        seq: 1,
        kind: 'progress',
        done: '在办',
        claimedProgress: 10,
        writtenById: org.personIds['elderly-liaison'] ?? '',
      },
    })
    const [officer, head] = [await open('officer'), await open('elderly-head')]
    await runAs(
      'elderly-liaison',
      (ctx) =>
        recordAudit(ctx, {
          event: 'report.edited',
          as: null,
          entity: 'report',
          entityId: report.id,
          taskId: task.id,
        }),
      null,
    )
    await until(() => expect(head.told[0]?.records).toContain(`T${task.no}`))
    expect(officer.told).toEqual([])
  })

  it('is not told of what somebody read', async () => {
    const officer = await open('officer')
    const task = await buildDispatchedTask([{ unit: 'elderly' }])
    const about = { as: null, entity: 'evidence', entityId: task.id, taskId: task.id } as const
    await runAs('inspector', (ctx) => recordAudit(ctx, { event: 'evidence.opened', ...about }), null)
    const { no } = await act()
    await until(() => expect(officer.told.flatMap(({ records }) => records)).toContain(`T${no}`))
    expect(officer.told.flatMap(({ records }) => records)).not.toContain(`T${task.no}`)
  })

  it('is closed when its session ends, and when somebody’s rights change', async () => {
    const session = crypto.randomUUID()
    const [mine, other] = [await open('officer', session), await open('officer2')]
    await runAs(
      'officer',
      (ctx) => recordAudit(ctx, { event: 'session.ended', as: null, entity: 'session', entityId: session }),
      null,
    )
    await until(() => expect(mine.closed).toBe(true))
    expect(other.closed).toBe(false)
    await runAs(
      'secadmin',
      (ctx) => recordAudit(ctx, { event: 'role.granted', as: null, entity: 'role_grant', entityId: session }),
      null,
    )
    await until(() => expect(other.closed).toBe(true))
  })
})

describe('a page that was away', () => {
  it('is told of what it missed, and only of what it may read', async () => {
    const since = new Date(NOW.getTime() - 1_000)
    const task = await act()
    const [officer, other] = [await open('officer'), await open('centre-head')]
    vi.useFakeTimers({ now: NOW, toFake: ['Date'] })
    try {
      for (const { page } of [officer, other]) await hub.catchUp(page, since)
    } finally {
      vi.useRealTimers()
    }
    expect(officer.told[0]?.records).toContain(`T${task.no}`)
    expect(other.told).toEqual([])
  })

  it('for too long looks at everything again', async () => {
    const officer = await open('officer')
    await hub.catchUp(officer.page, new Date(Date.now() - 3 * 3_600_000))
    expect(officer.told).toEqual([{ records: [], all: true }])
  })
})

describe('the listening connection', () => {
  it('is one for fifty open pages', async () => {
    const pages = await Promise.all(Array.from({ length: 50 }, () => open('officer')))
    const { no } = await act()
    await until(() =>
      expect(pages.every(({ told }) => told.some(({ records }) => records.includes(`T${no}`)))).toBe(true),
    )
    expect(await listeners()).toHaveLength(1)
  })

  it('comes back when it is cut off: pages look at everything again, and hear what follows', async () => {
    const officer = await open('officer')
    const [before] = await listeners()
    await onServer((client) => client.query('SELECT pg_terminate_backend($1)', [before]))
    await until(() => expect(officer.told).toContainEqual({ records: [], all: true }))
    expect(await listeners()).toHaveLength(1)
    expect(await listeners()).not.toContain(before)
    const { no } = await act()
    await until(() => expect(officer.told.flatMap(({ records }) => records)).toContain(`T${no}`))
  })
})
