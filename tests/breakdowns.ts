// A task broken down by the people of a unit, as the workspace does it: one act after another, then the head's dispatch.
import type { OneAct } from '@/domain/directives/draft/acts'
import type { LocalDate } from '@/domain/calendar/local-date'
import { newId } from '@/lib/new-id'
import { dispatchBreakdown } from '@/server/tasks/breakdown/dispatch-breakdown'
import { editBreakdown } from '@/server/tasks/breakdown/edit-breakdown'
import { runAs, testWorld } from './factories'

export type Child = { title: string; lead?: string; dueOn?: LocalDate; cycle?: 'monthly' }

/** Drafts child tasks of an assignment on its first sentence, as the account; answers their ids. */
export async function draftChildren(account: string, assignmentId: string, children: readonly Child[]) {
  const { db, org } = await testWorld()
  const { provisionId } = await db.taskProvision.findFirstOrThrow({
    where: { task: { assignments: { some: { id: assignmentId } } } },
  })
  const ids: string[] = []
  for (const { title, lead, dueOn, cycle } of children) {
    const taskId = newId()
    const acts: OneAct[] = [{ type: 'addTask', provisionId, newTaskId: taskId, title }]
    if (lead) acts.push({ type: 'setLead', taskId, unitId: org.unitIds[lead] ?? '', partId: newId() })
    if (dueOn) acts.push({ type: 'setDue', taskId, dueOn, basis: 'assigned', basisText: null })
    if (cycle) acts.push({ type: 'setKind', taskId, kind: 'ongoing', cycle })
    for (const act of acts) await runAs(account, editBreakdown, await seen(assignmentId, act))
    ids.push(taskId)
  }
  return ids
}

/** An act with the versions of the drafts as they stand. */
export async function seen(assignmentId: string, act: OneAct) {
  return { assignmentId, act, versions: await versionsOf(assignmentId) }
}

/** Sends all drafts of an assignment's breakdown out, as the account. */
export async function dispatchChildren(account: string, assignmentId: string) {
  const tasks = Object.entries(await versionsOf(assignmentId)).map(([id, version]) => ({ id, version }))
  return runAs(account, dispatchBreakdown, { assignmentId, tasks })
}

async function versionsOf(assignmentId: string): Promise<Record<string, number>> {
  const { db } = await testWorld()
  const rows = await db.task.findMany({
    where: { parentAssignmentId: assignmentId, status: 'draft' },
    select: { id: true, version: true },
  })
  return Object.fromEntries(rows.map((row) => [row.id, row.version]))
}
