// Records set into a state as if they had lived up to it, for the tests that run every command in every state.
import { createHash } from 'node:crypto'
import type {
  AssignmentStatus,
  DirectiveStatus,
  ExtensionStatus,
  ReportStatus,
  StatementStatus,
  TaskStatus,
  UrgeStatus,
} from '@/prisma/generated/client'
import { fromLocalDate } from '@/server/dates'
import { hashOfContent } from '@/domain/statements/content'
import { sha256 } from '@/server/audit/record-audit'
import { hashPassword } from '@/server/org/password-hash'
import { readContents } from '@/server/statements/read-contents'
import { buildDirective, buildDispatchedTask, ctxOf, NOW, testWorld } from './factories'

const BEFORE_DISPATCH: readonly TaskStatus[] = ['draft', 'awaiting_approval', 'approved', 'declined']
const DONE: readonly TaskStatus[] = ['under_review', 'completed', 'struck_off', 'archived']
const acknowledged = { acknowledgedAt: NOW }
const on = fromLocalDate('2020-04-10')

type Owner = { ownerUnitId: string; officeOwned: false; parentAssignmentId: string }

/** A task of the relief bureau in a status, with what its guards ask for: parts accepted, a report with evidence, a conclusion. */
export async function taskIn(status: TaskStatus, owner?: Owner) {
  const { db, org } = await testWorld()
  if (BEFORE_DISPATCH.includes(status)) {
    const directive = await buildDirective()
    return db.task.create({
      data: {
        directiveId: directive.id,
        ownerUnitId: org.unitIds.office ?? '',
        createdById: org.personIds.officer ?? '',
        title: '做好第一件事',
        dueOn: fromLocalDate('2020-06-30'),
        status,
        submittedAt: status === 'draft' ? null : NOW,
        approvedAt: status === 'approved' ? NOW : null,
        ...owner,
      },
    })
  }
  const fits = DONE.includes(status) || status === 'in_progress'
  const part = status === 'dispatched' || status === 'suspended' ? {} : acknowledged
  const task = await buildDispatchedTask(
    [
      {
        unit: owner ? 'north' : 'relief',
        data: fits ? { ...part, status: 'accepted', acceptedAt: NOW } : part,
      },
    ],
    {
      status,
      conclusion: DONE.includes(status) ? '已办完' : null,
      ...(['completed', 'struck_off', 'archived'].includes(status)
        ? { completedAt: NOW, completedOn: on }
        : {}),
      ...(status === 'suspended' ? { statusBeforeSuspension: 'dispatched', suspendedAt: NOW } : {}),
      ...owner,
    },
  )
  if (fits) await reportIn(task.assignments[0]?.id ?? '', 'accepted')
  return task
}

/** An assignment of the relief bureau in a status, in a task in progress. */
export async function assignmentIn(status: AssignmentStatus) {
  const early = status === 'awaiting_acknowledgement' || status === 'refused'
  const task = await buildDispatchedTask(
    [
      { unit: 'elderly', data: { status: 'in_progress', ...acknowledged } },
      {
        unit: 'relief',
        data: {
          status,
          ...(early ? {} : acknowledged),
          ...(status === 'refused' ? { refusedAt: NOW, refusalReason: '不归本司' } : {}),
          ...(status === 'accepted' ? { acceptedAt: NOW } : {}),
        },
      },
    ],
    { status: 'in_progress' },
  )
  const { org } = await testWorld()
  const found = task.assignments.find((one) => one.unitId === org.unitIds.relief)
  return found ?? task.assignments[0]
}

/** A progress report that the head of the relief bureau wrote, in a status, with a piece of evidence. */
export async function reportIn(assignmentId: string, status: ReportStatus) {
  const { db, org } = await testWorld()
  const head = org.personIds['relief-head'] ?? ''
  const unitId = org.unitIds.relief ?? ''
  const inside = status === 'draft' || status === 'awaiting_signoff'
  const reviewed = status === 'accepted' || status === 'returned'
  const report = await db.report.create({
    data: {
      assignmentId,
      seq: 1,
      kind: 'progress',
      status: inside ? status : 'draft',
      claimedProgress: 60,
      done: '十二个省完成摸底，名单附后，其余月底前完成。',
      nextStep: '完成其余省份摸底。',
      nextStepOn: fromLocalDate('2020-04-30'),
      writtenById: head,
      sentForSignoffAt: status === 'awaiting_signoff' ? NOW : null,
    },
  })
  const evidence = await db.evidence.create({
    data: { kind: 'reference', reference: `民函 ${sha(report.id)}`, name: '函', unitId, uploadedById: head },
  })
  await db.reportEvidence.create({ data: { reportId: report.id, evidenceId: evidence.id } })
  if (inside) return report
  await db.report.update({
    where: { id: report.id },
    data: { status, submittedAt: NOW, submittedById: head, signedOffById: head },
  })
  if (reviewed)
    await db.review.create({
      data: {
        reportId: report.id,
        reviewerId: org.personIds.officer2 ?? '',
        reviewedAt: NOW,
        ...(status === 'accepted'
          ? { decision: 'accept', verifiedProgress: 60, basis: 'document' }
          : { decision: 'return', returnKind: 'other', reason: '不全' }),
      },
    })
  return report
}

/** A directive in a status, with a task under it that the relief bureau carried out where it went so far. */
export async function directiveIn(status: DirectiveStatus) {
  const directive = await buildDirective({
    status,
    ...(['in_force', 'closed', 'archived'].includes(status) ? { inForceAt: NOW } : {}),
    ...(status === 'closed' ? { closedAt: NOW } : {}),
  })
  if (status === 'in_force' || status === 'closed' || status === 'archived')
    await buildDispatchedTask(
      [{ unit: 'relief', data: { status: 'accepted', ...acknowledged, acceptedAt: NOW } }],
      {
        directiveId: directive.id,
        status: 'completed',
        completedAt: NOW,
        completedOn: on,
      },
    )
  return directive
}

/** A request of the relief bureau for two weeks more, in a status: the draft is its head's own, the rest the liaison wrote and the head signed. */
export async function extensionIn(status: ExtensionStatus) {
  const { db, org } = await testWorld()
  const part = await assignmentIn('in_progress')
  // A supporter's date may move up to the task's own.
  await db.assignment.update({
    where: { id: part?.id ?? '' },
    data: { dueOn: fromLocalDate('2020-05-29') },
  })
  const inside = status === 'draft' || status === 'awaiting_signoff'
  const decided = status === 'granted' || status === 'refused' || status === 'withdrawn'
  const head = org.personIds['relief-head'] ?? ''
  return db.extension.create({
    data: {
      assignmentId: part?.id ?? '',
      seq: 1,
      status,
      previousDueOn: fromLocalDate('2020-05-29'),
      requestedDueOn: fromLocalDate('2020-06-15'),
      reasonKind: 'resources',
      reason: '三个省的摸底数据尚未报齐。',
      change: '改为每周调度，逐省销账。',
      writtenById: status === 'draft' ? head : (org.personIds['relief-liaison'] ?? ''),
      sentForSignoffAt: status === 'draft' ? null : NOW,
      ...(inside ? {} : { signedById: head, signedAt: NOW }),
      ...(status === 'awaiting_leader' || status === 'granted'
        ? { endorsedById: org.personIds['office-head'], endorsedAt: NOW, endorseNote: '情况属实' }
        : {}),
      ...(decided ? { decidedById: org.personIds.leader, decidedAt: NOW, decisionNote: '已阅' } : {}),
      ...(status === 'granted' ? { grantedDueOn: fromLocalDate('2020-06-15') } : {}),
    },
  })
}

/** A slip of the office to the relief bureau with one urge, in a status; its answer-by date passed where it lapsed. */
export async function slipIn(status: UrgeStatus) {
  const { db, org } = await testWorld()
  const part = await assignmentIn('in_progress')
  const lapsed = status === 'lapsed' || status === 'escalated'
  return db.urgeSlip.create({
    data: {
      unitId: org.unitIds.relief ?? '',
      senderUnitId: org.unitIds.office ?? '',
      sentById: org.personIds.officer,
      level: 1,
      text: '请于时限前反馈进展。',
      sentAt: new Date('2020-04-07T02:00:00Z'),
      sentOn: fromLocalDate('2020-04-07'),
      answerByOn: fromLocalDate(lapsed ? '2020-04-09' : '2020-04-14'),
      status,
      lapsedAt: lapsed ? NOW : null,
      ...(status === 'answered'
        ? { answer: '本周内报送。', answeredById: org.personIds['relief-head'], answeredAt: NOW }
        : {}),
      urges: {
        create: { assignmentId: part?.id ?? '', factOn: fromLocalDate('2020-04-07'), status },
      },
    },
  })
}

const sha = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12)

/** The password with which everybody signs in these tests. */
export const PASSWORD = 'correct horse battery'

let armed: Promise<unknown> | undefined
/** Gives everybody of the small ministry the password above; once a file. */
export function armPasswords(): Promise<unknown> {
  return (armed ??= testWorld().then(async ({ db }) => {
    const passwordHash = await hashPassword(PASSWORD)
    return db.person.updateMany({ data: { passwordHash } })
  }))
}

/** A statement of the relief bureau for a directive of its own, in a status, signed by its head and countersigned by the leader where it is. */
export async function statementIn(status: StatementStatus) {
  const { db, org } = await testWorld()
  await armPasswords()
  const task = await buildDispatchedTask([{ unit: 'relief', data: acknowledged }], { status: 'in_progress' })
  const unitId = org.unitIds.relief ?? ''
  const content = (await readContents(await ctxOf('officer'), task.directiveId)).get(unitId)
  if (!content) throw new Error('the unit has no work')
  const signed = status !== 'awaiting_signature' && status !== 'sent_back' && status !== 'withdrawn'
  const countersigned = status === 'in_force' || status === 'superseded'
  return db.statement.create({
    data: {
      directiveId: task.directiveId,
      unitId,
      seq: 1,
      status,
      content,
      contentHash: hashOfContent(content, sha256),
      drawnUpById: org.personIds.officer ?? '',
      drawnUpAt: NOW,
      ...(signed ? { signedById: org.personIds['relief-head'], signedAt: NOW } : {}),
      ...(countersigned ? { countersignedById: org.personIds.leader, countersignedAt: NOW } : {}),
      ...(status === 'sent_back'
        ? { sentBackById: org.personIds['relief-head'], sentBackAt: NOW, sentBackReason: '时限有误' }
        : {}),
      ...(status === 'withdrawn' || status === 'superseded' ? { endedAt: NOW } : {}),
    },
    include: { directive: { select: { no: true } } },
  })
}
