import { FILTER_FIELDS, fieldKeys, type ValuePlace } from '@/domain/audit/value-words'
import { nameIn, readColumns, type Column } from '@/domain/registers/columns'
import { wordsOf } from '@/domain/registers/read-row'
import { parseLedgerQuery } from '@/domain/tasks/ledger-filter'
import type { Change } from '@/server/audit/list-entries'
import { sayActors, type SaidActor } from '@/server/audit/say-actors'
import { sayValue, type Meanings } from '@/server/audit/say-value'
import { valueNames } from '@/server/audit/value-names'
import type { Ctx } from '@/server/context'
import type { PaperWords } from '@/server/documents/paper-words'
import { ledgerFiltersWords } from '@/server/exports/filter-words'

type Entry = { entity: string; entityId: string; changes: readonly Change[] } & Parameters<
  Awaited<ReturnType<typeof sayActors>>
>[0]

/** A changed field in words: its name, what it held and holds; null where nothing. */
export type SaidChange = { field: string; name: string; before: string | null; after: string | null }

/** Entries with who acted and what changed in the reader's words, for a page or a batch at once. Masked ones keep the names of fields alone. */
export async function sayEntries<E extends Entry>(
  ctx: Ctx,
  words: PaperWords,
  entries: readonly E[],
): Promise<(Omit<E, 'changes'> & SaidActor & { changes: SaidChange[] })[]> {
  const changes = entries.flatMap((entry) => entry.changes)
  const [names, filters, columns, actorOf] = await Promise.all([
    valueNames(
      ctx,
      words,
      changes.flatMap((one) => [one.before, one.after]),
    ),
    filtersSaid(ctx, words, changes),
    columnsOf(ctx, entries),
    sayActors(ctx, words, entries),
  ])
  return entries.map((entry) => ({
    ...entry,
    ...actorOf(entry),
    changes: entry.changes.map(({ field, before, after }) => {
      const column = columns.get(entry.entityId)?.find((one) => one.key === field)
      const say = column
        ? (value: unknown) => cellSaid(words, column, value, names)
        : (value: unknown) => sayValue(words, { entity: entry.entity, field }, value, { names, filters })
      return {
        field,
        name: column ? nameIn(column, words.locale) : fieldName(words, { entity: entry.entity, field }),
        before: say(before),
        after: say(after),
      }
    }),
  }))
}

/** The name of a field as the log says it; its key where it has none. */
function fieldName({ has, all }: PaperWords, place: ValuePlace): string {
  const rule = /^urge_([a-z_]+)$/.exec(place.field)?.[1]
  if (rule && has(`urges.rules.${rule}`))
    return all('audit.values.urgeRule', { rule: all(`urges.rules.${rule}`) })
  const key = fieldKeys(place).find(has)
  return key ? all(key) : place.field
}

/** The addresses of the ledger's filters among the values, each in words. */
async function filtersSaid(
  ctx: Ctx,
  words: PaperWords,
  changes: readonly Change[],
): Promise<Meanings['filters']> {
  const said = changes.filter((one) => FILTER_FIELDS.includes(one.field))
  const addresses = [...new Set(said.flatMap((one) => [one.before, one.after]))]
  const queries = addresses.filter((one): one is string => typeof one === 'string')
  const filters = await ledgerFiltersWords(ctx, words, queries.map(parseLedgerQuery))
  return new Map(queries.map((query, at) => [query, filters[at] ?? query]))
}

/** The columns of the registers whose rows changed, by row. */
async function columnsOf(ctx: Ctx, entries: readonly Entry[]): Promise<ReadonlyMap<string, Column[]>> {
  const ids = entries.flatMap((one) => (one.entity === 'register_row' ? [one.entityId] : []))
  if (ids.length === 0) return new Map()
  const rows = await ctx.tx.registerRow.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, register: { select: { columns: true } } },
  })
  return new Map(rows.map(({ id, register }) => [id, readColumns(register.columns)]))
}

function cellSaid(
  { locale }: PaperWords,
  column: Column,
  value: unknown,
  names: Meanings['names'],
): string | null {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return null
  return wordsOf(column, value, locale, (id) => names.get(id) ?? '') || null
}
