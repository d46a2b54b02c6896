// The words of the interface as journeys look for them: the same catalogues that the pages read, in the person's language.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createTranslator, type AbstractIntlMessages } from 'next-intl'
import { LOCALES, TIME_ZONE, type Locale } from '@/i18n/locales'
import { nestKeys } from '@/i18n/nest-keys'

export type Values = Record<string, string | number>
/** `t('tasks.acts.refuse')`: the text of a message; throws where the catalogue has none. */
export type Words = (key: string, values?: Values) => string

const FOLDER = path.resolve(import.meta.dirname, '../messages')
const kept = new Map<Locale, Words>()

function loadMessages(locale: Locale): AbstractIntlMessages {
  const files = readdirSync(path.join(FOLDER, locale)).filter((file) => file.endsWith('.json'))
  return Object.fromEntries(
    files.map((file) => {
      const messages: AbstractIntlMessages = JSON.parse(readFileSync(path.join(FOLDER, locale, file), 'utf8'))
      return [path.basename(file, '.json'), nestKeys(messages)]
    }),
  )
}

/** The interface's words in a language. */
export function wordsIn(locale: Locale): Words {
  const known = kept.get(locale)
  if (known) return known
  const translate = createTranslator<AbstractIntlMessages>({
    locale,
    timeZone: TIME_ZONE,
    messages: loadMessages(locale),
    onError: (error) => {
      throw error
    },
  })
  // The catalogue was read at run time, so its keys are not known to the compiler.
  const words: Words = (key, values) => translate(key as never, values as never)
  kept.set(locale, words)
  return words
}

/** A message up to its first placeholder, for what is only known on the page (a name, a time). */
export function startOf(text: string, mark: string): string {
  return text.slice(0, text.indexOf(mark))
}

export { LOCALES, type Locale }
