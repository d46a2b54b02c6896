import { joined } from '@/domain/documents/words'
import { formatDue } from '@/domain/tasks/ledger-due'
import type { LedgerFilter } from '@/domain/tasks/ledger-filter'
import type { PaperWords } from '@/server/documents/paper-words'
import type { Ctx } from '@/server/context'
import { nameChosen } from '@/server/tasks/ledger-choices'

/** Most tasks that a head names one by one. */
const MOST_SAID = 30

/** The filter of the ledger in words, as the files and the log state it: the view, then what is chosen. */
export async function ledgerFilterWords(ctx: Ctx, words: PaperWords, filter: LedgerFilter): Promise<string> {
  return (await ledgerFiltersWords(ctx, words, [filter]))[0] ?? ''
}

/** As `ledgerFilterWords` for many at once, in their order: what they name is read once. */
export async function ledgerFiltersWords(
  ctx: Ctx,
  words: PaperWords,
  filters: readonly LedgerFilter[],
): Promise<string[]> {
  if (filters.length === 0) return []
  const units = filters.flatMap(({ lead, unit }) => [...lead, ...unit])
  const named = await nameChosen(
    ctx,
    units,
    filters.flatMap(({ directive }) => directive),
  )
  return filters.map((filter) => filterSaid(words, named, filter))
}

type Named = Awaited<ReturnType<typeof nameChosen>>

function filterSaid(words: PaperWords, named: Named, filter: LedgerFilter): string {
  const { all, language } = words
  const unit = (code: string) => {
    const found = named.units.find((one) => one.code === code)
    return found ? words.nameOf(found) : code
  }
  const directive = (no: number) => named.directives.find((one) => one.no === no)?.title ?? `D${no}`
  const { no } = filter
  const chosen: [string, readonly string[]][] = [
    ['no', no.length > MOST_SAID ? [all('exports.named', { count: no.length })] : no.map((one) => `T${one}`)],
    ['directive', filter.directive.map(directive)],
    ['lead', filter.lead.map(unit)],
    ['unit', filter.unit.map(unit)],
    ['light', filter.light.map((light) => all(`common.lights.${light}`))],
    ['status', filter.status.map((status) => all(`tasks.status.${status}`))],
    ['type', filter.type.map((type) => all(`tasks.kind.${type}`))],
    ['move', filter.move.map((party) => all(`exports.parties.${party}`))],
    [
      'due',
      filter.due
        ? [typeof filter.due === 'string' ? all(`exports.due.${filter.due}`) : formatDue(filter.due)]
        : [],
    ],
    ['during', filter.during ? [all(`ledger.during.${filter.during.event}`, { ...filter.during })] : []],
    ['q', filter.q ? [filter.q] : []],
  ]
  const parts = chosen.flatMap(([name, values]) =>
    values.length === 0
      ? []
      : [
          all('exports.chosen', {
            name: all(`exports.filters.${name}`),
            values: joined({ language }, values),
          }),
        ],
  )
  return [all(`tasks.views.${filter.view}`), ...parts].join(language === 'en' ? '; ' : '；')
}
