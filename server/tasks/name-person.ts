import { z } from 'zod'
import { isOpenAssignment } from '@/domain/tasks/assignment-lifecycle'
import { isOpenTask } from '@/domain/tasks/lifecycle'
import { recordAudit } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import { notify } from '@/server/notifications/notify'
import { assertHolds, namesOf } from '@/server/tasks/name-people'
import { openAssignment } from '@/server/tasks/open-for-act'
import { writeAssignment } from '@/server/tasks/write-task'

/** Who carries the unit's part out from now on; empty for nobody in particular. */
export const namePersonSchema = z.object({
  assignmentId: z.uuid(),
  version: z.coerce.number().int(),
  personId: z.preprocess(
    (value) => (value === '' || value === undefined ? null : value),
    z.uuid().nullable(),
  ),
})

/**
 * 经办人 of a unit's part, named by the unit's head: a head or liaison of that unit (of an external unit's part: of the lead). Who is named is
 * told. Refused once the part is closed.
 */
export async function namePerson(
  ctx: Ctx,
  input: z.output<typeof namePersonSchema>,
): Promise<{ taskNo: number }> {
  const { assignment, task, as } = await openAssignment(ctx, input, 'assignment.name_person')
  if (!isOpenAssignment(assignment.status) || !isOpenTask(task.status))
    failRefused('task.cannot_name', { status: task.status })
  const { personId } = input
  const unitId = assignment.facts.external ? (task.leadUnitId ?? assignment.unitId) : assignment.unitId
  if (personId) await assertHolds(ctx, personId, ['unit_head', 'liaison'], unitId)
  const names = await namesOf(ctx, [assignment.responsiblePersonId, personId])
  await writeAssignment(ctx, assignment, { responsiblePersonId: personId })
  await recordAudit(ctx, {
    event: 'assignment.person_named',
    as,
    entity: 'assignment',
    entityId: assignment.id,
    taskId: task.id,
    directiveId: task.directiveId,
    unitId: assignment.unitId,
    before: { person: names.get(assignment.responsiblePersonId ?? '') ?? null },
    after: { person: names.get(personId ?? '') ?? null, unit: assignment.unit.name },
  })
  if (personId && personId !== ctx.actor.personId) {
    const params = { no: task.no, title: task.title, unit: assignment.unit.name }
    await notify(ctx, { personId, event: 'assignment.person_named', params, taskId: task.id })
  }
  return { taskNo: task.no }
}
