'use client'

import { useTranslations } from 'next-intl'
import { Checkbox } from '@/components/ui/checkbox'
import { TextField } from '@/components/ui/text-field'
import type { RegisterHead } from '@/server/registers/get-register'
import { RecordForm, type RecordAction } from './record-form'

type Props = { data: RegisterHead; action: RecordAction; zone: string; idempotencyKey: string }

/** Another name, or an end to new rows. */
export function EditRegisterForm({ data, action, zone, idempotencyKey }: Props) {
  const t = useTranslations('registers')
  return (
    <RecordForm
      action={action}
      record={`register:${data.id}`}
      hidden={{ registerId: data.id }}
      version={data.version}
      submit={t('acts.save')}
      cancelHref={`/tasks/T${data.task.no}/registers/${data.no}`}
      zone={zone}
      idempotencyKey={idempotencyKey}
    >
      {({ errorOf, kept }) => (
        <>
          <TextField
            name="title"
            label={t('form.title')}
            defaultValue={kept('title') ?? data.title}
            error={errorOf('title')}
          />
          <Checkbox
            name="closed"
            value="1"
            defaultChecked={data.closed}
            label={t('acts.close')}
            hint={t('form.closeHint')}
          />
        </>
      )}
    </RecordForm>
  )
}
