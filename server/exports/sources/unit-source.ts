import type { Cell } from '@/domain/exports/csv-line'
import { isMean, UNIT_FIGURES, type UnitFigure } from '@/domain/org/unit-figures'
import { can } from '@/domain/permissions/policy'
import { percentOf, valueOf, type Ratio } from '@/domain/tasks/metrics'
import type { Ctx } from '@/server/context'
import type { PaperWords } from '@/server/documents/paper-words'
import { failForbidden } from '@/server/errors'
import { sheetColumns, type ColumnSpec } from '@/server/exports/sheet-columns'
import type { SourceKind } from '@/server/exports/source'
import { getUnitFigures, listUnitFigures, type UnitFigures } from '@/server/org/list-unit-figures'

const COLUMNS: readonly ColumnSpec[] = [
  ['unitCode', 14],
  ['unit', 28],
  ['figure', 20],
  ['counted', 10, 'number'],
  ['outOf', 10, 'number'],
  ['percent', 10, 'number'],
  ['mean', 10, 'number'],
]

/**
 * 单位情况 as its page shows it: a row a unit and figure, with both numbers, twelve months and each of them; `unit` names the one whose page
 * it is, with those below. Of few cases no percentage is given.
 */
export const unitSource: SourceKind = {
  permission: 'record.export',
  open: async (ctx, words, query) => {
    const { all, nameOf, language } = words
    if (!can(ctx.actor, 'unit.read_figures')) return failForbidden()
    const { months, units, named } = await readUnits(ctx, new URLSearchParams(query).get('unit'))
    const [from, to] = [months[0] ?? '', months.at(-1) ?? '']
    return {
      title: all('exports.kinds.units'),
      filter: [named ? nameOf(named) : all('exports.allUnits'), all('figures.scope', { from, to })].join(
        language === 'en' ? '; ' : '；',
      ),
      columns: [...sheetColumns(words, COLUMNS), ...months.map((month) => ({ words: month, width: 10 }))],
      count: async () => units.length * UNIT_FIGURES.length,
      batches: async function* () {
        for (const unit of units) yield UNIT_FIGURES.map((figure) => cellsOf(words, unit, figure))
      },
    }
  },
}

/** The units of the page: all that it lists, or the one with those right below it. */
async function readUnits(ctx: Ctx, code: string | null) {
  if (code === null) {
    const { months, rows } = await listUnitFigures(ctx)
    return { months, units: rows, named: null }
  }
  const { months, unit, below } = await getUnitFigures(ctx, code)
  return { months, units: [unit, ...below], named: unit }
}

function cellsOf({ all, nameOf }: PaperWords, unit: UnitFigures, figure: UnitFigure): Cell[] {
  const { total, months } = unit.figures[figure]
  const mean = isMean(figure) ? valueOf(total) : null
  return [
    unit.code,
    nameOf(unit),
    all(`figures.names.${figure}`),
    total.numerator,
    total.denominator,
    isMean(figure) ? null : percentOf(total),
    mean === null ? null : Math.round(mean * 10) / 10,
    ...months.map((month) => month && monthWords(figure, month)),
  ]
}

/** A space keeps office programs from reading 1/2 as a day. */
function monthWords(figure: UnitFigure, { numerator, denominator }: Ratio): string {
  return figure === 'requests' ? String(numerator) : `${numerator} / ${denominator}`
}
