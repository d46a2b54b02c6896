'use client'

import { useTimeZone, useTranslations } from 'next-intl'
import { valueText } from '@/domain/bulletins/content-text'
import type { Figure } from '@/domain/bulletins/content'
import { figureText, type FigureName } from '@/domain/bulletins/figures'
import { localParts } from '@/lib/format-date'
import type { Shown } from './editor-dom'

/** What fields say: the value in the bulletin's language, and for its reader what it counts, as of when, and what it said before. */
export function useFieldWords(language: 'zh-CN' | 'en') {
  const t = useTranslations('bulletins')
  const zone = useTimeZone() ?? 'Asia/Shanghai'
  const at = (iso: string) => {
    const local = localParts(new Date(iso), zone)
    return `${local.on} ${local.time}`
  }
  const nameOf = (name: FigureName, of: string) =>
    of ? `${of} · ${t(`figures.${name}`)}` : t(`figures.${name}`)
  return {
    at,
    nameOf,
    shown: (figure: Figure | undefined): Shown => ({
      text: valueText(figure, language),
      note: figure
        ? [
            t('field.live', { name: nameOf(figure.name, figure.of), at: at(figure.asOf) }),
            figure.was
              ? t('field.was', {
                  was: figureText({ value: figure.was.value, of: figure.was.outOf }, language),
                })
              : '',
          ]
            .filter(Boolean)
            .join(' · ')
        : '',
    }),
    inserted: (name: FigureName, of: string, text: string): Shown => ({
      text,
      note: t('field.new', { name: nameOf(name, of) }),
    }),
  }
}
