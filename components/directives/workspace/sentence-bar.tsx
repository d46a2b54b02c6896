'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import type { DraftProvision, SentenceClass } from '@/domain/directives/draft/model'
import { explain } from '@/domain/directives/explain'
import { ClassButtons } from './class-buttons'
import { useWorkspaceFacts } from './workspace-context'

type SentenceBarProps = {
  provision: DraftProvision
  onClass: (to: Exclude<SentenceClass, 'open'>) => void
  onConfirm: () => void
  onConfirmParagraph: () => void
  onAdd: () => void
}

/** What can be done with the current sentence, under the text. */
export function SentenceBar({ provision, onClass, onConfirm, onConfirmParagraph, onAdd }: SentenceBarProps) {
  const t = useTranslations('workspace')
  const { breakdown } = useWorkspaceFacts()
  if (breakdown) return <ExcerptBar onAdd={onAdd} />
  const why = explain(provision.reason)
  return (
    <div
      role="toolbar"
      aria-label={t('source.acts')}
      className="flex flex-wrap items-center gap-1 border-t bg-surface px-2 py-1 max-lg:hidden"
    >
      <ClassButtons now={provision.class} onChoose={onClass} />
      <small className="min-w-0 flex-1 basis-32 px-1 text-note text-muted">
        {why && !provision.confirmed ? t('because.label', { why: t(`because.why.${why}`) }) : null}
      </small>
      {provision.confirmed ? null : (
        <Button size="s" className="gap-1! px-1.5!" onClick={onConfirm}>
          {t('acts.confirm')}
          <Kbd>{'A'}</Kbd>
        </Button>
      )}
      <Button size="s" variant="quiet" className="px-1!" onClick={onConfirmParagraph}>
        {t('acts.confirmParagraph')}
        <Kbd>{'⇧A'}</Kbd>
      </Button>
      <Button size="s" variant="quiet" className="px-1!" onClick={onAdd}>
        {t('acts.addTask')}
      </Button>
    </div>
  )
}

/** Over an excerpt a sentence is only given tasks: what it is was said by the office. */
function ExcerptBar({ onAdd }: { onAdd: () => void }) {
  const t = useTranslations('workspace')
  return (
    <div
      role="toolbar"
      aria-label={t('source.acts')}
      className="flex flex-wrap items-center gap-2 border-t bg-surface px-2 py-1 max-lg:hidden"
    >
      <Button size="s" onClick={onAdd}>
        {t('acts.addTask')}
        <Kbd>{'1'}</Kbd>
      </Button>
      <small className="min-w-0 flex-1 text-note text-muted">{t('breakdown.hint')}</small>
    </div>
  )
}
