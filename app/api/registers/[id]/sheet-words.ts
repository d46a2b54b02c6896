import { getLocale, getTranslations } from 'next-intl/server'
import type { SheetWords } from '@/server/registers/sheet-words'
import { faultWords } from '../fault-words'

/** The words of a register's workbook in the language of the request. */
export async function sheetWords(): Promise<SheetWords> {
  const [language, t, fault] = await Promise.all([getLocale(), getTranslations('registers'), faultWords()])
  return {
    language,
    no: t('columns.no'),
    problem: t('sheet.problem'),
    hint: t('sheet.hint'),
    fault,
  }
}
