import type { TaskPage } from '@/server/tasks/get-task'
import type { TaskPart } from '@/server/tasks/task-parts'

/** Acts on the whole task by the name under which its page offers them (`MOMENTS` of the server, but for the first button's own). */
export const WHOLE_TASK_ACTS = [
  'send_back',
  'decline',
  'return',
  'resume',
  'archive',
  'change_due',
  'name_people',
  'suspend',
  'reopen',
  'terminate',
] as const

/** The acts on a task that have a step of their own before they go out: `?act=…` of its page. */
export const TASK_ACTS = [
  'refuse',
  'rule',
  'reassign',
  'waive',
  'conclude',
  'complete',
  'strike_off',
  'name_person',
  ...WHOLE_TASK_ACTS,
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
  const moment = task.moments.find((one) => one.act === wanted)
  if (wanted && moment) return moment.possible ? { act: wanted, part: null } : null
  const part = task.parts.find((one) => one.id === partId)
  return isPartAct(wanted) && part?.acts[wanted] ? { act: wanted, part } : null
}

const PART_ACTS = ['refuse', 'rule', 'reassign', 'waive', 'name_person'] as const

function isPartAct(act: TaskAct | undefined): act is (typeof PART_ACTS)[number] {
  return PART_ACTS.some((one) => one === act)
}

/** The address of an act's step. */
export function actHref(no: number, act: TaskAct, partId?: string): string {
  return `/tasks/T${no}?act=${act}${partId ? `&part=${partId}` : ''}#act`
}
