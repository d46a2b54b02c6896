import type { TaskPage } from '@/server/tasks/get-task'
import type { TaskPart } from '@/server/tasks/task-parts'

/** The acts on a task that have a step of their own before they go out: `?act=…` of its page. */
export const TASK_ACTS = [
  'refuse',
  'rule',
  'reassign',
  'waive',
  'conclude',
  'complete',
  'strike_off',
] as const
/** One of `TASK_ACTS`. */
export type TaskAct = (typeof TASK_ACTS)[number]

/** An act that this person can do now, and on what. */
export type OpenAct = { act: TaskAct; part: TaskPart | null }

/** Reads `?act=` and `?part=`; null where this person cannot do it, or not now. */
export function findOpenAct(
  task: TaskPage,
  act: string | undefined,
  partId: string | undefined,
): OpenAct | null {
  const wanted = TASK_ACTS.find((one) => one === act)
  if (wanted === 'conclude') return task.acts.conclude ? { act: wanted, part: null } : null
  if (wanted === 'complete') return task.acts.complete?.possible ? { act: wanted, part: null } : null
  if (wanted === 'strike_off') return task.acts.strikeOff ? { act: wanted, part: null } : null
  const part = task.parts.find((one) => one.id === partId)
  return wanted && part?.acts[wanted] ? { act: wanted, part } : null
}

/** The address of an act's step. */
export function actHref(no: number, act: TaskAct, partId?: string): string {
  return `/tasks/T${no}?act=${act}${partId ? `&part=${partId}` : ''}#act`
}
