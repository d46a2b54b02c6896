import type { AuditEvent } from '@/domain/audit/events'
import type { DraftDiff } from '@/domain/directives/draft/diff'
import type { DraftProvision, DraftTask } from '@/domain/directives/draft/model'
import type { Grant } from '@/domain/permissions/actor'
import { recordAudit, type AuditValues } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'

type How = {
  directiveId: string
  as: Grant | null
  act: string
  event?: 'task.edit_undone' | 'task.edit_redone'
}

/** One audit entry for each task that a step changed, and one for the sentences classed. */
export async function recordEdits(ctx: Ctx, diff: DraftDiff, how: How): Promise<void> {
  const was = new Map(diff.before.tasks.map((task) => [task.id, task]))
  const is = new Map(diff.after.tasks.map((task) => [task.id, task]))
  for (const id of new Set([...was.keys(), ...is.keys()])) {
    const [before, after] = changedValues(was.get(id), is.get(id))
    await recordAudit(ctx, {
      event: how.event ?? eventOf(how.act, was.get(id), is.get(id)),
      as: how.as,
      entity: 'task',
      entityId: id,
      taskId: id,
      directiveId: how.directiveId,
      before,
      after,
    })
  }
  const { before, after } = { before: diff.before.provisions, after: diff.after.provisions }
  if (before.length + after.length === 0) return
  await recordAudit(ctx, {
    event: 'directive.sentence_classed',
    as: how.as,
    entity: 'directive',
    entityId: how.directiveId,
    directiveId: how.directiveId,
    before: { sentences: before.map(sentence) },
    after: { sentences: after.map(sentence), act: how.act },
  })
}

function eventOf(act: string, before: DraftTask | undefined, after: DraftTask | undefined): AuditEvent {
  if (!before) return 'task.drafted'
  if (!after) return act === 'merge' ? 'task.merged' : 'task.draft_discarded'
  if (after.status === 'declined' && before.status !== 'declined') return 'task.draft_discarded'
  if (act === 'split') return 'task.split'
  return act === 'merge' ? 'task.merged' : 'task.edited'
}

const sentence = (one: DraftProvision) => `${one.start}-${one.end} ${one.class}${one.confirmed ? '' : '?'}`

/** An indicator in a line: its name and what is aimed at. */
export const sayIndicator = ({ name, target, measure }: DraftTask['indicators'][number]) =>
  [name, target === null ? '' : `${target}${measure}`].filter(Boolean).join(' ')

function valuesOf(task: DraftTask): AuditValues {
  const units = (part: 'lead' | 'supporting') =>
    task.parts.filter((one) => one.confirmed && one.part === part).map((one) => one.unitId)
  return {
    no: task.no || null,
    title: task.title,
    expectedResult: task.expectedResult,
    remark: task.remark,
    kind: task.kind,
    cycle: task.cycle,
    cycleDay: task.cycleDay ?? null,
    dueOn: task.dueOn,
    dueBasis: task.dueBasis,
    responsibleLeaderId: task.responsibleLeaderId,
    responsiblePersonId: task.responsiblePersonId,
    whole: task.whole,
    cascade: task.cascade,
    status: task.status,
    draftState: task.draftState,
    closeReason: task.closeReason,
    provisions: [...task.provisionIds],
    milestones: task.milestones.map((one) => `${one.dueOn} ${one.title}`),
    indicators: task.indicators.map((one) => `${sayIndicator(one)} ${one.cycle ?? ''}`.trim()),
    lead: units('lead')[0] ?? null,
    supporting: units('supporting'),
  }
}

/** Of two states of a task only what differs; of one alone all of it. */
function changedValues(before?: DraftTask, after?: DraftTask): [AuditValues | null, AuditValues | null] {
  if (!before || !after) return [before ? valuesOf(before) : null, after ? valuesOf(after) : null]
  const [a, b] = [valuesOf(before), valuesOf(after)]
  const keys = Object.keys(b).filter((key) => JSON.stringify(a[key]) !== JSON.stringify(b[key]))
  const pick = (values: AuditValues) => Object.fromEntries(keys.map((key) => [key, values[key] ?? null]))
  return [pick(a), pick(b)]
}
