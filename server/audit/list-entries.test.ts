import { describe, expect, it } from 'vitest'
import { parseLogFilter } from '@/domain/audit/log-filter'
import { sealEntries } from '@/server/audit/seal-entries'
import { acknowledgeAssignment } from '@/server/tasks/acknowledge-assignment'
import { buildDispatchedTask, ctxOf, NOW, runAs, testWorld } from '@/tests/factories'
import { listEntries } from './list-entries'
import { findLastCheck, noteAuditRead, verifyAuditLog } from './verify-audit-log'

async function acknowledged() {
  const task = await buildDispatchedTask([{ unit: 'relief' }])
  const [assignment] = task.assignments
  await runAs('relief-liaison', acknowledgeAssignment, {
    assignmentId: assignment?.id ?? '',
    version: assignment?.version ?? 0,
  })
  return task
}

describe('reading the record', () => {
  it('discipline reads who did what on a task, in which role, with the values', async () => {
    const task = await acknowledged()
    const page = await listEntries(await ctxOf('inspector'), parseLogFilter({ record: `T${task.no}` }))
    const entry = page.rows.find((row) => row.event === 'assignment.acknowledged')
    expect(entry).toMatchObject({
      actorRole: 'liaison',
      actorUnit: '救助司',
      record: { name: `T${task.no}` },
    })
    expect(entry?.changes).toContainEqual({
      field: 'status',
      before: 'awaiting_acknowledgement',
      after: 'acknowledged',
    })
  })

  it('the auditor sees field names, never values or titles', async () => {
    const task = await acknowledged()
    const page = await listEntries(await ctxOf('auditor'), parseLogFilter({ record: `t${task.no}` }))
    expect(page.masked).toBe(true)
    expect(JSON.stringify(page)).not.toContain(task.title)
    expect(page.rows.flatMap((row) => row.changes.map((change) => change.field))).toContain('status')
    expect(page.rows.every((row) => row.record === null)).toBe(true)
    expect(
      page.rows.flatMap((row) => row.changes).every(({ before, after }) => before === null && after === null),
    ).toBe(true)
  })

  it('nobody else reads or verifies it', async () => {
    for (const account of ['officer', 'leader', 'relief-head', 'sysadmin', 'secadmin']) {
      await expect(listEntries(await ctxOf(account), parseLogFilter({}))).rejects.toMatchObject({
        kind: 'forbidden',
      })
      await expect(runAs(account, verifyAuditLog, {})).rejects.toMatchObject({ kind: 'forbidden' })
    }
  })

  it('a check finds it whole and is recorded; reading is recorded once in half an hour', async () => {
    const { db } = await testWorld()
    await acknowledged()
    await sealEntries(db, NOW)
    expect(await runAs('inspector', verifyAuditLog, {})).toMatchObject({ whole: true, brokenAt: null })
    expect(await findLastCheck(await ctxOf('auditor'))).toMatchObject({ whole: true, by: '某inspector' })
    const readings = () => db.auditEntry.count({ where: { event: 'audit.read' } })
    await runAs('inspector', noteAuditRead, null)
    await runAs('inspector', noteAuditRead, null)
    expect(await readings()).toBe(1)
    await runAs('inspector', noteAuditRead, null, { now: new Date(NOW.getTime() + 31 * 60_000) })
    expect(await readings()).toBe(2)
  })

  it('is paged by fifty and filtered by kind and day', async () => {
    const ctx = await ctxOf('inspector')
    const day = await listEntries(
      ctx,
      parseLogFilter({ from: '2020-04-10', to: '2020-04-10', noun: 'assignment' }),
    )
    expect(day.rows.length).toBeGreaterThan(0)
    expect(day.rows.every((row) => row.event.startsWith('assignment.'))).toBe(true)
    expect((await listEntries(ctx, parseLogFilter({ to: '2020-04-09' }))).rows).toEqual([])
  })
})
