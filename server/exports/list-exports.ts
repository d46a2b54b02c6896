import { isFetchable } from '@/domain/exports/export'
import type { Ctx } from '@/server/context'
import { failNotFound } from '@/server/errors'

const PAGE = 50

/** The person's own exports, newest first, fifty a page; nobody sees another's. */
export async function listExports(ctx: Ctx, before: string | null) {
  const rows = await ctx.tx.export.findMany({
    where: { personId: ctx.actor.personId ?? '', ...(before ? { id: { lt: before } } : {}) },
    orderBy: { id: 'desc' },
    take: PAGE + 1,
    select: {
      id: true,
      kind: true,
      format: true,
      filter: true,
      status: true,
      total: true,
      rows: true,
      fileName: true,
      bytes: true,
      askedAt: true,
      expiresAt: true,
    },
  })
  const shown = rows.slice(0, PAGE)
  return {
    rows: shown.map((row) => ({
      ...row,
      askedAt: row.askedAt.toISOString(),
      expiresAt: row.expiresAt?.toISOString() ?? null,
      fetchable: isFetchable(row, ctx.now),
    })),
    older: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
  }
}

export type ExportList = Awaited<ReturnType<typeof listExports>>

/** The file of an own export while it is there. Throws not_found, also for everybody else's. */
export async function findExportFile(ctx: Ctx, id: string) {
  const row = await ctx.tx.export.findFirst({
    where: { id, personId: ctx.actor.personId ?? '' },
    select: { id: true, status: true, expiresAt: true, fileName: true, bytes: true },
  })
  if (!row || !isFetchable(row, ctx.now)) return failNotFound()
  return { id: row.id, name: row.fileName, size: row.bytes ?? undefined }
}
