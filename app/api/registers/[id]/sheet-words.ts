import { getLocale, getTranslations } from 'next-intl/server'
import { placesOf } from '@/components/shared/failure-text'
import type { RowState } from '@/domain/registers/row-filter'
import type { SheetWords } from '@/server/registers/sheet-words'

/** The words of a register's workbook in the language of the request. */
export async function sheetWords(): Promise<SheetWords> {
  const [language, t, all] = await Promise.all([getLocale(), getTranslations('registers'), getTranslations()])
  return {
    language,
    no: t('columns.no'),
    unit: t('columns.unit'),
    state: t('columns.state'),
    problem: t('sheet.problem'),
    states: { open: t('states.open'), put_right: t('states.put_right'), withdrawn: t('states.withdrawn') },
    note: (facts) => t('sheet.note', facts),
    hint: t('sheet.hint'),
    filter: (state, unit) => {
      const words = t(`states.${state as RowState}`)
      return unit === null ? words : t('sheet.filterUnit', { state: words, unit })
    },
    fault: (column, code, params) => {
      const place = placesOf(code).find((key) => all.has(key))
      return t('import.fault', { column, what: place ? all(place, params) : code })
    },
  }
}
