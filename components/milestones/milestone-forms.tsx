'use client'

import { useTranslations } from 'next-intl'
import { RecordForm, type RecordAction } from '@/components/registers/record-form'
import { DateField } from '@/components/ui/date-field'
import { TextArea } from '@/components/ui/text-area'
import { TextField } from '@/components/ui/text-field'
import type { MilestoneAct } from './milestone-acts'

type Shared = { action: RecordAction; zone: string; idempotencyKey: string; cancelHref: string }

/** A new milestone: what, and by when. */
export function AddMilestoneForm({ taskId, ...form }: Shared & { taskId: string }) {
  const t = useTranslations('milestones')
  return (
    <RecordForm {...form} record={`milestone:${taskId}`} hidden={{ taskId }} submit={t('acts.add')}>
      {({ errorOf, kept }) => (
        <>
          <TextField
            name="title"
            label={t('form.name')}
            defaultValue={kept('title')}
            error={errorOf('title')}
            autoComplete="off"
          />
          <DateField
            name="dueOn"
            label={t('form.dueOn')}
            defaultValue={kept('dueOn')}
            error={errorOf('dueOn')}
          />
        </>
      )}
    </RecordForm>
  )
}

type ActProps = Shared & {
  act: MilestoneAct
  milestone: { id: string; version: number; title: string; dueOn: string }
}

/** One act on one milestone: the day it was done, another date, a reason. */
export function MilestoneActForm({ act, milestone, ...form }: ActProps) {
  const t = useTranslations('milestones')
  const marking = act === 'done' || act === 'undone'
  return (
    <RecordForm
      {...form}
      record={`milestone:${milestone.id}:${act}`}
      hidden={{ milestoneId: milestone.id, ...(marking ? { mark: act } : {}) }}
      version={milestone.version}
      submit={t(`acts.${act}`)}
      danger={act === 'drop'}
    >
      {({ errorOf, kept }) => (
        <>
          <h2 className="text-section">{milestone.title}</h2>
          {act === 'done' ? (
            <TextField
              name="on"
              label={t('form.doneOn')}
              hint={t('form.doneOnHint')}
              defaultValue={kept('on')}
              error={errorOf('on')}
              inputClassName="max-w-48"
              autoComplete="off"
            />
          ) : null}
          {act === 'redate' ? (
            <DateField
              name="dueOn"
              label={t('form.dueOn')}
              defaultValue={kept('dueOn') ?? milestone.dueOn}
              error={errorOf('dueOn')}
            />
          ) : null}
          <TextArea
            name={marking ? 'note' : 'reason'}
            label={t(marking ? 'form.note' : 'form.reason')}
            hint={act === 'done' ? t('form.noteHint') : undefined}
            rows={2}
            defaultValue={kept(marking ? 'note' : 'reason')}
            error={errorOf(marking ? 'note' : 'reason')}
          />
        </>
      )}
    </RecordForm>
  )
}
