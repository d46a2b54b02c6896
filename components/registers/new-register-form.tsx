'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { TextField } from '@/components/ui/text-field'
import { RadioGroup } from '@/components/ui/radio-group'
import type { Column } from '@/domain/registers/columns'
import { isTemplate, REGISTER_TEMPLATES, TEMPLATES } from '@/domain/registers/templates'
import { ColumnEditor } from './column-editor'
import { RecordForm, type RecordAction } from './record-form'

type Props = { task: { id: string; no: number }; action: RecordAction; zone: string; idempotencyKey: string }

/** A register begins with a template, or with columns of its own; either can be changed before it is set up. */
export function NewRegisterForm({ task, action, zone, idempotencyKey }: Props) {
  const t = useTranslations('registers')
  const english = useLocale() === 'en'
  const titleOf = (name: string) =>
    isTemplate(name) ? (english ? TEMPLATES[name].titleEn : TEMPLATES[name].title) : ''
  const [template, setTemplate] = useState<string>('hazards')
  const [title, setTitle] = useState(titleOf('hazards'))
  const [columns, setColumns] = useState<Column[]>([...TEMPLATES.hazards.columns])
  const choose = (name: string) => {
    if (title === '' || title === titleOf(template)) setTitle(titleOf(name))
    setTemplate(name)
    setColumns(isTemplate(name) ? [...TEMPLATES[name].columns] : [])
  }
  return (
    <RecordForm
      action={action}
      record={`register:${task.id}`}
      hidden={{ taskId: task.id, columns: JSON.stringify(columns) }}
      submit={t('form.create')}
      cancelHref={`/tasks/T${task.no}`}
      zone={zone}
      idempotencyKey={idempotencyKey}
    >
      {({ errorOf }) => (
        <>
          <RadioGroup
            legend={t('form.template')}
            name="template"
            look="inline"
            value={template}
            onValueChange={choose}
            options={[
              ...REGISTER_TEMPLATES.map((value) => ({
                value: value as string,
                label: t(`templates.${value}`),
              })),
              { value: 'own', label: t('form.own') },
            ]}
          />
          <TextField
            name="title"
            label={t('form.title')}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
            error={errorOf('title')}
          />
          <ColumnEditor columns={columns} onChange={setColumns} errorOf={errorOf} />
          {errorOf('columns') ? <p className="font-semibold text-danger">{errorOf('columns')}</p> : null}
          <p className="text-muted">{t('privacy')}</p>
        </>
      )}
    </RecordForm>
  )
}
