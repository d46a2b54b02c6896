'use client'

import { CircleCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { ButtonLink } from '@/components/ui/button'
import { localParts } from '@/lib/format-date'
import type { Sent } from './use-send-report'

/** What became of the form: sent, when, and who has it now. A second tap comes to the same. */
export function SentPanel({ sent, zone }: { sent: Sent; zone: string }) {
  const t = useTranslations('reports.state')
  const share = useTranslations('reports.share')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  const time = () => <time dateTime={sent.at}>{localParts(new Date(sent.at), zone).time}</time>
  return (
    <div ref={box} tabIndex={-1} role="status" className="grid gap-3 border-s-4 border-ok-edge ps-4">
      <p className="flex items-center gap-2 text-section font-semibold">
        <CircleCheck aria-hidden className="text-ok" />
        <span>{t.rich(sent.submitted ? 'sent' : 'sentForSignoff', { time })}</span>
      </p>
      {sent.also.length > 0 ? (
        <p className="text-prose">
          {share('sentFor', { tasks: [sent.taskNo, ...sent.also].map((no) => `T${no}`).join(share('join')) })}
        </p>
      ) : null}
      <p className="text-prose">{t(sent.submitted ? 'submittedNext' : 'sentNext')}</p>
      <p className="flex flex-wrap gap-2">
        <ButtonLink href="/desk">{t('toDesk')}</ButtonLink>
        <ButtonLink href={`/tasks/T${sent.taskNo}`} variant="quiet">
          {t('toTask', { no: sent.taskNo })}
        </ButtonLink>
      </p>
    </div>
  )
}
