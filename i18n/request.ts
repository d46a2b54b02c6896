import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { chooseLocale, LOCALE_COOKIE, TIME_ZONE } from './locales'
import { loadMessages } from './load-messages'

/** The language of one request. It does not stand in the address: a link means the same to every reader. */
export default getRequestConfig(async () => {
  const [jar, head] = await Promise.all([cookies(), headers()])
  const locale = chooseLocale(jar.get(LOCALE_COOKIE)?.value, head.get('accept-language'))
  return { locale, timeZone: TIME_ZONE, messages: await loadMessages(locale) }
})
