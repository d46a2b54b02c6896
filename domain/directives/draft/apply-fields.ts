import { lastCycleDay } from '@/domain/tasks/reporting-cycle'
import type { OneAct } from './acts'
import { byHand, editable, refuse, type Applied, type Draft } from './model'

type Fields = Extract<
  OneAct,
  { type: 'setTitle' | 'setText' | 'setDue' | 'setKind' | 'setPeople' | 'setCascade' }
>

/** Changes of a task's own fields: whatever a person writes makes the task theirs 人工. */
export function applyField(draft: Draft, act: Fields): Applied {
  const found = editable(draft, act.taskId)
  if ('refused' in found) return found.refused
  const { task } = found
  switch (act.type) {
    case 'setTitle':
      if (act.value.trim() === '') return refuse('workspace.title_required')
      return { ok: true, draft: byHand(draft, task, { title: act.value.trim() }) }
    case 'setText':
      return { ok: true, draft: byHand(draft, task, { [act.field]: act.value.trim() }) }
    case 'setDue': {
      const due = { dueOn: act.dueOn, dueBasis: act.dueOn ? act.basis : null, dueBasisText: act.basisText }
      // A date given to an ongoing task that has no cycle would leave it neither the one nor the other.
      const kind = act.dueOn && task.kind === 'ongoing' && task.cycle === null ? 'time_boxed' : task.kind
      return { ok: true, draft: byHand(draft, task, { ...due, kind }) }
    }
    case 'setKind': {
      const cycle = act.kind === 'time_boxed' ? null : act.cycle
      if (act.kind === 'ongoing' && cycle === null) return refuse('workspace.cycle_required')
      const cycleDay = cycle === null ? null : (act.cycleDay ?? null)
      if (cycle !== null && cycleDay !== null && cycleDay > lastCycleDay(cycle))
        return refuse('workspace.cycle_day')
      return { ok: true, draft: byHand(draft, task, { kind: act.kind, cycle, cycleDay }) }
    }
    case 'setPeople':
      return {
        ok: true,
        draft: byHand(draft, task, {
          ...(act.leaderId === undefined ? {} : { responsibleLeaderId: act.leaderId }),
          ...(act.personId === undefined ? {} : { responsiblePersonId: act.personId }),
        }),
      }
    case 'setCascade':
      return { ok: true, draft: byHand(draft, task, { cascade: act.value }) }
  }
}
