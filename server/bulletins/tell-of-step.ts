import { BULLETIN_EVENT_AUDIT, type BulletinEvent } from '@/domain/bulletins/lifecycle'
import { bulletinNotice, type LoadedBulletin } from '@/server/bulletins/load-bulletin'
import type { Ctx } from '@/server/context'
import { holdersOf } from '@/server/bulletins/holders'
import { notify } from '@/server/notifications/notify'
import { listLeadersInCharge } from '@/server/notifications/portfolio'

/** Tells whoever acts next; of a publication, the units that it names or whose tasks it counts. */
export async function tellOfStep(
  ctx: Ctx,
  bulletin: LoadedBulletin,
  event: BulletinEvent,
  reason: string,
): Promise<void> {
  const params = bulletinNotice(bulletin)
  const { directiveId } = bulletin
  const people = (ids: readonly string[], name: string) =>
    ids.map((personId) => ({ personId, event: name, params: { ...params, reason }, directiveId }))
  switch (event) {
    case 'submit':
      return notify(ctx, ...people(await holdersOf(ctx, 'office_head'), BULLETIN_EVENT_AUDIT[event]))
    case 'send_up':
      return notify(ctx, ...people(await leadersOf(ctx, bulletin), BULLETIN_EVENT_AUDIT[event]))
    case 'approve':
      return notify(ctx, ...people(await holdersOf(ctx, 'office_head'), BULLETIN_EVENT_AUDIT[event]))
    case 'send_back':
      return notify(ctx, ...people([bulletin.createdById], BULLETIN_EVENT_AUDIT[event]))
    case 'publish':
    case 'withdraw': {
      if (event === 'withdraw' && bulletin.publishedAt === null) return
      const name = BULLETIN_EVENT_AUDIT[event]
      const units = await unitsConcerned(ctx, bulletin)
      // Of a report to the leaders a unit reads what is said of it alone.
      const title = bulletin.kind === 'bulletin' ? bulletin.title : `B${bulletin.no}`
      return notify(
        ctx,
        ...units.map((unitId) => ({
          unitId,
          event: name,
          params: { ...params, title, reason },
          directiveId: null,
        })),
      )
    }
  }
}

/** A bulletin goes to every leader, a report on a directive to those in charge of it. */
async function leadersOf(ctx: Ctx, { directiveId }: LoadedBulletin): Promise<string[]> {
  return directiveId ? listLeadersInCharge(ctx, { unitId: null, directiveId }) : holdersOf(ctx, 'leader')
}

/** Units that are named, and of a bulletin (which units read whole) the leads of the tasks that it counts. */
async function unitsConcerned(ctx: Ctx, bulletin: LoadedBulletin): Promise<string[]> {
  const named = await ctx.tx.bulletinNaming.findMany({
    where: { bulletinId: bulletin.id, passage: { not: '' }, toldAt: { not: null } },
    select: { unitId: true },
  })
  const leads =
    bulletin.kind === 'bulletin' && bulletin.frozenVersion !== null
      ? await ctx.tx.bulletinRow.findMany({
          where: { bulletinId: bulletin.id, version: bulletin.frozenVersion, unitId: { not: null } },
          distinct: ['unitId'],
          select: { unitId: true },
        })
      : []
  return [...new Set([...named, ...leads].flatMap(({ unitId }) => (unitId ? [unitId] : [])))]
}
