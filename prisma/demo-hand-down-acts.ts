// A task handed down in the demo: the lead's head gives it to all provinces, those named take it on, one hands it on to its own units.
import { acknowledgeAssignment } from '@/server/tasks/acknowledge-assignment'
import { handDownTask, handDownTaskSchema } from '@/server/tasks/hand-down-task'
import { accountAt } from './demo-cast'
import { assignmentOf, type Go } from './demo-stage'
import type { TaskStory } from './demo-story'

/** Handed down by the lead's head on a day; acknowledged by liaisons; by one province to its cities and counties two days later. */
export function handDownActs(go: Go, { lead, handedDown }: TaskStory, path: string): void {
  if (!handedDown) return
  const { day, note, acknowledged, onward } = handedDown
  const down = (unit: string, on: number, kinds: string[], words: string) =>
    go(`hand-down-${unit}`, on, 15 * 60, accountAt(unit, 'unit_head'), async (ctx, stage) => {
      const own = await assignmentOf(ctx, stage, path, unit)
      return handDownTask(ctx, handDownTaskSchema.parse({ ...own, kinds, note: words }))
    })
  const takeOn = (unit: string, on: number) =>
    go(`acknowledge-${unit}`, on, 9 * 60, accountAt(unit, 'liaison'), async (ctx, stage) =>
      acknowledgeAssignment(ctx, await assignmentOf(ctx, stage, path, unit)),
    )
  down(lead, day, ['province'], note)
  for (const unit of acknowledged) takeOn(unit, day + 1)
  if (!onward) return
  down(onward.unit, day + 2, ['city', 'county'], onward.note)
  for (const unit of onward.acknowledged) takeOn(unit, day + 3)
}
