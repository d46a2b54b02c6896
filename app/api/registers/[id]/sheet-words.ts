import { getLocale, getTranslations } from 'next-intl/server'
import type { RowState } from '@/domain/registers/row-filter'
import type { SheetWords } from '@/server/registers/sheet-words'
import { faultWords } from '../fault-words'

/** The words of a register's workbook in the language of the request. */
export async function sheetWords(): Promise<SheetWords> {
  const [language, t, fault] = await Promise.all([getLocale(), getTranslations('registers'), faultWords()])
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
    fault,
  }
}
