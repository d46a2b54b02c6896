// The demo's bulletins: one published a week ago, with the units that it named told and their answers; one that is still being written.
import { answerNaming } from '@/server/bulletins/answer-naming'
import { draftBulletin, draftBulletinSchema } from '@/server/bulletins/draft-bulletin'
import { freezeBulletin } from '@/server/bulletins/freeze-bulletin'
import { stepBulletin, stepBulletinSchema } from '@/server/bulletins/step-bulletin'
import { tellUnits } from '@/server/bulletins/tell-units'
import { waiveNaming } from '@/server/bulletins/waive-naming'
import type { BulletinEvent } from '@/domain/bulletins/lifecycle'
import type { Ctx } from '@/server/context'
import { accountAt } from './demo-cast'
import { minuteOf, type Act, type Stage } from './demo-stage'
import { NOTICE } from './demo-story-notice'
import { DEMO_UNITS, OFFICE } from './demo-units'

const HEAD = accountAt(OFFICE, 'office_head')
const LEADER = accountAt('msb', 'leader')
/** The unit whose head answers in the demo; the others have no more to say. */
const ANSWERS = 'ylfw'

/** The acts, in the order in which the days bring them. */
export function bulletinActs(stage: Stage): Act[] {
  const acts: Act[] = []
  const go = (name: string, day: number, base: number, by: string, run: Act['run']) => {
    const key = `bulletin/${name}`
    acts.push({ key, at: stage.dates.at(day, minuteOf(key, base, 20)), by, run })
  }
  const draft = (title: string) => (ctx: Ctx) =>
    draftBulletin(ctx, draftBulletinSchema.parse({ language: 'zh-CN', title }))
  const step = (event: BulletinEvent) => async (ctx: Ctx) =>
    stepBulletin(ctx, stepBulletinSchema.parse({ ...(await first(ctx)), event }))
  go('draft', -8, 9 * 60, NOTICE.officer, draft(`关于${stage.dates.zh(-8)}前重点任务落实情况的通报`))
  go('freeze', -8, 10 * 60, NOTICE.officer, async (ctx) => freezeBulletin(ctx, await first(ctx)))
  go('tell', -8, 11 * 60, NOTICE.officer, async (ctx) => tellUnits(ctx, await first(ctx)))
  go('answer', -7, 9 * 60, accountAt(ANSWERS, 'unit_head'), async (ctx, on) => {
    const naming = await ctx.tx.bulletinNaming.findFirst({
      where: { unitId: on.unitId(ANSWERS), toldAt: { not: null } },
      select: { id: true, version: true },
    })
    if (!naming) return null
    const answer = '情况属实。已倒排工期，明确专人负责，确保按期办结。'
    return answerNaming(ctx, { namingId: naming.id, version: naming.version, answer })
  })
  go('waive', -7, 15 * 60, NOTICE.officer, async (ctx) => waiveAll(ctx))
  go('submit', -7, 16 * 60, NOTICE.officer, step('submit'))
  go('send-up', -6, 9 * 60, HEAD, step('send_up'))
  go('approve', -6, 15 * 60, LEADER, step('approve'))
  go('publish', -6, 16 * 60, HEAD, step('publish'))
  go('draft-next', 0, 9 * 60, NOTICE.officer, draft(''))
  return acts
}

/** The published one: the first that was drafted. */
async function first(ctx: Ctx): Promise<{ bulletinId: string; version: number }> {
  const { id, version } = await ctx.tx.bulletin.findFirstOrThrow({
    orderBy: { no: 'asc' },
    select: { id: true, version: true },
  })
  return { bulletinId: id, version }
}

/** Units that say by telephone that they agree; those without accounts were told in writing. */
async function waiveAll(ctx: Ctx): Promise<void> {
  const { bulletinId } = await first(ctx)
  const left = await ctx.tx.bulletinNaming.findMany({
    where: { bulletinId, answeredAt: null, passage: { not: '' } },
    select: { id: true, unit: { select: { code: true } } },
  })
  const external = new Set(DEMO_UNITS.filter(({ kind }) => kind === 'external').map(({ code }) => code))
  for (const { id, unit } of left) {
    const reason = external.has(unit.code) ? '已书面告知' : '电话核对，该单位无异议'
    await waiveNaming(ctx, { ...(await first(ctx)), namingId: id, reason })
  }
}
