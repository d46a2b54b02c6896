import { z } from 'zod'
import { availableStatementEvents } from '@/domain/statements/available'
import { differencesOf, hashOfContent, statementContentSchema } from '@/domain/statements/content'
import { isOpenStatement } from '@/domain/statements/lifecycle'
import { sha256 } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { visibleDirectives } from '@/server/directives/scope'
import { failNotFound } from '@/server/errors'
import { hasTwoStep } from '@/server/org/two-step/get-two-step'
import { readContents } from '@/server/statements/read-contents'
import { visibleStatements } from '@/server/statements/scope'

const who = { select: { name: true, nameEn: true } } as const

/** The number of a statement as an address says it; null for anything else. */
export function statementNo(value: string): number | null {
  const parsed = z.coerce.number().int().min(1).max(2_147_483_647).safeParse(value)
  return /^\d{1,10}$/.test(value) && parsed.success ? parsed.data : null
}

/**
 * A statement as its reader sees it: what was signed, whether it is still what its sum says, where the present facts differ, the other
 * statements of the unit for the directive, and what this person may do. Throws not_found.
 */
export async function getStatement(ctx: Ctx, no: number) {
  const found = await ctx.tx.statement.findFirst({
    where: { AND: [{ no }, visibleStatements(ctx.actor)] },
    include: {
      directive: {
        select: { id: true, no: true, title: true, docNumber: true, marking: true, status: true },
      },
      unit: { select: { id: true, code: true, name: true, nameEn: true } },
      drawnUpBy: who,
      signedBy: who,
      signedFor: who,
      countersignedBy: who,
      countersignedFor: who,
      sentBackBy: who,
    },
  })
  if (!found) return failNotFound()
  const content = statementContentSchema.parse(found.content)
  const { directive, unitId } = found
  const compared = isOpenStatement(found.status) || found.status === 'in_force'
  const [present, readable, versions] = await Promise.all([
    compared ? readContents(ctx, directive.id, [unitId]) : null,
    ctx.tx.directive.count({ where: { AND: [{ id: directive.id }, visibleDirectives(ctx.actor)] } }),
    ctx.tx.statement.findMany({
      where: { directiveId: directive.id, unitId },
      orderBy: { seq: 'desc' },
      take: 50,
      select: { no: true, seq: true, status: true, drawnUpAt: true, countersignedAt: true },
    }),
  ])
  const now = present?.get(unitId) ?? { ...content, tasks: [] }
  const differences = present ? differencesOf(content, now) : []
  const events = availableStatementEvents(ctx.actor, found)
  const signs = events.some((event) => event === 'sign' || event === 'countersign')
  const ended = directive.status !== 'in_force'
  return {
    ...found,
    content,
    intact: hashOfContent(content, sha256) === found.contentHash,
    differences,
    directive: { ...directive, readable: readable > 0 },
    versions: versions.map(({ drawnUpAt, countersignedAt, ...one }) => ({
      ...one,
      drawnUpAt: drawnUpAt.toISOString(),
      countersignedAt: countersignedAt?.toISOString() ?? null,
    })),
    events,
    /** True where the signer may give a code of their second factor instead of the password. */
    byCode: signs && (await hasTwoStep(ctx.tx, ctx.actor.personId)),
    /** Why a signature is not possible though it is this person's to give. */
    blocked: ended ? ('ended' as const) : differences.length > 0 ? ('changed' as const) : null,
  }
}

export type StatementPage = Awaited<ReturnType<typeof getStatement>>
