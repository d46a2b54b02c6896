/** The languages of the interface; the first is the default. */
export const LOCALES = ['zh-CN', 'en'] as const
export type Locale = (typeof LOCALES)[number]

/** The person's own choice of language, kept in a cookie; without it the browser's list decides. */
export const LOCALE_COOKIE = 'luoshi_locale'

/** The zone in which dates and times are written where nothing else is set. */
export const TIME_ZONE = 'Asia/Shanghai'

export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value)
}

/** Picks a language: the person's choice, else the first of Accept-Language that is known, by its weight. */
export function chooseLocale(choice: string | undefined, acceptLanguage: string | null): Locale {
  if (isLocale(choice)) return choice
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part.trim().split(';')
      const weight = params.map((param) => /^\s*q=([\d.]+)/.exec(param)?.[1]).find(Boolean)
      return { language: tag.toLowerCase().split('-')[0], weight: weight === undefined ? 1 : Number(weight) }
    })
    .filter((entry) => entry.weight > 0)
    .sort((a, b) => b.weight - a.weight)
  for (const { language } of wanted) {
    if (language === 'zh') return 'zh-CN'
    if (language === 'en') return 'en'
  }
  return 'zh-CN'
}
