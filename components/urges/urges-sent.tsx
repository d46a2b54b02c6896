'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useFailureText } from '@/components/shared/failure-text'
import { ButtonLink } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import type { NotUrged, SentUrges } from '@/server/urges/send-urges'

type Say = ReturnType<typeof useFailureText>

/** “32 项已催办；2 项未催办：已办结 [查看]”, with the slips that went out. */
export function UrgesSent({ result, backHref }: { result: SentUrges; backHref: string }) {
  const t = useTranslations('urges')
  const say = useFailureText()
  const reasons = [...new Set(result.left.map((one) => say(one.code, one.params)))].join(t('done.comma'))
  return (
    <div role="status" className="grid justify-items-start gap-3 border-s-4 border-ok-edge py-1 ps-4">
      <p className="text-section font-semibold">
        {t('done.sent', { count: result.done })}
        {result.left.length > 0 ? t('done.left', { count: result.left.length, reasons }) : null}
      </p>
      {result.sent.length > 0 ? (
        <p className="flex flex-wrap gap-x-3">
          {result.sent.map((no) => (
            <Link key={no} href={`/urges/${no}`} className="inline-flex min-h-6 items-center max-md:min-h-11">
              {t('slip', { no })}
            </Link>
          ))}
        </p>
      ) : null}
      {result.left.length > 0 ? (
        <Disclosure summary={t('done.view')}>
          <LeftLines left={result.left} say={say} />
        </Disclosure>
      ) : null}
      <ButtonLink href={backHref}>{t('done.back')}</ButtonLink>
    </div>
  )
}

/** What of the choice is not urged, and why, before it is sent. */
export function LeftOut({ left, say }: { left: readonly NotUrged[]; say: Say }) {
  const t = useTranslations('urges.left')
  if (left.length === 0) return null
  return (
    <div className="mt-3 border-s-3 border-edge ps-3">
      <p>{t('title', { count: left.length })}</p>
      <LeftLines left={left} say={say} />
    </div>
  )
}

function LeftLines({ left, say }: { left: readonly NotUrged[]; say: Say }) {
  const t = useTranslations('urges.left')
  return (
    <ul className="text-muted">
      {left.map((one) => (
        <li key={one.no}>{t('item', { no: one.no, reason: say(one.code, one.params) })}</li>
      ))}
    </ul>
  )
}
