// A directive's story as acts: taken in, decided on, sent for approval, dispatched or declined, closed.
import { closeDirective } from '@/server/directives/close-directive'
import { takeInDirective } from '@/server/directives/take-in-directive'
import { approveTasks } from '@/server/directives/workspace/approve-tasks'
import { declineTasks } from '@/server/directives/workspace/decline-tasks'
import { submitTasks } from '@/server/directives/workspace/submit-tasks'
import { dispatchDirective } from '@/server/tasks/dispatch-tasks'
import { linkRequirements } from '@/server/tasks/link-requirements'
import type { Ctx } from '@/server/context'
import { accountAt } from './demo-cast'
import { decide } from './demo-decide'
import { minuteOf, need, type Act, type Stage } from './demo-stage'
import type { DirectiveStory } from './demo-story'
import { taskActs } from './demo-task-acts'
import { OFFICE } from './demo-units'

const HEAD = accountAt(OFFICE, 'office_head')

/** Everything that happens to a directive and its tasks. */
export function directiveActs(story: DirectiveStory, stage: Stage): Act[] {
  const { dates } = stage
  const act = (name: string, day: number, base: number, by: string, run: Act['run']): Act => {
    const key = `${story.key}/${name}`
    return { key, at: dates.at(day, minuteOf(key, base, 20)), by, run }
  }
  const id = (from: Stage) => need(from.directives, story.key)
  const acts: Act[] = [
    {
      ...act('take-in', story.takenIn, 10 * 60, story.officer, (ctx) => takeIn(ctx, stage, story)),
      keep: ({ directives }, answer) => directives.set(story.key, (answer as { id: string }).id),
    },
    {
      ...act('decide', story.takenIn, 15 * 60, story.officer, (ctx, on) => decide(ctx, on, story, id(on))),
      keep: ({ tasks }, answer) => {
        for (const [key, taskId] of Object.entries(answer as Record<string, string>))
          tasks.set(`${story.key}/${key}`, taskId)
      },
    },
  ]
  story.waves.forEach((wave, number) => {
    const own = story.tasks.filter((task) => (task.wave ?? 0) === number).map(({ key }) => key)
    const go = (verb: string, day: number, base: number, by: string, run: Act['run']) =>
      acts.push(act(`${verb}-${number}`, day, base, by, run))
    go('submit', wave.submitted, 16 * 60, story.officer, async (ctx, on) =>
      submitTasks(ctx, { directiveId: id(on), tasks: await refsOf(ctx, on, story, own) }),
    )
    if (wave.dispatched !== undefined)
      go('dispatch', wave.dispatched, 8 * 60 + 20, HEAD, async (ctx, on) =>
        dispatchDirective(ctx, {
          directiveId: id(on),
          version: await versionOf(ctx, id(on)),
          taskIds: own.map((key) => need(on.tasks, `${story.key}/${key}`)),
        }),
      )
    const { approved, declined } = wave
    if (approved)
      go('approve', approved.day, 9 * 60, HEAD, async (ctx, on) =>
        approveTasks(ctx, { directiveId: id(on), tasks: await refsOf(ctx, on, story, approved.keys) }),
      )
    if (declined)
      go('decline', declined.day, 9 * 60 + 30, HEAD, async (ctx, on) =>
        declineTasks(ctx, {
          directiveId: id(on),
          tasks: await refsOf(ctx, on, story, declined.keys),
          reason: declined.reason,
        }),
      )
    if (wave.dispatched !== undefined) {
      const out = { directive: story.key, day: wave.dispatched }
      for (const task of story.tasks)
        if (own.includes(task.key)) acts.push(...taskActs(task, out, stage, story.officer))
    }
  })
  for (const { day, key, as } of story.same ?? [])
    acts.push(
      act(`same-${key}`, day, 11 * 60, story.officer, async (ctx, on) =>
        linkRequirements(ctx, {
          taskId: need(on.tasks, `${story.key}/${key}`),
          otherId: need(on.tasks, as),
        }),
      ),
    )
  const { closed } = story
  if (closed)
    acts.push(
      act('close', closed.day, 17 * 60, HEAD, async (ctx, on) =>
        closeDirective(ctx, {
          directiveId: id(on),
          version: await versionOf(ctx, id(on)),
          reason: closed.reason,
        }),
      ),
    )
  return acts
}

async function takeIn(ctx: Ctx, { dates }: Stage, story: DirectiveStory) {
  return takeInDirective(ctx, {
    source: { kind: 'text', text: story.text(dates) },
    title: story.title,
    issuer: story.issuer,
    docNumber: story.docNumber?.(dates) ?? '',
    kind: story.kind,
    issuedOn: dates.on(story.issued),
    chair: story.chair ?? '',
    urgency: story.urgency ?? 'none',
    marking: 'internal',
    secretChecked: false,
    acceptDuplicate: false,
  })
}

async function refsOf(ctx: Ctx, { tasks }: Stage, story: DirectiveStory, keys: readonly string[]) {
  const ids = keys.map((key) => need(tasks, `${story.key}/${key}`))
  return ctx.tx.task.findMany({ where: { id: { in: ids } }, select: { id: true, version: true } })
}

async function versionOf(ctx: Ctx, id: string): Promise<number> {
  const { version } = await ctx.tx.directive.findUniqueOrThrow({ where: { id }, select: { version: true } })
  return version
}
