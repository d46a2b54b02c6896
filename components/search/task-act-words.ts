import { actHref, TASK_ACTS, WHOLE_TASK_ACTS } from '@/components/tasks/task-acts'
import { reportHref } from '@/components/tasks/part-acts'
import type { TaskActChoice } from '@/server/search/list-task-acts'

/** Where an act on a task begins. */
export function taskActHref(no: number, directiveNo: number, { act, recordId }: TaskActChoice): string {
  const id = recordId ?? ''
  const step = TASK_ACTS.find((one) => one === act)
  if (step) return actHref(no, step, recordId ?? undefined)
  if (act === 'report') return reportHref(no, id)
  if (act === 'sign_off') return `/signoff/${id}`
  if (act === 'review') return `/review?report=${id}`
  if (act === 'urge') return `/urges/new?part=${id}`
  if (act === 'decompose') return `/directives/D${directiveNo}/decompose`
  // Acknowledging is a press on the task's own page.
  return `/tasks/T${no}`
}

const NAMES = {
  acknowledge: 'acknowledge',
  sign_off: 'signOff',
  complete: 'complete',
  strike_off: 'strikeOff',
} as const
const PLAIN = [
  'refuse',
  'rule',
  'reassign',
  'waive',
  'report',
  'review',
  'decompose',
  'conclude',
  'name_person',
] as const

type Words = (key: string, values?: Record<string, string | number>) => string

/** What an act is called on the task's page: `tasks` and `search` are the words of those nouns. */
export function taskActName(act: string, no: number, tasks: Words, search: Words): string {
  if (act === 'urge') return search('urge', { no })
  if (act in NAMES) return tasks(`acts.${NAMES[act as keyof typeof NAMES]}`, { no })
  const plain = PLAIN.find((one) => one === act)
  if (plain) return tasks(`acts.${plain}`)
  const moment = WHOLE_TASK_ACTS.find((one) => one === act)
  return moment ? tasks(`acts.moments.${moment}`) : act
}

/** The key that does it on the task's page, where it has one. */
export const TASK_ACT_KEY: Readonly<Record<string, string>> = { urge: 'U' }
