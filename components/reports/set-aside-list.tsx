'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { DateText } from '@/components/shared/date-text'
import { useFailureText } from '@/components/shared/failure-text'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { showToast } from '@/components/ui/toast-store'
import type { SetAside } from '@/server/reports/list-set-asides'
import type { ReviewActions } from './review-actions'

type SetAsideListProps = {
  asides: readonly SetAside[]
  takeBack: ReviewActions['takeBack']
  keyBase: string
}

/** What this person put off or handed to a colleague, folded: each can be brought back. Nothing where there is none. */
export function SetAsideList({ asides, takeBack, keyBase }: SetAsideListProps) {
  const t = useTranslations('review')
  const english = useLocale() === 'en'
  const say = useFailureText()
  const router = useRouter()
  const [pending, start] = useTransition()
  if (asides.length === 0) return null
  const bring = (id: string) =>
    start(async () => {
      const answer = await takeBack(null, { reportId: id, idempotencyKey: `${keyBase}:${id}` })
      if (answer.status === 'ok') router.push(`/review?report=${id}`)
      else if (answer.status === 'error')
        showToast(say(answer.failure.code, answer.failure.params, answer.failure.kind))
    })
  return (
    <Disclosure className="px-4 pb-4" summary={t('aside.title', { count: asides.length })}>
      <ul className="grid gap-2">
        {asides.map(({ id, no, title, untilOn, to }) => (
          <li key={id} className="grid gap-1 border-s-3 border-edge ps-3">
            <span className="line-clamp-2">{`T${no} ${title}`}</span>
            <span className="text-note text-muted">
              {to
                ? t('aside.with', { name: english ? to.nameEn || to.name : to.name })
                : t.rich('aside.until', { on: () => <DateText on={untilOn} look="short" /> })}
            </span>
            <Button size="s" pending={pending} onClick={() => bring(id)} className="justify-self-start">
              {t('aside.take')}
            </Button>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
