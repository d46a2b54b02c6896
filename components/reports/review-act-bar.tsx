'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { Menu, MENU_ITEM } from '@/components/ui/menu'
import { SubmitButton } from '@/components/ui/submit-button'
import type { ReviewColleague } from '@/server/reports/list-review-colleagues'

type ReviewActBarProps = {
  no: number
  returning: boolean
  verified: string
  /** Pressed while the decision before it is on its way. */
  waiting: boolean
  onReturn: () => void
  onCancel: () => void
  onLater: () => void
  colleagues: readonly ReviewColleague[]
  onHandOver: (colleague: ReviewColleague) => void
  /** How much of the evidence was looked at, in words. */
  evidence: string
}

/** The acts on a report, each with its key; on a phone accept and return alone. */
export function ReviewActBar(props: ReviewActBarProps) {
  const { no, returning, verified, waiting, onReturn, onCancel, onLater, colleagues, onHandOver, evidence } =
    props
  const t = useTranslations('review')
  const english = useLocale() === 'en'
  return (
    <div className="flex flex-wrap items-center gap-2">
      {returning ? (
        <>
          <SubmitButton variant="danger" pendingLabel={t('returning')} className="max-md:flex-1">
            {t(waiting ? 'returning' : 'sendReturn', { no })} <Kbd>{'Ctrl ↵'}</Kbd>
          </SubmitButton>
          <Button variant="quiet" onClick={onCancel}>
            {t('cancel')}
          </Button>
        </>
      ) : (
        <>
          <SubmitButton pendingLabel={t('accepting')} className="max-md:flex-1">
            {waiting
              ? t('accepting')
              : verified === ''
                ? t('accept', { no })
                : t('acceptWith', { no, points: verified })}{' '}
            <Kbd>{'A'}</Kbd>
          </SubmitButton>
          <Button onClick={onReturn} className="max-md:flex-1">
            {t('return')} <Kbd>{'R'}</Kbd>
          </Button>
          <Button onClick={onLater} className="max-md:hidden">
            {t('later')} <Kbd>{'H'}</Kbd>
          </Button>
          {colleagues.length > 0 ? (
            <Menu trigger={t('handOver.trigger')} align="start" up className="max-md:hidden">
              {colleagues.map((one) => (
                <button key={one.account} type="button" className={MENU_ITEM} onClick={() => onHandOver(one)}>
                  {english ? one.nameEn || one.name : one.name}
                  <span className="ms-auto text-note text-muted">
                    {english ? one.titleEn || one.title : one.title}
                  </span>
                </button>
              ))}
            </Menu>
          ) : null}
        </>
      )}
      <span className="ms-auto text-note text-muted max-md:order-first max-md:w-full" role="status">
        {evidence}
      </span>
    </div>
  )
}
