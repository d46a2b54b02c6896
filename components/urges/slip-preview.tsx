import { useTranslations } from 'next-intl'
import type { UrgeFormData, UrgeItem } from '@/server/urges/get-urge-form'
import { useUrgeWords } from './use-urge-words'

type SlipPreviewProps = {
  unit: UrgeFormData['units'][number]['unit']
  items: readonly UrgeItem[]
  text: string
  answerBy: string
  level: number
}

/** The slip as it will arrive at the first of the units. */
export function SlipPreview({ unit, items, text, answerBy, level }: SlipPreviewProps) {
  const t = useTranslations('urges')
  const words = useUrgeWords()
  const on = /^\d{4}-\d\d-\d\d$/.test(answerBy) ? words.day(answerBy) : answerBy
  return (
    <figure className="border bg-surface p-4" aria-labelledby="preview-title">
      <figcaption id="preview-title" className="mb-2 text-note text-muted">
        {t('preview.title', { unit: words.nameOf(unit) })}
      </figcaption>
      <p className="font-semibold">{t('preview.heading', { level, on })}</p>
      <p className="whitespace-pre-wrap py-1 text-prose">{text}</p>
      <ol className="list-decimal ps-5">
        {items.map((item) => (
          <li key={item.assignmentId}>
            {`T${item.no} ${item.title}`}
            <span className="block text-note text-muted">{words.owed(item.owed)}</span>
          </li>
        ))}
      </ol>
    </figure>
  )
}
