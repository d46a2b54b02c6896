import { z } from 'zod'
import { AT_ONCE_ROWS, EXPORT_FORMATS, EXPORT_KINDS, MOST_ROWS, MOST_WAITING } from '@/domain/exports/export'
import { QUERY_LENGTH } from '@/domain/tasks/ledger-filter'
import { newId } from '@/lib/new-id'
import type { Ctx } from '@/server/context'
import { failForbidden, failRefused } from '@/server/errors'
import { finishExport } from './finish-export'
import { openSource, writeExport } from './write-export'

/** Which list, as what, in which language; `query` is what stands after the question mark of the list's page. */
export const askExportSchema = z.object({
  kind: z.enum(EXPORT_KINDS),
  format: z.enum(EXPORT_FORMATS),
  query: z.string().max(QUERY_LENGTH),
  language: z.enum(['zh-CN', 'en']),
})

/**
 * 导出: takes a list out as it stands. Up to 10,000 rows are written in the request, more by a job that tells when they are ready. Throws
 * forbidden, not_found; refused `export.empty`, `export.too_many_rows`, `export.too_many_waiting`.
 */
export async function askExport(
  ctx: Ctx,
  { kind, format, query, language }: z.output<typeof askExportSchema>,
): Promise<{ id: string; ready: boolean; rows: number }> {
  const { personId } = ctx.actor
  if (personId === null) return failForbidden()
  const asked = { id: newId(ctx.now.getTime()), kind, format, query, locale: language }
  const { source } = await openSource(ctx, asked)
  const total = await source.count()
  if (total === 0) failRefused('export.empty')
  if (total > MOST_ROWS) failRefused('export.too_many_rows', { most: MOST_ROWS })
  const waiting = await ctx.tx.export.count({ where: { personId, status: { in: ['queued', 'running'] } } })
  if (total > AT_ONCE_ROWS && waiting >= MOST_WAITING)
    failRefused('export.too_many_waiting', { most: MOST_WAITING })
  const row = await ctx.tx.export.create({
    data: {
      ...asked,
      personId,
      filter: source.filter,
      total,
      fileName: `${source.title} ${ctx.today}.${format}`,
      askedAt: ctx.now,
    },
    select: { status: true, filter: true, fileName: true },
  })
  if (total > AT_ONCE_ROWS) return { id: asked.id, ready: false, rows: total }
  const written = await writeExport(ctx, asked)
  await finishExport(ctx, { row: { ...asked, ...row }, written, tell: false })
  return { id: asked.id, ready: true, rows: written.rows }
}
