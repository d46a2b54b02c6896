'use client'

import { useTranslations } from 'next-intl'
import { ConflictNotice } from '@/components/shared/conflict-notice'
import type { FailureData } from '@/components/shared/failure-text'
import { SubmitButton } from '@/components/ui/submit-button'
import { localParts } from '@/lib/format-date'

type SlipConflictProps = { conflict: FailureData; yours: string | undefined; slipNo: number; zone: string }

/** Somebody changed the slip meanwhile: what was typed is kept, and can be sent against the version that stands now. */
export function SlipConflict({ conflict, yours, slipNo, zone }: SlipConflictProps) {
  const common = useTranslations('common')
  const at = conflict.params?.at
  const when = typeof at === 'string' ? localParts(new Date(at), zone) : null
  return (
    <ConflictNotice
      who={conflict.params?.by === undefined ? undefined : String(conflict.params.by)}
      when={when ? `${when.on} ${when.time}` : undefined}
      yours={yours}
      resubmit={<SubmitButton variant="default">{common('conflict.resubmit')}</SubmitButton>}
      differenceHref={`/urges/${slipNo}`}
      discardHref={`/urges/${slipNo}`}
    />
  )
}
