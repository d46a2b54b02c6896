'use client'

import { useLocale, useTranslations } from 'next-intl'
import { ErrorSummary } from '@/components/shared/error-summary'
import { useFormAction } from '@/components/shared/use-form-action'
import { useProblems } from '@/components/shared/use-problems'
import { ButtonLink } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Disclosure } from '@/components/ui/disclosure'
import { RadioGroup } from '@/components/ui/radio-group'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextField } from '@/components/ui/text-field'
import type { Period, PeriodShortcut } from '@/domain/bulletins/period'
import type { BulletinAction } from './bulletin-actions'
import { PeriodFields } from './period-fields'

type Props = {
  directives: readonly { no: number; title: string; docNumber: string | null }[]
  units: readonly { code: string; label: string }[]
  idempotencyKey: string
  /** The periods that are offered by name, with their days. */
  periods: readonly (Period & { name: PeriodShortcut })[]
  action: BulletinAction
}

/** 新建通报: over what, in which language; the rest is written from the data. */
export function NewBulletinForm({ directives, units, periods, idempotencyKey, action }: Props) {
  const t = useTranslations('bulletins.form')
  const locale = useLocale()
  const [state, submit] = useFormAction(action)
  const { problems, errorOf, kept } = useProblems(state)
  return (
    <form action={submit} noValidate className="grid max-w-[720px] gap-5 pb-6">
      <ErrorSummary problems={problems} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <p className="text-prose">{t('about')}</p>
      <fieldset>
        <legend className="font-semibold">{t('directives')}</legend>
        <p className="text-note text-muted">{t('directivesHint')}</p>
        <div className="grid justify-items-start">
          {directives.map((one) => (
            <Checkbox
              key={one.no}
              name="directive[]"
              value={`D${one.no}`}
              label={one.title}
              hint={[`D${one.no}`, one.docNumber].filter(Boolean).join(' · ')}
            />
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend className="font-semibold">{t('leads')}</legend>
        <Disclosure summary={t('leadsHint')}>
          <div className="grid gap-x-6 sm:grid-cols-2">
            {units.map((one) => (
              <Checkbox key={one.code} name="lead[]" value={one.code} label={one.label} />
            ))}
          </div>
        </Disclosure>
      </fieldset>
      <PeriodFields {...{ periods, kept, errorOf }} />
      <RadioGroup
        legend={t('language')}
        name="language"
        look="inline"
        defaultValue={kept('language') ?? locale}
        options={[
          { value: 'zh-CN', label: t('zh') },
          { value: 'en', label: t('en') },
        ]}
      />
      <TextField
        name="title"
        label={t('name')}
        hint={t('nameHint')}
        defaultValue={kept('title')}
        error={errorOf('title')}
      />
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton>{t('submit')}</SubmitButton>
        <ButtonLink href="/bulletins" variant="quiet">
          {t('cancel')}
        </ButtonLink>
      </div>
    </form>
  )
}
