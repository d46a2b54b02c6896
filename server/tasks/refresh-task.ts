import type { LocalDate } from '@/domain/calendar/local-date'
import { isActiveAssignment } from '@/domain/tasks/assignment-lifecycle'
import { lightOf, nextLightChangeOn, type LightFacts } from '@/domain/tasks/light'
import type { Pause } from '@/domain/tasks/reporting-cycle'
import { whoseMove } from '@/domain/tasks/whose-move'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { startOfDay, toLocalDate } from '@/server/dates'
import { countOpenBelow, NOTHING_BELOW } from '@/server/tasks/count-below'
import { shownLightSql } from '@/server/tasks/counted'
import { readPauses } from '@/server/tasks/reporting-rule'
import {
  figuresOf,
  lightFactsOf,
  moveFactsOf,
  standingNear,
  standingSelect,
  type StandingTask,
} from '@/server/tasks/standing'

type RuleCtx = Pick<Ctx, 'tx' | 'now' | 'today' | 'settings' | 'calendar'>

/**
 * Recomputes the kept projections of one task (lights, figures, whose move). The last step of every command on it. A command on
 * one assignment (or some) names them: of a task that was handed down to hundreds the others stay as they are.
 */
export async function refreshTask(
  ctx: RuleCtx,
  taskId: string,
  assignmentIds?: string | readonly string[],
): Promise<void> {
  await refreshTasks(ctx, [taskId], assignmentIds === undefined ? undefined : [assignmentIds].flat())
}

/**
 * As `refreshTask` for many: few reads, two writes, however many. Versions are not bumped: nothing was decided. With
 * `assignmentIds`: the tasks' own parts and, of what was handed down, these alone.
 */
export async function refreshTasks(
  ctx: RuleCtx,
  taskIds: readonly string[],
  assignmentIds?: readonly string[],
): Promise<void> {
  if (taskIds.length === 0) return
  const select = assignmentIds ? standingNear(assignmentIds) : standingSelect
  const tasks = await ctx.tx.task.findMany({ where: { id: { in: [...taskIds] } }, select })
  const below = await countOpenBelow(ctx, taskIds)
  const pauses = await readPauses(
    ctx,
    tasks.filter((task) => task.cycle).map((task) => task.id),
  )
  const of = (task: StandingTask) => pauses.get(task.id) ?? []
  const taskRows = tasks.map((task) => {
    const open = below.get(task.id) ?? NOTHING_BELOW
    return projectTask(ctx, task, open.assignments + open.tasks, of(task))
  })
  const assignmentRows = tasks.flatMap((task) =>
    task.assignments.map((one) => projectAssignment(ctx, task, one, of(task))),
  )
  await ctx.tx.$executeRaw`
    WITH v AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(taskRows)}::jsonb) AS v(id uuid, light text, light_facts jsonb, next_on date,
        lead_unit_id uuid, claimed int, verified int, last_report_at timestamptz, move jsonb, late boolean, completed_late boolean)),
    kept AS (
      UPDATE tasks t SET light = v.light::"Light", light_facts = v.light_facts, light_next_change_on = v.next_on, lead_unit_id = v.lead_unit_id,
        claimed_progress = v.claimed, verified_progress = v.verified, last_report_at = v.last_report_at,
        move = v.move, move_party = v.move ->> 'party', move_since_on = (v.move ->> 'since')::date,
        ever_overdue = t.ever_overdue OR v.late, completed_late = v.completed_late
      FROM v WHERE t.id = v.id RETURNING t.*),
    stands AS (
      SELECT id AS task_id, status, ${shownLightSql(Prisma.sql`kept`)} AS light, lead_unit_id, due_on, claimed_progress AS claimed,
        verified_progress AS verified
      FROM kept WHERE dispatched_at IS NOT NULL)
    INSERT INTO task_standings (task_id, at, status, light, lead_unit_id, due_on, claimed, verified, was_light, was_lead_unit_id)
    SELECT s.task_id, greatest(${ctx.now}, last.at), s.status, s.light, s.lead_unit_id, s.due_on, s.claimed, s.verified, last.light, last.lead_unit_id
    FROM stands s LEFT JOIN LATERAL (SELECT * FROM task_standings l WHERE l.task_id = s.task_id ORDER BY l.at DESC, l.id DESC LIMIT 1) last ON TRUE
    WHERE last.id IS NULL OR (last.status, last.light, last.lead_unit_id, last.due_on, last.claimed, last.verified)
      IS DISTINCT FROM (s.status, s.light, s.lead_unit_id, s.due_on, s.claimed, s.verified)`
  await ctx.tx.$executeRaw`
    UPDATE assignments a SET light = v.light::"Light", light_facts = v.light_facts, light_next_change_on = v.next_on,
      claimed_progress = v.claimed, verified_progress = v.verified, verified_basis = v.basis::"VerificationBasis",
      last_report_at = v.last_report_at, ever_overdue = a.ever_overdue OR v.late
    FROM jsonb_to_recordset(${JSON.stringify(assignmentRows)}::jsonb) AS v(id uuid, light text, light_facts jsonb, next_on date,
      claimed int, verified int, basis text, last_report_at timestamptz, late boolean)
    WHERE a.id = v.id`
}

/**
 * Refreshes the tasks whose light is due to change by `today`, oldest first; returns how many, fewer than `limit` only when none is
 * left. For the timed job. Each day is turned as of itself, so that a job that stood still for a week leaves the same history. A
 * task that somebody is acting on is left to that act.
 */
export async function refreshDueLights(ctx: RuleCtx, limit = 500): Promise<number> {
  for (let turned = 0; ; ) {
    const due = await ctx.tx.$queryRaw<{ task_id: string; assignment_id: string | null; on: Date }[]>`
      SELECT d.* FROM (
        SELECT id AS task_id, NULL::uuid AS assignment_id, light_next_change_on AS "on" FROM tasks WHERE light_next_change_on <= ${ctx.today}::date
        UNION ALL SELECT task_id, id, light_next_change_on FROM assignments WHERE light_next_change_on <= ${ctx.today}::date) d
      JOIN tasks t ON t.id = d.task_id ORDER BY d."on" LIMIT ${limit - turned} FOR NO KEY UPDATE OF t SKIP LOCKED`
    const [first] = due
    if (!first) return turned
    const that = due.filter((row) => row.on.getTime() === first.on.getTime())
    await refreshTasks(
      asOfDay(ctx, toLocalDate(first.on)),
      [...new Set(that.map((row) => row.task_id))],
      that.flatMap((row) => row.assignment_id ?? []),
    )
    turned += that.length
    if (turned >= limit) return turned
  }
}

/** As at the beginning of an earlier day; today stays as it is. */
function asOfDay(ctx: RuleCtx, day: LocalDate): RuleCtx {
  return day < ctx.today ? { ...ctx, today: day, now: startOfDay(day, ctx.settings.zone) } : ctx
}

function projectLight(ctx: RuleCtx, facts: LightFacts) {
  const { light, late } = lightOf(facts, ctx.settings, ctx.calendar, ctx.today)
  const next_on = nextLightChangeOn(facts, ctx.settings, ctx.calendar, ctx.today)
  return { light, light_facts: facts, next_on, late }
}

function projectTask(ctx: RuleCtx, task: StandingTask, openBelow: number, pauses: readonly Pause[]) {
  const { zone } = ctx.settings
  const lead = task.assignments.find((one) => one.part === 'lead' && isActiveAssignment(one.status))
  const figures = lead ? figuresOf(lead) : null
  const view = projectLight(ctx, lightFactsOf(ctx, task, lead, pauses, 'task'))
  return {
    id: task.id,
    ...view,
    completed_late: view.light === 'done' && view.late,
    lead_unit_id: lead?.unitId ?? null,
    claimed: figures?.claimed ?? 0,
    verified: figures?.verified ?? 0,
    last_report_at: figures?.lastReportAt ?? null,
    move: whoseMove(moveFactsOf(task, zone, openBelow)),
  }
}

function projectAssignment(
  ctx: RuleCtx,
  task: StandingTask,
  assignment: StandingTask['assignments'][number],
  pauses: readonly Pause[],
) {
  const { claimed, verified, basis, lastReportAt } = figuresOf(assignment)
  const view = projectLight(ctx, lightFactsOf(ctx, task, assignment, pauses, 'assignment'))
  return { id: assignment.id, ...view, claimed, verified, basis, last_report_at: lastReportAt }
}
