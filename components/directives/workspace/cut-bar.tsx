'use client'

import { ArrowLeft, ArrowRight, Scissors } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { nextCut } from '@/domain/directives/provision-edits'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'

/** A cut being placed: the task it divides (none: only the sentence), where it may lie, where it lies. */
export type Cut = { taskId: string | null; cuts: readonly number[]; offset: number }

/** The cut moved by one clause, or the same at either end. */
export function movedCut(cut: Cut, direction: 1 | -1): Cut {
  return { ...cut, offset: nextCut([...cut.cuts], cut.offset, direction) ?? cut.offset }
}

/** Under the text while a sentence is being cut: every key as a button. */
export function CutBar({
  cut,
  onCut,
  onDo,
}: {
  cut: Cut
  onCut: (cut: Cut | null) => void
  onDo: () => void
}) {
  const t = useTranslations('workspace.cut')
  return (
    <div
      role="toolbar"
      aria-label={t('title')}
      className="flex min-h-10 flex-wrap items-center gap-2 border-t border-brand bg-brand-tint px-6 py-1"
    >
      <b className="me-auto">{t('title')}</b>
      <Button size="s" icon={<ArrowLeft className="size-4" />} onClick={() => onCut(movedCut(cut, -1))}>
        {t('left')}
      </Button>
      <Button size="s" icon={<ArrowRight className="size-4" />} onClick={() => onCut(movedCut(cut, 1))}>
        {t('right')}
      </Button>
      <Button size="s" variant="primary" icon={<Scissors className="size-4" />} onClick={onDo}>
        {t('do')}
        <Kbd>{'↵'}</Kbd>
      </Button>
      <Button size="s" variant="quiet" onClick={() => onCut(null)}>
        {t('cancel')}
        <Kbd>{'Esc'}</Kbd>
      </Button>
    </div>
  )
}
