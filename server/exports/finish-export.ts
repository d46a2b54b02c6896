import { KEEP_DAYS, nextExportStatus, type ExportStatus } from '@/domain/exports/export'
import { recordAudit } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import { notify } from '@/server/notifications/notify'
import { openSource, type AskedExport } from './write-export'
import type { Written } from './write-list'

const DAY_MS = 86_400_000

/** The row as a job or a request finds it. */
export type ExportRow = AskedExport & { status: ExportStatus; filter: string; fileName: string }

/**
 * The file is there: from now on its person may fetch it, for seven days. Recorded with filter, rows and checksum; told where a job wrote it.
 * Refused `export.ended` where the row went another way meanwhile.
 */
export async function finishExport(
  ctx: Ctx,
  { row, written, tell }: { row: ExportRow; written: Written; tell: boolean },
): Promise<void> {
  if (nextExportStatus(row.status, 'finish') === null) failRefused('export.ended')
  const { as, source } = await openSource(ctx, row)
  const { rows, bytes, checksum } = written
  const expiresAt = new Date(ctx.now.getTime() + KEEP_DAYS * DAY_MS)
  const changed = await ctx.tx.export.updateMany({
    where: { id: row.id, status: row.status },
    data: { status: 'ready', rows, bytes, checksum, readyAt: ctx.now, expiresAt },
  })
  if (changed.count !== 1) failRefused('export.ended')
  await recordAudit(ctx, {
    event: row.kind === 'audit' ? 'audit.exported' : 'record.exported',
    as,
    entity: 'export',
    entityId: row.id,
    ...source.record,
    after: { list: row.kind, format: row.format, filter: row.filter, count: rows, checksum },
  })
  const { personId } = ctx.actor
  if (tell && personId)
    await notify(ctx, { personId, event: 'record.exported', params: { title: row.fileName, rows } })
}
