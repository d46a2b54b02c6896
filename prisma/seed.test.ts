import { beforeAll, describe, expect, test } from 'vitest'
import { LIGHTS } from '@/domain/tasks/light'
import type { Prisma } from '@/prisma/generated/client'
import { verifyLog } from '@/server/audit/verify-log'
import { db } from '@/server/db'
import { readStoredFile } from '@/server/files'
import { seedDemo } from './seed'

const NOW = new Date('2026-03-10T02:30:00Z')

async function figures() {
  const { directive, task, assignment, report, evidence, auditEntry, notification } = db()
  const counts = [directive, task, assignment, report, evidence, auditEntry, notification].map((table) =>
    (table as typeof task).count(),
  )
  return Promise.all(counts)
}

const open: Prisma.TaskWhereInput = { status: { in: ['dispatched', 'in_progress', 'under_review'] } }

beforeAll(() => seedDemo(db(), NOW), 300_000)

describe('the demo', () => {
  test('has four directives: one closed, two in force, one in English still in draft', async () => {
    const rows = await db().directive.findMany({
      orderBy: { no: 'asc' },
      select: { status: true, language: true },
    })
    expect(rows.map(({ status }) => status)).toEqual(['closed', 'in_force', 'in_force', 'draft'])
    expect(rows.at(-1)?.language).toBe('en')
    expect(await db().task.count({ where: { status: { not: 'declined' } } })).toBeGreaterThan(50)
    expect(await db().report.count()).toBeGreaterThan(60)
  })

  test('shows tasks and reports in every state that a screen is for', async () => {
    const tasks = await db().task.groupBy({ by: ['status'] })
    for (const status of [
      ...['draft', 'awaiting_approval', 'approved', 'dispatched', 'in_progress'],
      ...['under_review', 'completed', 'struck_off', 'declined'],
    ])
      expect(tasks.map((row) => String(row.status))).toContain(status)
    const reports = await db().report.groupBy({ by: ['status'] })
    for (const status of ['draft', 'awaiting_signoff', 'submitted', 'accepted', 'returned'])
      expect(reports.map((row) => String(row.status))).toContain(status)
    const parts = await db().assignment.groupBy({ by: ['status'] })
    for (const status of ['awaiting_acknowledgement', 'refused', 'waived', 'reported_done', 'accepted'])
      expect(parts.map((row) => String(row.status))).toContain(status)
    expect(await db().report.count({ where: { supersedesId: { not: null } } })).toBeGreaterThan(1)
    expect(await db().task.count({ where: { completedLate: true } })).toBeGreaterThan(1)
    const waiting = await db().report.findMany({
      where: { status: 'submitted' },
      select: { assignment: { select: { unitId: true } } },
    })
    expect(new Set(waiting.map(({ assignment }) => assignment.unitId)).size).toBeGreaterThan(3)
  })

  test('shows a register with an indicator, milestones, a deputy, a change of units, a task at rest and one begun again', async () => {
    const { register, registerRow, indicator, milestone, deputy, unitChange, task } = db()
    expect(await register.count()).toBe(1)
    expect(await registerRow.count()).toBeGreaterThan(3)
    expect(await indicator.count({ where: { registerId: { not: null } } })).toBe(1)
    expect(await indicator.count({ where: { values: { some: {} } } })).toBe(3)
    expect(await milestone.count({ where: { doneOn: { not: null } } })).toBe(2)
    expect(await milestone.count({ where: { doneOn: null } })).toBe(2)
    expect(await deputy.count({ where: { endedAt: null } })).toBe(1)
    expect(await unitChange.count({ where: { status: 'proposed' } })).toBe(1)
    expect(await task.count({ where: { status: 'suspended' } })).toBe(1)
    expect(await task.count({ where: { status: 'in_progress', reopenedAt: { not: null } } })).toBe(1)
  })

  test('shows a bulletin that is published, with every unit named settled, and one that is being written', async () => {
    const rows = await db().bulletin.findMany({
      orderBy: { no: 'asc' },
      select: { status: true, issueNo: true },
    })
    expect(rows).toEqual([
      { status: 'published', issueNo: 1 },
      { status: 'draft', issueNo: null },
    ])
    expect(await db().bulletinNaming.count({ where: { passage: { not: '' } } })).toBeGreaterThan(2)
    expect(await db().bulletinNaming.count({ where: { answeredAt: { not: null } } })).toBe(1)
  })

  test('shows responsibility statements in force, to countersign and to sign', async () => {
    const rows = await db().statement.findMany({ orderBy: { no: 'asc' }, select: { status: true } })
    expect(rows.map(({ status }) => status)).toEqual([
      'in_force',
      'awaiting_countersignature',
      'awaiting_signature',
    ])
  })

  test('has lights of every colour, true on the day of the seeding', async () => {
    const lights = await db().task.groupBy({ by: ['light'], where: { dispatchedAt: { not: null } } })
    for (const light of LIGHTS) expect(lights.map((row) => row.light)).toContain(light)
    const stale = { lightNextChangeOn: { lte: new Date('2026-03-10') } }
    expect(await db().task.count({ where: stale })).toBe(0)
  })

  test('its lights have a history of weeks, turned by the nights as they came', async () => {
    const rows = await db().taskStanding.findMany({ select: { at: true, light: true, wasLight: true } })
    const nights = rows.filter(({ at }) => at.toISOString().endsWith('T16:00:00.000Z'))
    expect(new Set(nights.map(({ at }) => at.getTime())).size).toBeGreaterThan(5)
    expect(nights.some(({ light, wasLight }) => light === 'off' && wasLight === 'risk')).toBe(true)
    const weeks = rows.map(({ at }) => Math.floor((NOW.getTime() - at.getTime()) / (7 * 86_400_000)))
    expect(Math.max(...weeks)).toBeGreaterThanOrEqual(6)
    expect(Math.min(...weeks)).toBe(0)
  })

  test('every dispatched task has one lead, a leader and a person, and a sentence that it rests on', async () => {
    const tasks = await db().task.findMany({
      where: open,
      select: {
        responsibleLeaderId: true,
        responsiblePersonId: true,
        provisions: { select: { provision: { select: { class: true, confirmedAt: true } } } },
        assignments: { where: { part: 'lead', status: { not: 'replaced' } }, select: { id: true } },
      },
    })
    for (const task of tasks) {
      expect(task.assignments).toHaveLength(1)
      expect(task.responsibleLeaderId && task.responsiblePersonId).toBeTruthy()
      expect(task.provisions.map(({ provision }) => provision.class)).toEqual(['task'])
      expect(task.provisions[0]?.provision.confirmedAt).toBeTruthy()
    }
  })

  test('gives every date of the texts to its task as read there', async () => {
    const tasks = await db().task.findMany({
      where: { ...open, kind: { not: 'ongoing' } },
      select: { title: true, dueBasis: true },
    })
    expect(tasks.filter(({ dueBasis }) => dueBasis !== 'text')).toEqual([])
  })

  test('nobody reviewed what they wrote, and nothing lies in the future', async () => {
    const reviews = await db().review.findMany({ select: { reviewerId: true, report: true } })
    for (const { reviewerId, report } of reviews)
      expect([report.writtenById, report.submittedById]).not.toContain(reviewerId)
    expect(await db().auditEntry.count({ where: { at: { gt: NOW } } })).toBe(0)
  })

  test('evidence is on disk, of several kinds', async () => {
    const files = await db().storedFile.findMany({ select: { sha256: true, mime: true, size: true } })
    expect(new Set(files.map(({ mime }) => mime)).size).toBeGreaterThanOrEqual(5)
    const [first] = files
    expect((await readStoredFile(first?.sha256 ?? '')).byteLength).toBe(first?.size)
  })

  test('the record is whole, sealed, and in the order of time', async () => {
    const check = await verifyLog(db())
    expect(check).toMatchObject({ ok: true, unsealed: 0, alteredValues: [] })
    const times = await db().auditEntry.findMany({ orderBy: { id: 'asc' }, select: { at: true } })
    expect(times.every(({ at }, index) => index === 0 || at >= (times[index - 1]?.at ?? at))).toBe(true)
  })

  test('is made once: a second time, and on another day, nothing changes', async () => {
    const before = await figures()
    await seedDemo(db(), new Date('2026-03-12T02:30:00Z'))
    expect(await figures()).toEqual(before)
  })
})
