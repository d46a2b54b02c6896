import type { ExportFormat, ExportKind } from '@/domain/exports/export'
import type { Locale } from '@/i18n/locales'
import { assertMay } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { paperWords } from '@/server/documents/paper-words'
import { exportPlace } from './export-file'
import { SOURCES } from './sources'
import { writeList, type Written } from './write-list'

/** Which list, as its row says. */
export type AskedExport = {
  id: string
  kind: ExportKind
  format: ExportFormat
  query: string
  locale: Locale
}

/** Opens the list for the person of `ctx`. Throws forbidden, not_found. */
export async function openSource(
  ctx: Ctx,
  { kind, query, locale }: Pick<AskedExport, 'kind' | 'query' | 'locale'>,
) {
  const { permission, open } = SOURCES[kind]
  const as = assertMay(ctx.actor, permission)
  const words = await paperWords(ctx, locale)
  return { as, words, source: await open(ctx, words, query) }
}

/** Writes the file of an export inside one transaction, whose snapshot it is: heads that state filter, time, person; then the rows. */
export async function writeExport(
  ctx: Ctx,
  asked: AskedExport,
  progress?: (rows: number) => Promise<void>,
): Promise<Written> {
  const { words, source } = await openSource(ctx, asked)
  const note = words.all('exports.note', {
    filter: source.filter,
    at: words.time(ctx.now),
    by: words.nameOf({ name: ctx.actor.name, nameEn: ctx.actor.nameEn ?? '' }),
  })
  const list = { title: source.title, note, columns: source.columns, batches: source.batches() }
  return writeList(exportPlace(asked.id), asked.format, list, progress)
}
