import { LEDGER_PAPERS } from '@/domain/documents/paper-kinds'
import type { Locale } from '@/i18n/locales'
import { newId } from '@/lib/new-id'
import { recordAudit } from '@/server/audit/record-audit'
import { assertMay } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { sha256 } from '@/server/audit/record-audit'
import { failNotFound } from '@/server/errors'
import { makePaper, type PaperInput } from './make-paper'
import { renderDocx } from './render-docx'

/** A paper as a DOCX file; that it was taken is recorded with its checksum. Throws as `makePaper`. */
export async function exportPaper(ctx: Ctx, input: PaperInput & { locale: Locale }) {
  const as = assertMay(ctx.actor, 'record.export')
  const document = await makePaper(ctx, input, input.locale)
  const bytes = await renderDocx(document)
  await recordAudit(ctx, {
    event: 'record.exported',
    as,
    ...(await recordOf(ctx, input)),
    after: {
      paper: input.kind,
      format: 'docx',
      name: document.name,
      // Of what the ledger showed: its filter stands on the paper, its address here.
      ...(input.query === undefined ? {} : { query: input.query }),
      checksum: sha256(bytes),
    },
  })
  return { bytes, name: `${document.name}.docx` }
}

/** The record that the entry is about. */
async function recordOf(ctx: Ctx, { kind, no }: PaperInput) {
  if (LEDGER_PAPERS.includes(kind)) return { entity: 'export', entityId: newId(ctx.now.getTime()) }
  const where = { no: Number(no.replace(/\D/g, '')) }
  if (kind === 'urge-slip') {
    const slip = await ctx.tx.urgeSlip.findUniqueOrThrow({ where, select: { id: true, unitId: true } })
    return { entity: 'urge_slip', entityId: slip.id, unitId: slip.unitId }
  }
  if (kind === 'statement') {
    const { id, directiveId, unitId } = await ctx.tx.statement.findUniqueOrThrow({
      where,
      select: { id: true, directiveId: true, unitId: true },
    })
    return { entity: 'statement', entityId: id, directiveId, unitId }
  }
  if (kind === 'bulletin') {
    const bulletin = await ctx.tx.bulletin.findUniqueOrThrow({
      where,
      select: { id: true, directiveId: true },
    })
    return { entity: 'bulletin', entityId: bulletin.id, directiveId: bulletin.directiveId }
  }
  if (/^d/i.test(no) || kind === 'task-list') {
    const directive = await ctx.tx.directive.findUnique({ where, select: { id: true } })
    return directive
      ? { entity: 'directive', entityId: directive.id, directiveId: directive.id }
      : failNotFound()
  }
  const task = await ctx.tx.task.findUniqueOrThrow({ where, select: { id: true, directiveId: true } })
  return { entity: 'task', entityId: task.id, taskId: task.id, directiveId: task.directiveId }
}
