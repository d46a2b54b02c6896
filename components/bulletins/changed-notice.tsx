'use client'

import { useTimeZone, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ConflictNotice } from '@/components/shared/conflict-notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { localParts } from '@/lib/format-date'

type Props = {
  params?: Record<string, unknown>
  href: string
  yours?: string
  /** The form's own button, where there is a form around it. */
  resubmit?: ReactNode
}

/** Somebody changed the bulletin first: it is looked at as it stands now, or what was sent goes out again, knowing so. */
export function ChangedNotice({ params, href, yours, resubmit }: Props) {
  const t = useTranslations('common.conflict')
  const zone = useTimeZone() ?? 'Asia/Shanghai'
  const when = typeof params?.at === 'string' ? localParts(new Date(params.at), zone) : null
  return (
    <ConflictNotice
      who={params?.by === undefined ? undefined : String(params.by)}
      when={when ? `${when.on} ${when.time}` : undefined}
      yours={yours || undefined}
      resubmit={resubmit ?? <SubmitButton variant="default">{t('resubmit')}</SubmitButton>}
      differenceHref={`${href}#versions`}
      discardHref={href}
    />
  )
}
