import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { AbstractIntlMessages } from 'next-intl'
import type { Locale } from './locales'

const cache = new Map<Locale, Promise<AbstractIntlMessages>>()

/** All messages of a language: each file messages/<locale>/<noun>.json is the namespace <noun>. Nothing has to be registered. */
export function loadMessages(locale: Locale): Promise<AbstractIntlMessages> {
  const known = process.env.NODE_ENV === 'production' ? cache.get(locale) : undefined
  if (known) return known
  const loaded = readAll(locale)
  cache.set(locale, loaded)
  return loaded
}

async function readAll(locale: Locale): Promise<AbstractIntlMessages> {
  const folder = path.join(process.cwd(), 'messages', locale)
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()
  const entries = await Promise.all(
    names.map(async (name) => {
      const text = await readFile(path.join(folder, name), 'utf8')
      return [name.slice(0, -'.json'.length), JSON.parse(text) as AbstractIntlMessages] as const
    }),
  )
  return Object.fromEntries(entries)
}
