// The stage on which the demo's stories are played: every act is a real command by a real actor at its time, and acts once. A seeding
// that was killed is played again from the start: what was done answers from its receipt, the rest follows.
import type { Ctx } from '@/server/context'
import type { Db } from '@/server/db'
import { turnLights } from '@/server/jobs/refresh-lights'
import { runCommand } from '@/server/run-command'
import type { Actor } from '@/domain/permissions/actor'
import type { DemoDates } from './demo-dates'

/** What the acts share: ids by code and key, filled as the acts come back. */
export type Stage = {
  db: Db
  dates: DemoDates
  unitId: (code: string) => string
  personId: (account: string) => string
  unitName: (code: string) => string
  /** Directives and tasks by the keys of the stories. */
  directives: Map<string, string>
  tasks: Map<string, string>
}

/** Somebody does something at an instant; `keep` takes what is needed later out of the answer. */
export type Act = {
  key: string
  at: Date
  by: string
  run: (ctx: Ctx, stage: Stage) => Promise<unknown>
  keep?: (stage: Stage, answer: unknown) => void
}

/** An act on one task: name, day, earliest minute, account, what is done. */
export type Go = (name: string, day: number, base: number, by: string, run: Act['run']) => void

/** Plays the acts in the order of time, so that the record reads as it happened. Throws with the act's key where a rule refuses it. */
export async function play(
  stage: Stage,
  acts: readonly Act[],
  actorOf: (account: string) => Promise<Actor>,
): Promise<void> {
  const inOrder = [...acts].sort((a, b) => a.at.getTime() - b.at.getTime())
  let night = new Date(0)
  for (const act of inOrder) {
    const before = stage.dates.nightBefore(act.at)
    // Lights turn with the days, by the job that turns them every night: the history is that of an office that ran all the while.
    if (before > night) await turnLights({ db: stage.db, now: before })
    night = before
    const actor = await actorOf(act.by)
    try {
      const answer = await runCommand(actor, (ctx) => act.run(ctx, stage), undefined, {
        name: 'seed-demo',
        idempotencyKey: act.key,
        now: act.at,
        db: stage.db,
      })
      act.keep?.(stage, answer)
    } catch (error) {
      throw new Error(`the demo's act ${act.key} failed`, { cause: error })
    }
  }
}

/** What a story names and an earlier act made. Throws where the act has not come yet. */
export function need(map: ReadonlyMap<string, string>, key: string): string {
  const found = map.get(key)
  if (found === undefined) throw new Error(`the demo has no ${key} yet`)
  return found
}

/** Minutes within an hour or so from `base`, by the words of the key: people do not act on the full hour. */
export function minuteOf(key: string, base: number, spread = 55): number {
  let sum = 0
  for (const char of key) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 100_003
  return base + (sum % spread)
}

/** The unit's assignment on the task as it now stands. */
export async function assignmentOf(ctx: Ctx, { tasks, unitId }: Stage, path: string, unit: string) {
  const where = { taskId: need(tasks, path), unitId: unitId(unit), status: { not: 'replaced' as const } }
  const { id, version } = await ctx.tx.assignment.findFirstOrThrow({
    where,
    select: { id: true, version: true },
  })
  return { assignmentId: id, version }
}

/** A task as it now stands. */
export async function taskOf(ctx: Ctx, { tasks }: Stage, path: string) {
  const id = need(tasks, path)
  const { version } = await ctx.tx.task.findUniqueOrThrow({ where: { id }, select: { version: true } })
  return { taskId: id, version }
}
