import type { OneAct } from './acts'
import { highlighted, withAccepted } from './apply-units'
import { editable, refuse, withConfirmed, withTask, type Applied, type Draft } from './model'

type Confirm = Extract<OneAct, { type: 'confirm' }>

/** Confirms what is shown: classes of sentences, and of tasks also the highlighted suggestions. Nothing else is filled in. */
export function applyConfirm(draft: Draft, act: Confirm): Applied {
  const open = act.provisionIds.filter(
    (id) => draft.provisions.find((one) => one.id === id)?.class === 'open',
  )
  if (open.length > 0 && open.length === act.provisionIds.length && act.taskIds.length === 0) {
    return refuse('workspace.class_open')
  }
  let next = withConfirmed(draft, act.provisionIds)
  for (const taskId of act.taskIds) {
    const found = editable(next, taskId)
    if ('refused' in found) return found.refused
    const { task } = found
    const filled = highlighted(task).reduce(withAccepted, task)
    const draftState = task.draftState === 'suggested' ? 'confirmed' : task.draftState
    if (filled !== task || draftState !== task.draftState) next = withTask(next, { ...filled, draftState })
    next = withConfirmed(next, task.provisionIds)
  }
  return { ok: true, draft: next }
}
