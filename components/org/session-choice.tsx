'use client'

import { useTranslations } from 'next-intl'
import type { ActionState } from '@/domain/action-state'
import { localParts } from '@/lib/format-date'
import type { LiveSession } from '@/server/org/list-live-sessions'
import { reasonField } from './admin-grant-fields'
import type { AdminField } from './admin-field'
import { AdminForm } from './admin-form'
import { useDeviceName } from './use-device-name'

type Result = { account: string; ended: number }
type Props = {
  action: (state: ActionState<Result>, payload: FormData) => Promise<ActionState<Result>>
  personId: string
  sessions: readonly LiveSession[]
  idempotencyKey: string
  zone: string
}

/** Which of a person's sessions to end: one of them, or all. */
export function SessionChoice({ action, personId, sessions, idempotencyKey, zone }: Props) {
  const t = useTranslations('sessions')
  const admin = useTranslations('admin')
  const deviceName = useDeviceName()
  const seen = (at: string) => {
    const { on, time } = localParts(new Date(at), zone)
    return `${on} ${time}`
  }
  const options = [
    { value: 'all', label: t('allOfThem', { count: sessions.length }) },
    ...sessions.map(({ id, userAgent, address, seenAt }) => ({
      value: id,
      label: t('one', {
        device: deviceName(userAgent),
        address: address || t('noAddress'),
        seen: seen(seenAt),
      }),
    })),
  ]
  const fields: AdminField[] = [
    { kind: 'radio', name: 'sessionId', label: t('which'), options, value: 'all' },
    reasonField(admin),
  ]
  return (
    <AdminForm
      action={action}
      fields={fields}
      hidden={{ personId }}
      idempotencyKey={idempotencyKey}
      submit={t('submit')}
      variant="danger"
      cancelHref="/admin/sessions"
      zone={zone}
    />
  )
}
