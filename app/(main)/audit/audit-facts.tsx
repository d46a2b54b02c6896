import { FactBand } from '@/components/audit/fact-band'
import { can } from '@/domain/permissions/policy'
import { countFacts } from '@/server/audit/list-facts'
import { requireCtx } from '@/server/web/ctx'

/** 值得查看 on the page of the log, for discipline alone. */
export async function AuditFacts() {
  const ctx = await requireCtx()
  return can(ctx.actor, 'fact.read') ? <FactBand counts={await countFacts(ctx)} /> : null
}
