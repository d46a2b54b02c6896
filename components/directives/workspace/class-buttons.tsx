'use client'

import { useTranslations } from 'next-intl'
import { SENTENCE_CLASSES, type SentenceClass } from '@/domain/directives/draft/model'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'

/** What a sentence is: four buttons, keys 1 to 4. */
export function ClassButtons({
  now,
  focus = false,
  onChoose,
}: {
  now?: SentenceClass
  /** The first button takes focus: the group was opened by a key. */
  focus?: boolean
  onChoose: (to: Exclude<SentenceClass, 'open'>) => void
}) {
  const t = useTranslations('workspace')
  return (
    <span
      role="group"
      aria-label={t('fields.class')}
      className="inline-flex flex-wrap gap-1"
      data-classes={focus ? '' : undefined}
    >
      {SENTENCE_CLASSES.map((value, index) => (
        <Button
          key={value}
          size="s"
          aria-pressed={now === value}
          autoFocus={focus && index === 0}
          onClick={() => onChoose(value)}
          className="gap-1! px-1.5! aria-pressed:border-brand! aria-pressed:bg-brand-tint! aria-pressed:text-brand!"
        >
          {t(`classes.${value}`)}
          <Kbd>{index + 1}</Kbd>
        </Button>
      ))}
    </span>
  )
}
