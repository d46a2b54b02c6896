import { z } from 'zod'
import { isOpenTask } from '@/domain/tasks/lifecycle'
import { recordAudit } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import { notify } from '@/server/notifications/notify'
import { listPickerPeople } from '@/server/org/list-people'
import { openTask } from '@/server/tasks/open-for-act'
import { writeTask } from '@/server/tasks/write-task'

const person = z.preprocess(
  (value) => (value === '' || value === undefined ? null : value),
  z.uuid().nullable(),
)

/** Who stands for the task from now on; empty for nobody. */
export const namePeopleSchema = z.object({
  taskId: z.uuid(),
  version: z.coerce.number().int(),
  leaderId: person,
  personId: person,
})

/**
 * 责任领导、责任人 of a task, named by the head of its owner: a leader, and a head or liaison of a unit. Who is named is told, the change stays on
 * record. Refused once the task is closed, and for somebody who holds no such post today.
 */
export async function namePeople(
  ctx: Ctx,
  input: z.output<typeof namePeopleSchema>,
): Promise<{ taskNo: number }> {
  const { task, as } = await openTask(ctx, input, 'task.name_people')
  if (!isOpenTask(task.status)) failRefused('task.cannot_name', { status: task.status })
  const { leaderId, personId } = input
  const before = { leaderId: task.responsibleLeaderId, personId: task.responsiblePersonId }
  const names = await namesOf(ctx, [before.leaderId, before.personId, leaderId, personId])
  if (leaderId && leaderId !== before.leaderId) await assertHolds(ctx, leaderId, ['leader'])
  if (personId && personId !== before.personId) await assertHolds(ctx, personId, ['unit_head', 'liaison'])
  await writeTask(ctx, task, { responsibleLeaderId: leaderId, responsiblePersonId: personId })
  const said = (who: { leaderId: string | null; personId: string | null }) => ({
    leader: names.get(who.leaderId ?? '') ?? null,
    person: names.get(who.personId ?? '') ?? null,
  })
  await recordAudit(ctx, {
    event: 'task.people_named',
    as,
    entity: 'task',
    entityId: task.id,
    taskId: task.id,
    directiveId: task.directiveId,
    before: said(before),
    after: said(input),
  })
  const fresh = [
    leaderId !== before.leaderId ? leaderId : null,
    personId !== before.personId ? personId : null,
  ].filter((id): id is string => id !== null && id !== ctx.actor.personId)
  const params = { no: task.no, title: task.title }
  await notify(
    ctx,
    ...[...new Set(fresh)].map((id) => ({
      personId: id,
      event: 'task.people_named',
      params,
      taskId: task.id,
    })),
  )
  return { taskNo: task.no }
}

/** Names by id, for the record. */
export async function namesOf(ctx: Ctx, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const people = await ctx.tx.person.findMany({
    where: { id: { in: ids.filter((id): id is string => id !== null) } },
    select: { id: true, name: true },
  })
  return new Map(people.map((one) => [one.id, one.name]))
}

/** Refuses somebody who does not hold one of these posts today, at the unit where one is named. */
export async function assertHolds(
  ctx: Ctx,
  personId: string,
  roles: readonly ('leader' | 'unit_head' | 'liaison')[],
  unitId?: string,
): Promise<void> {
  const lists = await Promise.all(roles.map((role) => listPickerPeople(ctx, { role, unitId })))
  if (!lists.flat().some((one) => one.id === personId)) failRefused('task.person_not_in_post')
}
