// Situations that put a line on somebody's desk, and the desk read line by line, for the test of its table.
import { fromLocalDate } from '@/server/dates'
import { listMilestonesSoon } from '@/server/milestones/list-milestones'
import { writeNote, writeNoteSchema } from '@/server/notes/write-note'
import { listBesideRisks } from '@/server/notifications/beside-risks'
import { listChanges } from '@/server/notifications/list-changes'
import { listDuties } from '@/server/notifications/list-duties'
import { listRisks } from '@/server/notifications/list-risks'
import { readWatch } from '@/server/notifications/read-watch'
import { adminCounts } from '@/server/org/admin-counts'
import { reviewReport } from '@/server/reports/review-report'
import { changeDueDate } from '@/server/tasks/change-due-date'
import { refreshTask } from '@/server/tasks/refresh-task'
import { sendUrges } from '@/server/urges/send-urges'
import { buildDispatchedTask, ctxOf, NOW, runAs, testWorld } from '@/tests/factories'
import { extensionIn, slipIn, taskIn } from '@/tests/state-builders'

type Data = NonNullable<Parameters<typeof buildDispatchedTask>[1]>
type PartData = NonNullable<NonNullable<Parameters<typeof buildDispatchedTask>[0]>[number]['data']>

const AT_WORK = { status: 'in_progress' as const, acknowledgedAt: NOW }
const LAST_LOOK = new Date(NOW.getTime() - 60_000)
export const TODAY_LATE = new Date('2020-04-10T10:00:00Z')
let minutes = 0
/** Every act at a minute of its own: what one does oneself is no news, and acts are told apart by their moment. */
export const next = () => new Date(NOW.getTime() + ++minutes * 60_000)

export async function work(unit: string, data: PartData = {}, task: Data = {}) {
  const built = await buildDispatchedTask([{ unit, data: { ...AT_WORK, ...data } }], {
    status: 'in_progress',
    ...task,
  })
  await refreshTask(await ctxOf('officer'), built.id)
  return { ...built, part: built.assignments[0]?.id ?? '' }
}
export const offCourse = (unit: string, task: Data = {}) =>
  work(unit, {}, { dueOn: fromLocalDate('2020-04-08'), ...task })
/** Three months at work without one of the monthly reports. */
export async function unreported(unit: string) {
  const long = new Date('2020-01-06T02:00:00Z')
  const data = { dispatchedAt: long, acknowledgedAt: long, dueOn: null }
  const on = fromLocalDate('2020-01-06')
  return work(unit, data, {
    kind: 'ongoing',
    cycle: 'monthly',
    cycleDay: 30,
    dispatchedAt: long,
    dispatchedOn: on,
  })
}
export async function reportOf(
  part: string,
  unit: string,
  status: 'draft' | 'awaiting_signoff' | 'submitted',
) {
  const { db, org } = await testWorld()
  const writtenById = org.personIds[`${unit}-liaison`] ?? ''
  return db.report.create({
    data: {
      assignmentId: part,
      seq: 1,
      status,
      claimedProgress: 30,
      done: '十二个省完成摸底。',
      writtenById,
      sentForSignoffAt: status === 'awaiting_signoff' ? NOW : null,
      submittedAt: status === 'submitted' ? NOW : null,
    },
  })
}
export const urge = (part: string) =>
  runAs(
    'officer',
    sendUrges,
    { chosen: [part], level: 1, answerBy: '2020-04-14', text: '请反馈进展。' },
    { now: next() },
  )
export async function returned(unit: string) {
  const task = await work(unit)
  const { id, version } = await reportOf(task.part, unit, 'submitted')
  const verdict = { decision: 'return' as const, returnKind: 'doubtful' as const, reason: '没有分县数' }
  await runAs('officer', reviewReport, { reportId: id, version, ...verdict }, { now: next() })
  return task
}
export async function noted(text: string, wants: object = {}) {
  const { org } = await testWorld()
  const task = await work('elderly')
  const more = { handlerUnitId: org.unitIds.elderly, answerDueOn: '4-15', ...wants }
  const input = writeNoteSchema.parse({
    subject: `task:${task.id}`,
    text,
    ...('wantsAnswer' in wants ? more : {}),
  })
  const { noteId } = await runAs('leader', writeNote, input, { now: next() })
  return { ...task, noteId }
}
export async function taskOfExtension(status: Parameters<typeof extensionIn>[0]) {
  const { db } = await testWorld()
  const extension = await extensionIn(status)
  const part = { id: extension.assignmentId }
  const { task } = await db.assignment.findUniqueOrThrow({ where: part, select: { task: true } })
  return { ...task, extension }
}
export async function awaitingApproval(status: 'awaiting_approval' | 'approved') {
  const { db } = await testWorld()
  const { directiveId } = await taskIn(status)
  return db.directive.findUniqueOrThrow({ where: { id: directiveId }, select: { no: true } })
}
export async function lapsed() {
  const { db } = await testWorld()
  const { id, no } = await slipIn('lapsed')
  const { assignment } = await db.urge.findFirstOrThrow({
    where: { slipId: id },
    select: { assignment: { select: { task: { select: { no: true } } } } },
  })
  return { ...assignment.task, slip: no }
}
export const movedDate = async () => {
  const task = await work('elderly')
  const input = { taskId: task.id, version: task.version, dueOn: '2020-07-31', reason: '部务会议定' }
  await runAs('leader', changeDueDate, input, { now: next() })
  return task
}

/** Everything on the desk of an account, a line each. */
export async function deskOf(account: string, now = TODAY_LATE): Promise<string[]> {
  const ctx = await ctxOf(account, now)
  const [duties, risks, beside, milestones, changes, admin, watch] = [
    await listDuties(ctx, { limit: 500 }),
    await listRisks(ctx, 500),
    await listBesideRisks(ctx),
    await listMilestonesSoon(ctx),
    await listChanges(ctx, LAST_LOOK, {}),
    await adminCounts(ctx),
    await readWatch(ctx),
  ]
  return [
    ...duties.rows.map((one) =>
      [`do ${one.kind}`, one.task ? `T${one.task.no}` : `D${one.directive.no}`, one.reason ?? '']
        .join(' ')
        .trim(),
    ),
    ...risks.rows.map((one) => `risk T${one.no} ${one.light?.name ?? ''}`),
    ...beside.directives.map((one) => `risk D${one.no} off ${one.off}`),
    ...beside.below.map((one) => `risk below T${one.no} ${one.units}`),
    ...beside.lapsed.map((one) => `risk slip ${one.no}`),
    ...(watch ? [`do log ${watch.last === null ? 'never' : watch.last.whole}`] : []),
    ...(watch?.exports ?? []).map((one) => `do export ${one.kind} ${one.rows}/${one.total}`),
    ...milestones.map((one) => `risk milestone T${one.task.no} ${one.title}`),
    ...changes.rows.map((one) => `since ${one.event} T${one.task?.no ?? 0}`),
    ...Object.entries(admin).flatMap(([name, count]) => (count > 0 ? [`do admin ${name}`] : [])),
  ]
}
