// Responsibility statements in the demo: one in force of which the tasks grew since, one signed that waits for the leader, one that waits for its head.
import { countersignStatement } from '@/server/statements/countersign-statement'
import { createStatements } from '@/server/statements/create-statements'
import { signStatement } from '@/server/statements/sign-statement'
import type { Ctx } from '@/server/context'
import { accountAt, leaderOf } from './demo-cast'
import { minuteOf, need, type Act, type Stage } from './demo-stage'
import { DEMO_PASSWORD } from './seed-accounts'

/** Days are working days from the day of the seeding. */
type StatementStory = {
  directive: string
  unit: string
  by: string
  drawnUp: number
  signed?: number
  countersigned?: number
}

const STATEMENTS: StatementStory[] = [
  { directive: 'minutes', unit: 'shjz', by: 'lijing', drawnUp: -24, signed: -23, countersigned: -22 },
  { directive: 'notice', unit: 'ghcw', by: 'weishuqin', drawnUp: -2, signed: -1 },
  { directive: 'notice', unit: 'shjz', by: 'weishuqin', drawnUp: -1 },
]

/** Drawn up by the officer, signed by the unit's head, countersigned by the leader in charge, each with the password of the demo. */
export function statementActs(stage: Stage): Act[] {
  return STATEMENTS.flatMap(({ directive, unit, by, drawnUp, signed, countersigned }) => {
    const act = (name: string, day: number, base: number, who: string, run: Act['run']): Act => {
      const key = `statement/${directive}/${unit}/${name}`
      return { key, at: stage.dates.at(day, minuteOf(key, base)), by: who, run }
    }
    const draw = act('draw-up', drawnUp, 10 * 60, by, (ctx, on) =>
      createStatements(ctx, { directiveId: need(on.directives, directive), unitIds: [on.unitId(unit)] }),
    )
    const sign = (day: number) =>
      act('sign', day, 11 * 60, accountAt(unit, 'unit_head'), async (ctx, on) =>
        proven(await signStatement(ctx, await signatureOf(ctx, on, directive, unit))),
      )
    const countersign = (day: number) =>
      act('countersign', day, 15 * 60, leaderOf(unit), async (ctx, on) =>
        proven(await countersignStatement(ctx, await signatureOf(ctx, on, directive, unit))),
      )
    return [
      draw,
      ...(signed === undefined ? [] : [sign(signed)]),
      ...(countersigned === undefined ? [] : [countersign(countersigned)]),
    ]
  })
}

async function signatureOf(ctx: Ctx, on: Stage, directive: string, unit: string) {
  const where = { directiveId: need(on.directives, directive), unitId: on.unitId(unit) }
  const { id, version } = await ctx.tx.statement.findFirstOrThrow({
    where,
    orderBy: { seq: 'desc' },
    select: { id: true, version: true },
  })
  return { statementId: id, version, read: 'on' as const, name: ctx.actor.name, password: DEMO_PASSWORD }
}

/** A wrong password is an answer; in the demo it is a mistake of the story. */
function proven(answer: { kind: string }): { kind: string } {
  if (answer.kind !== 'signed') throw new Error(`the demo's signature was answered by ${answer.kind}`)
  return answer
}
