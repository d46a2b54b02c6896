import type { Draft, DraftTask } from '@/domain/directives/draft/model'
import { confirmTasks, forEach, mergeAct } from './build-acts'
import type { PanelField, WorkspaceApi } from './workspace-context'

type Name = 'confirm' | 'setLead' | 'addSupporting' | 'setDue' | 'setKind' | 'cascade' | 'merge' | 'setClass'

export type BulkAct = { name: Name; code: string; keys: string; run: () => void; off?: boolean }

const OFFICE_ONLY: readonly Name[] = ['confirm', 'cascade', 'setClass']

/** The acts of the bulk panel in the order of its buttons, each with the letter that does the same there. */
export function bulkActs({
  draft,
  tasks,
  api,
  breakdown,
}: {
  draft: Draft
  tasks: readonly DraftTask[]
  api: Pick<WorkspaceApi, 'act' | 'openPanel'>
  /** Without what is the office's alone. */
  breakdown: boolean
}): BulkAct[] {
  const ids = tasks.map((task) => task.id)
  const open = (field: PanelField) => () => api.openPanel({ field, on: 'selection' })
  // Where all of them go on to the localities already, the same button takes it back.
  const value = !tasks.every((task) => task.cascade)
  const acts: BulkAct[] = [
    { name: 'confirm', code: 'KeyA', keys: 'A', run: () => api.act(confirmTasks(ids)) },
    { name: 'setLead', code: 'KeyL', keys: 'L', run: open('lead') },
    { name: 'addSupporting', code: 'KeyO', keys: 'O', run: open('supporting') },
    { name: 'setDue', code: 'KeyD', keys: 'D', run: open('due') },
    { name: 'setKind', code: 'KeyT', keys: 'T', run: open('kind') },
    {
      name: 'cascade',
      code: 'KeyC',
      keys: 'C',
      run: () => api.act(forEach(ids, (taskId) => ({ type: 'setCascade', taskId, value }))),
    },
    {
      name: 'merge',
      code: 'KeyM',
      keys: 'M',
      run: () => api.act(mergeAct(draft, new Set(ids))),
      off: ids.length < 2,
    },
    { name: 'setClass', code: 'KeyR', keys: 'R', run: open('class') },
  ]
  return breakdown ? acts.filter((act) => !OFFICE_ONLY.includes(act.name)) : acts
}

/** True while focus is in the bulk panel: letters are for the selection then. */
export function inBulkPanel(): boolean {
  return document.activeElement?.closest('[data-bulk]') !== null && document.activeElement !== null
}
