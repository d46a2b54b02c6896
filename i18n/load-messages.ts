import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { AbstractIntlMessages } from 'next-intl'
import type { Locale } from './locales'
import { nestKeys } from './nest-keys'

/** All messages of a language: each file messages/<locale>/<noun>.json is the namespace <noun>. Nothing has to be registered. */
export async function loadMessages(locale: Locale): Promise<AbstractIntlMessages> {
  const files = await readdir(path.join(process.cwd(), 'messages', locale))
  const nouns = files.filter((file) => file.endsWith('.json')).map((file) => file.slice(0, -'.json'.length))
  const entries = await Promise.all(nouns.map(async (noun) => [noun, await loadNoun(locale, noun)] as const))
  return Object.fromEntries(entries)
}

const nested = new WeakMap<AbstractIntlMessages, AbstractIntlMessages>()

/** The bundler keeps each file once in memory and reloads it in development; what is made of it lives as long. */
async function loadNoun(locale: Locale, noun: string): Promise<AbstractIntlMessages> {
  const loaded = (await import(`../messages/${locale}/${noun}.json`)) as { default: AbstractIntlMessages }
  const messages = nested.get(loaded.default) ?? nestKeys(loaded.default)
  nested.set(loaded.default, messages)
  return messages
}
