import type { Ctx } from '@/server/context'
import { getTask } from '@/server/tasks/get-task'
import { listTaskUrges } from '@/server/urges/list-urges'

/** An act on a task that this person can do now: its name, and of a unit's part which. */
export type TaskActChoice = {
  act: string
  recordId: string | null
  unit: { name: string; nameEn: string } | null
}

const OF_PARTS = ['acknowledge', 'report', 'refuse', 'rule', 'reassign', 'waive', 'name_person'] as const

/** The acts that the page of the task offers to this person, the first one first: those that are possible alone. Throws not_found. */
export async function listTaskActs(
  ctx: Ctx,
  no: number,
): Promise<{ no: number; title: string; directiveNo: number; acts: TaskActChoice[] }> {
  const [task, urges] = await Promise.all([getTask(ctx, no), listTaskUrges(ctx, no)])
  const one = (act: string, recordId: string | null = null, unit: TaskActChoice['unit'] = null) => ({
    act,
    recordId,
    unit,
  })
  const { primary } = task
  const first = primary
    ? [
        one(
          primary.act,
          'partId' in primary ? primary.partId : 'reportId' in primary ? primary.reportId : null,
        ),
      ]
    : []
  const several = task.parts.length > 1
  const acts = [
    ...first,
    ...urges.targets.map(({ id, unit }) => one('urge', id, urges.targets.length > 1 ? unit : null)),
    ...(task.acts.conclude ? [one('conclude')] : []),
    ...task.moments.filter((moment) => moment.possible).map(({ act }) => one(act)),
    ...task.parts.flatMap((part) =>
      OF_PARTS.filter((act) => part.acts[act]).map((act) => one(act, part.id, several ? part.unit : null)),
    ),
  ]
  const seen = new Set<string>()
  return {
    no,
    title: task.title,
    directiveNo: task.directive.no,
    acts: acts.filter(({ act, recordId }) => {
      const key = `${act}:${recordId ?? ''}`
      return seen.has(key) ? false : seen.add(key)
    }),
  }
}
