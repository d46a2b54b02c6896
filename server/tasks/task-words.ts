import { firstUnpublishedYear } from '@/domain/calendar/calendar-change'
import type { LocalDate } from '@/domain/calendar/local-date'
import { workingDaysBetween } from '@/domain/calendar/working-days'
import { homeUnitsOf } from '@/domain/permissions/actor'
import type { LightReason, LightView } from '@/domain/tasks/light'
import { isOpenTask, type TaskKind, type TaskStatus } from '@/domain/tasks/lifecycle'
import type { ReportingCycle } from '@/domain/tasks/reporting-cycle'
import type { Move } from '@/domain/tasks/whose-move'
import type { Ctx } from '@/server/context'

/** What a due date means today: `days` are working days left, or past; a cycle stands where there is no date. */
export type DueMeaning =
  | { code: 'left' | 'overdue' | 'overdue_rest_days' | 'today' | 'closed' | 'none'; days: number }
  /** Counted into a year whose calendar is not published: said, never guessed silently. */
  | { code: 'about'; days: number; year: number }
  | { code: 'cycle'; cycle: ReportingCycle; days: number }

/** Says what a due date means as of today; overdue from the day after it. */
export function dueMeaning(
  ctx: Pick<Ctx, 'today' | 'calendar'>,
  task: {
    status: TaskStatus
    kind: TaskKind
    cycle: ReportingCycle | null
    dueOn: LocalDate | null
    completedOn: LocalDate | null
  },
): DueMeaning {
  const { dueOn } = task
  if (!isOpenTask(task.status)) return { code: 'closed', days: 0 }
  if (task.kind === 'ongoing' && task.cycle) return { code: 'cycle', cycle: task.cycle, days: 0 }
  if (dueOn === null) return { code: 'none', days: 0 }
  if (ctx.today === dueOn) return { code: 'today', days: 0 }
  if (ctx.today < dueOn) {
    const days = workingDaysBetween(ctx.today, dueOn, ctx.calendar)
    const year = firstUnpublishedYear(ctx.today, dueOn, ctx.calendar)
    return year === null ? { code: 'left', days } : { code: 'about', days, year }
  }
  const days = workingDaysBetween(dueOn, ctx.today, ctx.calendar)
  return { code: days === 0 ? 'overdue_rest_days' : 'overdue', days }
}

/** A light as it is drawn: late completion and the marks for suspended and terminated tasks have names of their own. */
export type ShownLight = {
  name: 'idle' | 'ok' | 'risk' | 'off' | 'done' | 'late' | 'suspended' | 'terminated'
  reason: LightReason
  params: Record<string, string | number>
}

/** The drawn light of a task; null where nothing is drawn (not gone out yet, declined). */
export function shownLight(status: string, view: LightView | null): ShownLight | null {
  const rests = view?.light === null ? view.reason.code : status
  if (rests === 'suspended' || rests === 'terminated') return { name: rests, reason: rests, params: {} }
  if (!view?.light || view.reason.code === 'not_dispatched') return null
  const name = view.light === 'done' && view.late ? 'late' : view.light
  return { name, reason: view.reason.code, params: view.reason.params }
}

/** Whose move, on what, and for how many working days. */
export type ShownMove<U> = { party: Move['party']; act: Move['act']; unit: U | null; days: number }

/** A move for this reader: that a report waits for its signature stays in the unit, others see that it is to report. */
export function shownMove<U extends { id: string }>(
  ctx: Pick<Ctx, 'today' | 'calendar' | 'actor'>,
  move: Move | null,
  unit: U | null,
): ShownMove<U> | null {
  if (!move) return null
  const inside = move.unitId !== undefined && homeUnitsOf(ctx.actor).includes(move.unitId)
  const act = move.act === 'sign_off' && !inside ? 'report' : move.act
  const days = Math.max(0, workingDaysBetween(move.since, ctx.today, ctx.calendar))
  return { party: move.party, act, unit, days }
}
