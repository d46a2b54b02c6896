'use client'

import { useTranslations } from 'next-intl'
import { useFailureText } from '@/components/shared/failure-text'
import { ButtonLink } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import type { BatchResult } from './use-batch'

type Left = { left: BatchResult['left'] }

/** “12 项已改派；2 项未改派 [查看]”, each of these with its reason. */
export function Reassigned({ result, backHref }: { result: BatchResult; backHref: string }) {
  const t = useTranslations('ledger.reassign')
  const { done, left } = result
  return (
    <div role="status" className="grid justify-items-start gap-3 border-s-4 border-ok-edge py-1 ps-4">
      <p className="text-section font-semibold">
        {t('done', { count: done })}
        {left.length > 0 ? t('notDone', { count: left.length }) : null}
      </p>
      {left.length > 0 ? (
        <Disclosure summary={t('view')}>
          <LeftLines left={left} />
        </Disclosure>
      ) : null}
      <ButtonLink href={backHref}>{t('back')}</ButtonLink>
    </div>
  )
}

/** What of the choice cannot be given away, and why, before anything is sent. */
export function LeftOut({ left }: Left) {
  const t = useTranslations('ledger.reassign')
  if (left.length === 0) return null
  return (
    <div className="mt-3 border-s-3 border-edge ps-3">
      <p>{t('leftOut', { count: left.length })}</p>
      <LeftLines left={left} />
    </div>
  )
}

function LeftLines({ left }: Left) {
  const t = useTranslations('ledger.batch')
  const say = useFailureText()
  return (
    <ul className="text-muted">
      {left.map(({ no, code, params }, at) => (
        <li key={no ?? at}>{t('item', { no: no ? `T${no}` : '—', reason: say(code, params, 'refused') })}</li>
      ))}
    </ul>
  )
}
