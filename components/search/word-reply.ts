import type { PaletteAnswer } from '@/server/search/answer-palette'
import type { TaskActChoice } from '@/server/search/list-task-acts'
import type { ActReply, PaletteReply } from './palette-reply'
import { TASK_ACT_KEY, taskActHref, taskActName } from './task-act-words'

type Words = (key: string, values?: Record<string, string | number>) => string
type Spoken = { tasks: Words; search: Words; english: boolean }
type TaskActs = { no: number; directiveNo: number; acts: TaskActChoice[] }

/** The acts on a task in the reader's language; those whose name holds the words, where some stand beside the number. */
export function wordActs(
  of: TaskActs,
  { tasks, search, english }: Spoken,
  words: string | null = null,
): ActReply[] {
  return of.acts
    .map((one) => {
      const act = taskActName(one.act, of.no, tasks, search)
      const unit = one.unit && (english ? one.unit.nameEn : one.unit.name)
      return {
        href: taskActHref(of.no, of.directiveNo, one),
        label: unit ? search('unitAct', { act, unit }) : act,
        keys: TASK_ACT_KEY[one.act],
      }
    })
    .filter(({ label }) => words === null || label.toLowerCase().includes(words.toLowerCase()))
}

/** An answer in the reader's language, so that the palette needs none of the tasks' words. */
export function wordReply({ acts, ...answer }: PaletteAnswer, spoken: Spoken): PaletteReply {
  const lights = (answer.found.tasks?.rows ?? []).flatMap(({ id, light }) =>
    light ? [[id, spoken.tasks(`reasons.${light.reason}`, light.params)] as const] : [],
  )
  return {
    ...answer,
    lights: Object.fromEntries(lights),
    acts: acts && wordActs(acts, spoken, answer.actWords),
  }
}
