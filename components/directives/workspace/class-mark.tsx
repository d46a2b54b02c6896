import { useTranslations } from 'next-intl'
import type { SentenceClass } from '@/domain/directives/draft/model'
import { cx } from '@/lib/cx'
import css from './workspace.module.css'

const LOOK: Record<SentenceClass, string | undefined> = {
  task: css.markTask,
  goal: css.markGoal,
  background: css.markBackground,
  formality: css.markFormality,
  open: css.markOpen,
}

/** The letter in the margin: hollow while proposed, filled once a person said so, struck where the task was discarded. */
export function ClassMark({
  of,
  sure,
  discarded,
  inline,
}: {
  of: SentenceClass
  sure: boolean
  discarded?: boolean
  inline?: boolean
}) {
  const t = useTranslations('workspace')
  return (
    <i
      data-mark=""
      data-inline={inline || undefined}
      className={cx(css.mark, LOOK[of], sure && of !== 'open' && css.sure, discarded && css.gone)}
    >
      <span aria-hidden>{t(`letters.${discarded ? 'discarded' : of}`)}</span>
    </i>
  )
}
