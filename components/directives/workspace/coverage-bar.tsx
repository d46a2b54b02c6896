'use client'

import { useTranslations } from 'next-intl'
import { coverageFigures, coverageSegments, type CoverageSegment } from '@/domain/directives/draft/standing'
import type { DraftProvision, SentenceClass } from '@/domain/directives/draft/model'
import { cx } from '@/lib/cx'
import css from './workspace.module.css'

const COLOUR: Record<SentenceClass, string> = {
  task: 'text-class-task',
  goal: 'text-class-goal',
  background: 'text-class-background',
  formality: 'text-class-formality',
  open: 'text-class-open',
}
const CLASSES = ['task', 'goal', 'background', 'formality', 'open'] as const

/** 句覆盖率: hatched while only proposed, solid once confirmed; a segment leads to its next sentence. */
export function CoverageBar({
  provisions,
  onGo,
}: {
  provisions: readonly DraftProvision[]
  onGo: (segment: CoverageSegment) => void
}) {
  const t = useTranslations('workspace')
  const { total, confirmed, percent } = coverageFigures(provisions)
  const count = (of: SentenceClass) => provisions.filter((one) => one.class === of).length
  const open = count('open')
  return (
    <div className="min-w-0 flex-1 max-lg:basis-full">
      <div className="flex flex-wrap justify-between gap-x-3 text-note text-muted">
        <span>
          {t('coverage.title')} <b className="text-text">{t('coverage.total', { count: total })}</b>
          {t('coverage.colon')}
          {CLASSES.filter((one) => one !== 'open').map(
            (one, index) => `${index > 0 ? ' · ' : ''}${t(`classes.${one}`)} ${count(one)}`,
          )}
          {' · '}
          <span
            className={open > 0 ? 'font-semibold text-class-open' : undefined}
          >{`${t('classes.open')} ${open}`}</span>
        </span>
        <span>
          {t('states.confirmed')}{' '}
          <b className="text-text">{t('coverage.figure', { confirmed, total, percent })}</b>
        </span>
      </div>
      <div className={css.bar} role="group" aria-label={t('coverage.title')}>
        {coverageSegments(provisions).map((segment) => {
          const label = t('coverage.segment', {
            class: t(`classes.${segment.class}`),
            state: t(
              segment.class === 'open'
                ? 'classes.open'
                : segment.confirmed
                  ? 'states.confirmed'
                  : 'states.proposed',
            ),
            count: segment.count,
          })
          return (
            <button
              key={`${segment.class}${segment.confirmed}`}
              type="button"
              title={label}
              aria-label={label}
              onClick={() => onGo(segment)}
              data-bar=""
              data-sure={(segment.confirmed && segment.class !== 'open') || undefined}
              className={cx(
                css.segment,
                COLOUR[segment.class],
                !segment.confirmed && segment.class !== 'open' && 'hatch',
              )}
              style={{ flex: segment.count }}
            />
          )
        })}
      </div>
    </div>
  )
}
