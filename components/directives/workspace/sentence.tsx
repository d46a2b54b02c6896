'use client'

import { useTranslations } from 'next-intl'
import { memo, type MouseEvent } from 'react'
import type { Account } from '@/domain/directives/draft/standing'
import type { SentenceClass } from '@/domain/directives/draft/model'
import { cx } from '@/lib/cx'
import { isComposing } from '@/lib/key-match'
import { ClassMark } from './class-mark'
import css from './workspace.module.css'

const LINE: Record<SentenceClass, string | undefined> = {
  task: css.task,
  goal: css.goal,
  background: css.background,
  formality: css.formality,
  open: css.open,
}

type SentenceProps = {
  id: string
  kind: SentenceClass
  confirmed: boolean
  account: Account
  /** What is read, up to the cut where one is being placed; the rest after it. */
  words: string
  afterCut: string | null
  current: boolean
  /** Reached by Tab: one sentence of the text at a time. */
  inTabOrder: boolean
  tasks: number
  onSelect: (provisionId: string, place: number | null, alt: boolean) => void
}

/** One sentence of the directive: focusable, with its class as letter, line style and words. Plain props: it is drawn anew only where they change. */
export const Sentence = memo(function Sentence(props: SentenceProps) {
  const { id, kind, confirmed, account, words, afterCut, current, inTabOrder, tasks, onSelect } = props
  const t = useTranslations('workspace')
  const state = account === 'discarded' ? 'discarded' : confirmed ? 'confirmed' : 'proposed'
  return (
    <span
      role="button"
      id={`s-${id}`}
      data-provision={id}
      aria-current={current || undefined}
      tabIndex={inTabOrder ? 0 : -1}
      className={cx(css.sentence, LINE[kind], current && css.now)}
      onClick={(event) => onSelect(id, placeIn(event), event.altKey)}
      onKeyDown={(event) => {
        if (event.code !== 'Space' || isComposing(event.nativeEvent)) return
        event.preventDefault()
        onSelect(id, null, event.altKey)
      }}
    >
      <ClassMark of={kind} sure={confirmed} discarded={account === 'discarded'} />
      <span className="sr-only">
        {t('sentence.label', { class: t(`classes.${kind}`), state: t(`states.${state}`) })}
      </span>
      <span data-piece="0">{words}</span>
      {afterCut === null ? null : (
        <span data-piece="1">
          <i className={css.cut} aria-hidden />
          {afterCut}
        </span>
      )}
      {tasks > 1 ? (
        <span className="mx-1 inline-block rounded-sm border border-class-task bg-bg px-1.5 indent-0 align-[2px] text-[12px] leading-[18px] font-semibold text-brand">
          {t('sentence.tasks', { count: tasks })}
        </span>
      ) : null}
    </span>
  )
})

/** Where in the words the click fell; null where the browser cannot tell. */
function placeIn(event: MouseEvent<HTMLElement>): number | null {
  const caret = document.caretRangeFromPoint?.(event.clientX, event.clientY)
  const piece = caret?.startContainer.parentElement
  if (!caret || !piece || !event.currentTarget.contains(piece) || piece.dataset.piece !== '0') return null
  return caret.startOffset
}
