import { acknowledgeDueOn } from '@/domain/calendar/acknowledge-limit'
import { cleanText, displayFrom } from '@/domain/directives/clean'
import { coverageFigures } from '@/domain/directives/draft/standing'
import { maySubmit } from '@/domain/tasks/submission-check'
import type { Ctx } from '@/server/context'
import { datesOf } from '@/server/directives/workspace/date-info'
import type { CheckPage } from '@/server/directives/workspace/get-check-page'
import { checksOf, chosenParts } from '@/server/directives/workspace/submission-facts'
import { findOwnPart } from './find-own-part'
import { listBelowChoices } from './get-breakdown'
import { loadExcerpt } from './load-excerpt'

/** 提交前检查 of a breakdown: what would go out, what blocks it, and whether this person may send it. Throws not_found. */
export async function getBreakdownCheck(ctx: Ctx, no: number) {
  const { task, assignment, obstacle, mayDispatch } = await findOwnPart(ctx, no)
  const draft = await loadExcerpt(ctx, { task, assignment })
  const tasks = draft.tasks.filter((one) => one.status === 'draft')
  const checks = await checksOf(ctx, draft, tasks)
  const cleaned = cleanText(draft.text)
  const placeOf = new Map(draft.provisions.map((one) => [one.id, one]))
  const parts = tasks.flatMap(chosenParts)
  const page: Pick<CheckPage, 'cards' | 'checks' | 'coverage' | 'units' | 'people' | 'dates'> = {
    cards: tasks.map((one) => ({
      ...one,
      quotes: one.provisionIds.flatMap((id) => {
        const at = placeOf.get(id)
        return at ? [displayFrom(cleaned, at.start, at.end, { simplified: true })] : []
      }),
    })),
    checks,
    coverage: coverageFigures(draft.provisions),
    units: await listBelowChoices(ctx, assignment.unitId),
    people: [],
    dates: datesOf(ctx, draft, []),
  }
  return {
    ...page,
    task: { no: task.no, title: task.title },
    assignment: { id: assignment.id, unit: { name: assignment.unit.name, nameEn: assignment.unit.nameEn } },
    obstacle,
    recipients: new Set(parts.map((one) => one.unitId)).size,
    notices: parts.length,
    acknowledgeDueOn: acknowledgeDueOn(ctx.now, task.directive.urgency, ctx.settings, ctx.calendar),
    mayDispatch,
    ready: mayDispatch && obstacle === null && tasks.length > 0 && maySubmit(checks),
  }
}

export type BreakdownCheck = Awaited<ReturnType<typeof getBreakdownCheck>>
