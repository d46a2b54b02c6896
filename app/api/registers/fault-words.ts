import { getTranslations } from 'next-intl/server'
import { placesOf } from '@/components/shared/failure-text'

type Fault = (column: string, code: string, params?: Record<string, string | number>) => string

/** A fault of a cell in the language of the request: the column's name and what is wrong. */
export async function faultWords(): Promise<Fault> {
  const [t, all] = await Promise.all([getTranslations('registers.import'), getTranslations()])
  return (column, code, params) => {
    const place = placesOf(code).find((key) => all.has(key))
    return t('fault', { column, what: place ? all(place, params) : code })
  }
}
