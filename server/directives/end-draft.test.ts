import { expect, test } from 'vitest'
import { discardDirective } from '@/server/directives/discard-directive'
import { fileDirective } from '@/server/directives/file-directive'
import { auditOf, buildDirective, buildDispatchedTask, runAs, testWorld } from '@/tests/factories'

async function draftWithTask(status: 'draft' | 'awaiting_approval' = 'draft') {
  const { db, org } = await testWorld()
  const directive = await buildDirective()
  await db.task.create({
    data: {
      directiveId: directive.id,
      ownerUnitId: org.unitIds.office ?? '',
      createdById: org.personIds.officer ?? '',
      title: '做好第一件事',
      status,
      submittedAt: status === 'draft' ? null : new Date(),
    },
  })
  return directive
}
const reason = '仅供参阅'

test('an officer files a directive of which no task comes: its drafts go, the reason stays, on the record', async () => {
  const { db } = await testWorld()
  const { id, no } = await draftWithTask()
  expect(await runAs('officer', fileDirective, { directiveId: id, version: 1, reason })).toEqual({ no })
  const row = await db.directive.findUniqueOrThrow({ where: { id }, include: { tasks: true } })
  expect(row).toMatchObject({ status: 'filed', closedReason: reason, version: 2, tasks: [] })
  expect(await auditOf(id)).toEqual(['directive.filed'])
  await expect(
    runAs('officer', discardDirective, { directiveId: id, version: 2, reason }),
  ).rejects.toMatchObject({
    code: 'directive.not_draft',
  })
})

test('the office head discards a directive taken in by mistake; a stale version is refused with who changed what', async () => {
  const { id } = await draftWithTask()
  const input = { directiveId: id, reason }
  await expect(runAs('office-head', discardDirective, { ...input, version: 7 })).rejects.toMatchObject({
    kind: 'conflict',
  })
  await runAs('office-head', discardDirective, { ...input, version: 1 })
  expect(await auditOf(id)).toEqual(['directive.discarded'])
})

test('a directive with a task under approval is not filed, nor one in force', async () => {
  const { id } = await draftWithTask('awaiting_approval')
  await expect(
    runAs('officer', fileDirective, { directiveId: id, version: 1, reason }),
  ).rejects.toMatchObject({
    code: 'directive.tasks_submitted',
    params: { count: 1 },
  })
  const { directive } = await buildDispatchedTask()
  await expect(
    runAs('officer', fileDirective, { directiveId: directive.id, version: directive.version, reason }),
  ).rejects.toMatchObject({ code: 'directive.not_draft' })
})

test('leaders and inspectors may not; for unit people the draft does not exist', async () => {
  const { id } = await draftWithTask('awaiting_approval')
  const input = { directiveId: id, version: 1, reason }
  await expect(runAs('inspector', fileDirective, input)).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(runAs('leader', discardDirective, input)).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(runAs('relief-head', fileDirective, input)).rejects.toMatchObject({ kind: 'not_found' })
})
