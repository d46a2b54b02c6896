import { isAuditEvent } from '@/domain/audit/events'
import { parseLogFilter, type LogFilter } from '@/domain/audit/log-filter'
import type { Cell } from '@/domain/exports/csv-line'
import { auditValuesMasked } from '@/domain/permissions/policy'
import { changesOf, logWhere } from '@/server/audit/list-entries'
import type { SaidActor } from '@/server/audit/say-actors'
import { sayEntries, type SaidChange } from '@/server/audit/say-entries'
import type { Ctx } from '@/server/context'
import type { PaperWords } from '@/server/documents/paper-words'
import { sheetColumns, type ColumnSpec } from '@/server/exports/sheet-columns'
import type { SourceKind } from '@/server/exports/source'

const BATCH = 1_000

const COLUMNS: readonly ColumnSpec[] = [
  ['seal', 9, 'number'],
  ['at', 20],
  ['who', 18],
  ['role', 12],
  ['unit', 22],
  ['event', 20],
  ['code', 24],
  ['record', 38],
  ['changes', 50],
  ['before', 20],
  ['after', 20],
  ['address', 16],
]

/** 审计记录: the entries of the log's address, newest first; the auditor gets the names of the fields, never values. */
export const auditSource: SourceKind = {
  permission: 'audit.export',
  open: async (ctx, words, query) => {
    const filter = { ...parseLogFilter(Object.fromEntries(new URLSearchParams(query))), before: null }
    const where = await logWhere(ctx, filter)
    return {
      title: words.all('exports.kinds.audit'),
      filter: filterWords(words, filter),
      columns: sheetColumns(words, COLUMNS),
      count: () => ctx.tx.auditEntry.count({ where }),
      batches: async function* () {
        const masked = auditValuesMasked(ctx.actor)
        for await (const rows of entryBatches(ctx, where)) {
          const entries = rows.map(({ value, ...row }) => ({
            ...row,
            changes: changesOf(value?.before, value?.after, masked),
          }))
          yield (await sayEntries(ctx, words, entries)).map((row) => cellsOf(words, row))
        }
      },
    }
  },
}

function filterWords({ all, language }: PaperWords, { noun, person, record, from, to }: LogFilter): string {
  const parts: [string, string | null][] = [
    ['noun', noun && all(`audit.filters.nouns.${noun}`)],
    ['person', person],
    ['record', record],
    ['from', from],
    ['to', to],
  ]
  const said = parts.flatMap(([name, value]) =>
    value ? [all('exports.chosen', { name: all(`audit.filters.${name}`), values: value })] : [],
  )
  return said.length === 0 ? all('audit.filters.anyNoun') : said.join(language === 'en' ? '; ' : '；')
}

/** By the id, which follows the time: entries are only ever added, above. */
async function* entryBatches(ctx: Ctx, where: Awaited<ReturnType<typeof logWhere>>) {
  for (let before: string | null = null; ; ) {
    const rows: Entry[] = await readEntries(ctx, { AND: [where, before ? { id: { lt: before } } : {}] })
    if (rows.length > 0) yield rows
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return
    before = last.id
  }
}

function readEntries(ctx: Ctx, where: Awaited<ReturnType<typeof logWhere>>) {
  return ctx.tx.auditEntry.findMany({
    where,
    orderBy: { id: 'desc' },
    take: BATCH,
    select: {
      id: true,
      at: true,
      event: true,
      actorKind: true,
      actorId: true,
      actorName: true,
      actorUnitId: true,
      onBehalfOfId: true,
      actorRole: true,
      actorUnit: true,
      address: true,
      entity: true,
      entityId: true,
      beforeHash: true,
      afterHash: true,
      value: { select: { before: true, after: true } },
      seal: { select: { no: true } },
    },
  })
}
type Entry = Awaited<ReturnType<typeof readEntries>>[number]
type SaidEntry = Omit<Entry, 'value'> & SaidActor & { changes: readonly SaidChange[] }

function cellsOf({ all, time, language }: PaperWords, row: SaidEntry): Cell[] {
  return [
    row.seal?.no ?? null,
    time(row.at),
    row.who,
    row.actorRole && all(`shell.roles.${row.actorRole}`),
    row.whoUnit,
    isAuditEvent(row.event) ? all(`audit.events.${row.event}`) : row.event,
    row.event,
    row.entityId,
    row.changes
      .map(({ name, before, after }) =>
        before === null && after === null ? name : `${name}: ${before ?? ''} → ${after ?? ''}`,
      )
      .join(language === 'en' ? '; ' : '；'),
    row.beforeHash,
    row.afterHash,
    row.address,
  ]
}
