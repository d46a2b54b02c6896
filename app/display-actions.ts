'use server'

import { cookies } from 'next/headers'
import { keepOwnLocale } from '@/server/org/keep-own-locale'
import { findSignedIn } from '@/server/web/session'
import { isLocale, LOCALE_COOKIE } from '@/i18n/locales'
import { isTheme, KEYS_COOKIE, THEME_COOKIE } from '@/lib/display-cookies'

const YEAR_S = 31_536_000

async function keep(name: string, value: string) {
  const jar = await cookies()
  // Readable by script: the browser itself asks whether single-letter keys are on. Nothing secret is kept here.
  jar.set(name, value, { path: '/', maxAge: YEAR_S, sameSite: 'lax' })
}

/** The language of the interface, from now on in this browser, and of the person's mails. Open to everybody: the sign-in page has the switch too. */
export async function setLocale(form: FormData): Promise<void> {
  const locale = form.get('locale')
  if (!isLocale(locale)) return
  await keep(LOCALE_COOKIE, locale)
  const signedIn = await findSignedIn(new Date())
  if (signedIn) await keepOwnLocale(signedIn.id, locale)
}

/** Light, dark or as the system. */
export async function setTheme(form: FormData): Promise<void> {
  const theme = form.get('theme')
  if (isTheme(theme)) await keep(THEME_COOKIE, theme)
}

/** Single-letter keys on or off. */
export async function setKeys(form: FormData): Promise<void> {
  await keep(KEYS_COOKIE, form.get('keys') === 'on' ? 'on' : 'off')
}
