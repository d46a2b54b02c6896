import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { LiveHub, LiveMessage, Subscriber } from './hub'
import { createLiveHub } from './hub'
import { recordAudit } from '@/server/audit/record-audit'
import { answerNaming } from '@/server/bulletins/answer-naming'
import { draftBulletin, draftSpecialReport } from '@/server/bulletins/draft-bulletin'
import { createStatements } from '@/server/statements/create-statements'
import { acknowledgeAssignment } from '@/server/tasks/acknowledge-assignment'
import { testDatabase } from '@/tests/database'
import { actorOf, buildDirective, buildDispatchedTask, NOW, runAs, testWorld } from '@/tests/factories'

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

  it('hears of a statement only where it may be read, though its directive is read by more', async () => {
    const directive = await buildDirective({ status: 'in_force', inForceAt: NOW })
    await buildDispatchedTask([{ unit: 'relief' }, { unit: 'elderly' }], { directiveId: directive.id })
    const unitId = (await testWorld()).org.unitIds.relief ?? ''
    const [leader, own, other] = [await open('leader'), await open('relief-head'), await open('elderly-head')]
    await runAs('officer', createStatements, { directiveId: directive.id, unitIds: [unitId] })
    const { db } = await testWorld()
    const { no } = await db.statement.findFirstOrThrow({ where: { directiveId: directive.id } })
    for (const { told } of [leader, own])
      await until(() => expect(told[0]?.records).toEqual([`D${directive.no}`, `S${no}`]))
    expect(other.told).toEqual([])
  })

  it('hears of a special report in draft only at the office, and of its publication where it is read', async () => {
    const directive = await buildDirective({ status: 'in_force', inForceAt: NOW })
    await buildDispatchedTask([{ unit: 'elderly' }], { directiveId: directive.id })
    const [office, head] = [await open('officer2'), await open('elderly-head')]
    const form = { language: 'zh-CN' as const, directiveId: directive.id }
    const { no } = await runAs('officer', draftSpecialReport, form)
    await until(() => expect(office.told[0]?.records).toEqual([`B${no}`, `D${directive.no}`]))
    expect(head.told).toEqual([])
  })

  it('hears of a bulletin that answers for its unit, whether it is read whole or not', async () => {
    const { db, org } = await testWorld()
    const form = { language: 'zh-CN' as const, title: '通报', directive: [], lead: [] }
    const { no } = await runAs('officer', draftBulletin, form)
    const { id: bulletinId } = await db.bulletin.findUniqueOrThrow({ where: { no } })
    const told = { passage: '滞后。', toldPassage: '滞后。', toldAt: NOW, answerByOn: NOW, taskNos: [] }
    const naming = await db.bulletinNaming.create({
      data: { bulletinId, unitId: org.unitIds.elderly ?? '', ...told },
    })
    const [office, own, other] = [
      await open('officer'),
      await open('elderly-liaison'),
      await open('relief-head'),
    ]
    const answer = { namingId: naming.id, version: naming.version, answer: '已整改。' }
    await runAs('elderly-head', answerNaming, answer)
    for (const { told: heard } of [office, own])
      await until(() => expect(heard[0]?.records).toEqual([`B${no}`]))
    expect(other.told).toEqual([])
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
