import { isBlank } from '@/domain/bulletins/content-text'
import type { BulletinFacts } from '@/domain/bulletins/guards'
import { isSettled, namingStateOf, type NamingState } from '@/domain/bulletins/naming-check'
import { selvesOf } from '@/domain/permissions/actor'
import type { BulletinNaming } from '@/prisma/generated/client'
import type { LoadedBulletin } from '@/server/bulletins/load-bulletin'
import type { Ctx } from '@/server/context'
import { toLocalDateOrNull } from '@/server/dates'

/** The state of a unit that is named, as of today. */
export function stateOfNaming(ctx: Pick<Ctx, 'today'>, naming: BulletinNaming): NamingState {
  const { passage, toldPassage, answeredAt, waiveReason } = naming
  const answerByOn = toLocalDateOrNull(naming.answerByOn)
  return namingStateOf(
    { passage, toldPassage, answerByOn, answered: answeredAt !== null, waived: waiveReason !== null },
    ctx.today,
  )
}

/** What the guards of a step ask for. */
export async function bulletinFactsOf(ctx: Ctx, bulletin: LoadedBulletin): Promise<BulletinFacts> {
  const [openRemarks, namings] = await Promise.all([
    ctx.tx.bulletinRemark.count({ where: { bulletinId: bulletin.id, settledAt: null } }),
    ctx.tx.bulletinNaming.findMany({ where: { bulletinId: bulletin.id, passage: { not: '' } } }),
  ])
  const selves = selvesOf(ctx.actor)
  return {
    title: bulletin.title,
    blank: isBlank(bulletin.content),
    frozen: bulletin.frozenAt !== null,
    openRemarks,
    named: namings.length,
    unsettled: namings.filter((one) => !isSettled(stateOfNaming(ctx, one))).length,
    own: [bulletin.createdById, bulletin.sentUpById].some((id) => id !== null && selves.includes(id)),
  }
}
