import { z } from 'zod'
import {
  differencesOf,
  hashOfContent,
  statementContentSchema,
  type StatementContent,
} from '@/domain/statements/content'
import type { Grant } from '@/domain/permissions/actor'
import { isOpenStatement } from '@/domain/statements/lifecycle'
import { recordAudits, sha256 } from '@/server/audit/record-audit'
import { assertMay } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import { notify } from '@/server/notifications/notify'
import { entryOf } from '@/server/statements/load-statement'
import { readContents } from '@/server/statements/read-contents'
import { readableDirective } from '@/server/study/open-directive'
import { failStale } from '@/server/versions'

const ids = z
  .array(z.uuid())
  .or(z.uuid().transform((id) => [id]))
  .default([])
  .transform((all) => [...new Set(all)])

/** For which units of a directive. */
export const createStatementsSchema = z.object({ directiveId: z.uuid(), unitIds: ids })

/**
 * 起草责任状 by the office: of each unit a snapshot of what is asked of it now, for its head to sign. A statement that says just that already is
 * left as it is; an open one that says something else is withdrawn, one in force stays until the new one is countersigned. Refused where nothing
 * is new. Throws forbidden, not_found.
 */
export async function createStatements(
  ctx: Ctx,
  input: z.output<typeof createStatementsSchema>,
): Promise<{ directiveNo: number; added: number }> {
  const as = assertMay(ctx.actor, 'statement.draw_up')
  const directive = await readableDirective(ctx, input.directiveId)
  // Two officers at once draw up one after the other.
  await ctx.tx.$queryRaw`SELECT id FROM directives WHERE id = ${directive.id}::uuid FOR NO KEY UPDATE`
  if (directive.status !== 'in_force') return failRefused('statement.directive_ended')
  if (input.unitIds.length === 0) return failRefused('statement.no_unit')
  const [contents, latest] = await Promise.all([
    readContents(ctx, directive.id, input.unitIds),
    readLatest(ctx, directive.id, input.unitIds),
  ])
  if (contents.size < input.unitIds.length) return failRefused('statement.no_tasks')
  const wanted = input.unitIds.flatMap((unitId): Wanted[] => {
    const [content, last] = [contents.get(unitId), latest.get(unitId)]
    const ended = last?.status === 'sent_back' || last?.status === 'withdrawn'
    if (!content || (last && !ended && saysTheSame(last, content))) return []
    return [{ unitId, content, last }]
  })
  if (wanted.length === 0) return failRefused('statement.nothing_new')
  const open = wanted.flatMap(({ last }) => (last && isOpenStatement(last.status) ? [last] : []))
  await withdrawAll(ctx, open, as)
  await createAll(ctx, { directive, wanted, as })
  return { directiveNo: directive.no, added: wanted.length }
}

type Wanted = { unitId: string; content: StatementContent; last?: Latest }

/** The newest statement of each unit. */
async function readLatest(ctx: Ctx, directiveId: string, unitIds: readonly string[]) {
  const rows = await ctx.tx.statement.findMany({
    where: { directiveId, unitId: { in: [...unitIds] } },
    orderBy: [{ unitId: 'asc' }, { seq: 'desc' }],
    distinct: ['unitId'],
  })
  return new Map(rows.map((row) => [row.unitId, row]))
}
type Latest = Awaited<ReturnType<typeof readLatest>> extends ReadonlyMap<string, infer R> ? R : never

const saysTheSame = (last: Latest, content: StatementContent) =>
  differencesOf(statementContentSchema.parse(last.content), content).length === 0

/** What waited for a signature and says something else by now. Throws conflict where somebody signed meanwhile. */
async function withdrawAll(ctx: Ctx, open: readonly Latest[], as: Grant | null): Promise<void> {
  const [first] = open
  if (!first) return
  const written = await ctx.tx.statement.updateMany({
    where: { OR: open.map(({ id, version }) => ({ id, version })) },
    data: { status: 'withdrawn', endedAt: ctx.now, version: { increment: 1 } },
  })
  if (written.count < open.length) await failStale(ctx, first.id)
  await recordAudits(
    ctx,
    open.map((one) =>
      entryOf(one, 'statement.withdrawn', as, {
        before: { status: one.status },
        after: { status: 'withdrawn' },
      }),
    ),
  )
}

type New = {
  directive: { id: string; no: number; title: string }
  wanted: readonly Wanted[]
  as: Grant | null
}

async function createAll(ctx: Ctx, { directive, wanted, as }: New): Promise<void> {
  const contentOf = new Map(wanted.map(({ unitId, content }) => [unitId, content]))
  const rows = await ctx.tx.statement.createManyAndReturn({
    data: wanted.map(({ unitId, content, last }) => ({
      directiveId: directive.id,
      unitId,
      seq: (last?.seq ?? 0) + 1,
      content,
      contentHash: hashOfContent(content, sha256),
      drawnUpById: ctx.actor.personId ?? '',
      drawnUpAt: ctx.now,
    })),
  })
  await recordAudits(
    ctx,
    rows.map((row) =>
      entryOf(row, 'statement.drawn_up', as, {
        after: {
          status: row.status,
          tasks: (contentOf.get(row.unitId)?.tasks ?? []).map((task) => `T${task.no}`),
        },
      }),
    ),
  )
  await notify(
    ctx,
    ...rows.map(({ unitId }) => ({
      unitId,
      event: 'statement.drawn_up',
      params: {
        no: directive.no,
        title: directive.title,
        unit: contentOf.get(unitId)?.unit.name ?? '',
      },
      directiveId: directive.id,
    })),
  )
}
