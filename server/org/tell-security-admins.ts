import type { Ctx } from '@/server/context'
import { inEffectOn } from '@/server/org/in-effect'
import { notify } from '@/server/notifications/notify'

/** Tells the security administrators that an account was locked, who alone may unlock it; each as a person, wherever they sit. */
export async function tellSecurityAdmins(ctx: Ctx, account: string): Promise<void> {
  const holders = await ctx.tx.roleGrant.findMany({
    where: { role: 'security_admin', ...inEffectOn(ctx.today), person: { status: 'active' } },
    select: { personId: true },
    distinct: ['personId'],
  })
  await notify(
    ctx,
    ...holders.map(({ personId }) => ({ personId, event: 'session.locked', params: { title: account } })),
  )
}
