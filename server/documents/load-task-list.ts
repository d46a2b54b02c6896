import type { TaskListFacts } from '@/domain/documents/task-list'
import { LIGHT_MARKS } from '@/domain/documents/light-marks'
import type { Ctx } from '@/server/context'
import { countTasksByLight } from '@/server/directives/light-counts'
import { listTasksOfDirective } from '@/server/directives/list-tasks-of-directive'
import { visibleDirectives } from '@/server/directives/scope'
import { failNotFound } from '@/server/errors'
import type { PaperWords } from './paper-words'

const SHOWN = ['ok', 'risk', 'off', 'idle', 'done', 'late', 'suspended', 'terminated'] as const

/** A directive's tasks for this reader, as its page lists them. Throws not_found. */
export async function loadTaskList(ctx: Ctx, words: PaperWords, no: number): Promise<TaskListFacts> {
  const directive = await ctx.tx.directive.findFirst({
    where: { AND: [{ no }, visibleDirectives(ctx.actor)] },
    select: { id: true, no: true, title: true, docNumber: true, marking: true },
  })
  if (!directive) return failNotFound()
  const [rows, counted] = await Promise.all([
    listTasksOfDirective(ctx, directive.id),
    countTasksByLight(ctx, [directive.id]),
  ])
  const counts = counted.get(directive.id) ?? {}
  const { all } = words
  const standing = SHOWN.filter((light) => counts[light]).map(
    (light) => `${LIGHT_MARKS[light] ?? ''} ${all(`common.lights.${light}`)} ${counts[light] ?? 0}`,
  )
  return {
    marking: all(`directives.marks.${directive.marking}`),
    no: directive.no,
    directive,
    rows: rows.map((row) => ({
      no: row.no,
      title: row.title,
      lead: row.lead ? words.nameOf(row.lead) : '—',
      dueOn: row.dueOn,
      cycle: row.cycle ? all(`tasks.cycle.${row.cycle}`) : '',
      light: words.light(row.light) || all(`tasks.status.${row.status}`),
      progress: `${row.claimedProgress}% / ${row.verifiedProgress}%`,
    })),
    total: Math.max(
      rows.length,
      Object.values(counts).reduce((sum, one) => sum + one, 0),
    ),
    standing: standing.join(words.language === 'en' ? ', ' : '，'),
    printed: words.printed(ctx.actor),
  }
}
