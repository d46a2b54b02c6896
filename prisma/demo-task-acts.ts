// A dispatched task's story as acts: acknowledged or refused, ruled on, waived, completed, struck off.
import { acknowledgeAssignment } from '@/server/tasks/acknowledge-assignment'
import { completeTask } from '@/server/tasks/complete-task'
import { refuseAssignment } from '@/server/tasks/refuse-assignment'
import { ruleOnRefusal } from '@/server/tasks/rule-on-refusal'
import { strikeOffTask } from '@/server/tasks/strike-off-task'
import { waiveAssignment } from '@/server/tasks/waive-assignment'
import { sendUrges } from '@/server/urges/send-urges'
import { signAnswer } from '@/server/urges/sign-answer'
import { besideActs } from './demo-beside-acts'
import { accountAt, actingUnit } from './demo-cast'
import { handDownActs } from './demo-hand-down-acts'
import { reportActs } from './demo-report-acts'
import { assignmentOf, minuteOf, taskOf, type Act, type Go, type Stage } from './demo-stage'
import type { TaskStory } from './demo-story'
import { OFFICE } from './demo-units'

const HEAD = accountAt(OFFICE, 'office_head')

/** Everything that happens to a task after it went out on a day. */
export function taskActs(
  task: TaskStory,
  sent: { directive: string; day: number },
  stage: Stage,
  officer: string,
): Act[] {
  const acts: Act[] = []
  const path = `${sent.directive}/${task.key}`
  const go: Go = (name, day, base, by, run) => {
    const key = `${path}/${name}`
    acts.push({ key, at: stage.dates.at(day, minuteOf(key, base)), by, run })
  }
  const { refused, waived, completed, struckOff } = task

  for (const unit of [task.lead, ...(task.support ?? [])]) {
    const day = task.acknowledged?.[unit] === undefined ? sent.day + 1 : task.acknowledged[unit]
    if (day === null || refused?.unit === unit) continue
    go(
      `acknowledge-${unit}`,
      day,
      9 * 60,
      accountAt(actingUnit(unit, task.lead), 'liaison'),
      async (ctx, on) => acknowledgeAssignment(ctx, await assignmentOf(ctx, on, path, unit)),
    )
  }
  if (refused) {
    go('refuse', refused.day, 13 * 60, accountAt(refused.unit, 'unit_head'), async (ctx, on) =>
      refuseAssignment(ctx, { ...(await assignmentOf(ctx, on, path, refused.unit)), reason: refused.reason }),
    )
    const { stands } = refused
    if (stands)
      go('rule', stands.day, 15 * 60, officer, async (ctx, on) =>
        ruleOnRefusal(ctx, {
          ...(await assignmentOf(ctx, on, path, refused.unit)),
          ruling: 'stands',
          reason: stands.reason,
        }),
      )
  }
  task.reports?.forEach((report, index) => reportActs(go, task, path, report, index, officer))
  if (waived)
    go('waive', waived.day, 15 * 60, officer, async (ctx, on) =>
      waiveAssignment(ctx, { ...(await assignmentOf(ctx, on, path, waived.unit)), reason: waived.reason }),
    )
  besideActs(go, task, path)
  handDownActs(go, task, path)
  if (task.urged) urgeActs(go, task.urged, task.lead, path, officer)
  if (completed !== undefined)
    go('complete', completed, 18 * 60, HEAD, async (ctx, on) =>
      completeTask(ctx, await taskOf(ctx, on, path)),
    )
  if (struckOff !== undefined)
    go('strike-off', struckOff, 10 * 60, HEAD, async (ctx, on) =>
      strikeOffTask(ctx, await taskOf(ctx, on, path)),
    )
  return acts
}

/** 催办 by the officer and, where it came, the answer that the unit's head signed. */
function urgeActs(
  go: Go,
  urged: NonNullable<TaskStory['urged']>,
  lead: string,
  path: string,
  officer: string,
) {
  const { day, text, answered } = urged
  go('urge', day, 10 * 60, officer, async (ctx, on) => {
    const { assignmentId } = await assignmentOf(ctx, on, path, lead)
    return sendUrges(ctx, { chosen: [assignmentId], level: 1, answerBy: '+2wd', text })
  })
  if (answered)
    go('answer-urge', answered.day, 14 * 60, accountAt(lead, 'unit_head'), async (ctx, on) => {
      const { assignmentId } = await assignmentOf(ctx, on, path, lead)
      const { id, version } = await ctx.tx.urgeSlip.findFirstOrThrow({
        where: { urges: { some: { assignmentId } } },
        select: { id: true, version: true },
      })
      return signAnswer(ctx, { slipId: id, version, answer: answered.text })
    })
}
