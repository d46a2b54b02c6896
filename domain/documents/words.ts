import type { LocalDate } from '@/domain/calendar/local-date'
import type { OfficialDocument, Say } from './model'

/** What a paper is worded with: its language, the words of `documents`, dates as prose writes them. */
export type Words = {
  language: OfficialDocument['language']
  say: Say
  /** 2020年4月10日, 10 Apr 2020 */
  day: (on: LocalDate) => string
}

/** A date in words, a dash where there is none. */
export function dayOr(words: Words, on: LocalDate | null, none = '—'): string {
  return on === null ? none : words.day(on)
}

/** 、 or a comma. */
export function joined(words: { language: string }, parts: readonly string[]): string {
  return parts.join(words.language === 'en' ? ', ' : '、')
}

/** ‘《…》’ around the title of a Chinese paper; English titles stand in quotation marks. */
export function titled(words: Words, title: string): string {
  if (words.language === 'en') return `“${title}”`
  // A title inside a title takes the single marks.
  return `《${title.replaceAll('《', '〈').replaceAll('》', '〉')}》`
}
