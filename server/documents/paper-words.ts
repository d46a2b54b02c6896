import { createTranslator } from 'next-intl'
import { lightWords } from '@/domain/documents/light-marks'
import type { Say } from '@/domain/documents/model'
import type { Words } from '@/domain/documents/words'
import { loadMessages } from '@/i18n/load-messages'
import type { Locale } from '@/i18n/locales'
import { formatDate, localParts } from '@/lib/format-date'
import type { Ctx } from '@/server/context'
import type { ShownLight } from '@/server/tasks/task-words'

type Named = { name: string; nameEn: string }

/** The words of a paper or a sheet in one language, whoever makes it: a request or a job. */
export type PaperWords = Words & {
  locale: Locale
  /** Any word of the interface by its whole key, such as `tasks.status.completed`. */
  all: Say
  /** Whether there is a word under the whole key. */
  has: (key: string) => boolean
  nameOf: (named: Named) => string
  light: (light: ShownLight | null) => string
  /** 2020-04-10 10:00 in the zone of the office. */
  time: (at: Date) => string
  /** “As of … , printed by …” */
  printed: (by: { name: string; nameEn?: string }) => string
}

/** Words for papers in `locale`, with the instant of `ctx`. */
export async function paperWords(ctx: Pick<Ctx, 'now' | 'settings'>, locale: Locale): Promise<PaperWords> {
  const messages = await loadMessages(locale)
  const translate = createTranslator({ locale, messages, timeZone: ctx.settings.zone })
  const all = ((key, values) => translate(key as never, values as never)) as Say
  const say: Say = (key, values) => all(`documents.${key}`, values)
  const time = (at: Date) => {
    const parts = localParts(at, ctx.settings.zone)
    return `${parts.on} ${parts.time}`
  }
  const nameOf = ({ name, nameEn }: Named) => (locale === 'en' ? nameEn || name : name)
  return {
    locale,
    language: locale,
    say,
    all,
    has: (key) => translate.has(key as never),
    day: (on) => formatDate(on, locale, 'prose'),
    nameOf,
    light: (light) =>
      light === null
        ? ''
        : lightWords(
            light.name,
            all(`common.lights.${light.name}`),
            all(`tasks.reasons.${light.reason}`, light.params),
            locale,
          ),
    time,
    printed: ({ name, nameEn = '' }) => say('printed', { at: time(ctx.now), by: nameOf({ name, nameEn }) }),
  }
}
