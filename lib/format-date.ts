/** `table` 2020-04-10 · `prose` 2020年4月10日 / 10 Apr 2020 · `short` 04-10 · `day` 4月10日 周五 / Fri 10 Apr */
export type DateLook = 'table' | 'prose' | 'short' | 'day'
type Language = 'zh-CN' | 'en'

const DAY_MS = 86_400_000
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const WEEKDAYS: Record<Language, readonly string[]> = {
  'zh-CN': ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
}

function partsOf(on: string) {
  const [year = 0, month = 1, day = 1] = on.split('-').map(Number)
  return { year, month, day }
}

/** Calendar days from one date to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS)
}

/** 周五 / Fri */
export function weekdayOf(on: string, locale: Language): string {
  return WEEKDAYS[locale][new Date(`${on}T00:00:00Z`).getUTCDay()] ?? ''
}

/** Writes a date 'YYYY-MM-DD' in one of the house's forms. */
export function formatDate(on: string, locale: Language, look: DateLook = 'table'): string {
  const { year, month, day } = partsOf(on)
  if (look === 'table') return on
  if (look === 'short') return on.slice(5)
  const name = MONTHS[month - 1] ?? ''
  if (look === 'day') {
    return locale === 'en'
      ? `${weekdayOf(on, locale)} ${day} ${name}`
      : `${month}月${day}日 ${weekdayOf(on, locale)}`
  }
  return locale === 'en' ? `${day} ${name} ${year}` : `${year}年${month}月${day}日`
}

/** The month of a date: 4月 / Apr, and with its year 2020年4月 / Apr 2020. */
export function formatMonth(on: string, locale: Language, withYear: boolean): string {
  const { year, month } = partsOf(on)
  if (locale === 'en') return withYear ? `${MONTHS[month - 1]} ${year}` : (MONTHS[month - 1] ?? '')
  return withYear ? `${year}年${month}月` : `${month}月`
}

/** A due date: with its weekday when it lies within 14 days of `today`, either way. */
export function formatDue(on: string, today: string, locale: Language, look: DateLook = 'table'): string {
  const near = Math.abs(daysBetween(today, on)) <= 14
  return near && look !== 'day'
    ? `${formatDate(on, locale, look)} ${weekdayOf(on, locale)}`
    : formatDate(on, locale, look)
}

/** Date and time of an instant in a zone: ['2020-04-10', '14:05:09']. */
export function localParts(at: Date, zone: string): { on: string; time: string; seconds: string } {
  const text = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(at)
  const [on = '', time = ''] = text.split(' ')
  return { on, time: time.slice(0, 5), seconds: time }
}
