'use client'

import { useTranslations } from 'next-intl'
import { ErrorSummary } from '@/components/shared/error-summary'
import { Section } from '@/components/shared/section'
import { useProblems } from '@/components/shared/use-problems'
import { useFormAction } from '@/components/shared/use-form-action'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import type { SlipPage } from '@/server/urges/get-slip'
import { SlipConflict } from './slip-conflict'
import type { SlipAction } from './slip-view'

type EscalateFormProps = {
  slip: SlipPage
  next: { level: number; count: number }
  zone: string
  idempotencyKey: string
  action: SlipAction
}

/** 升级催办: what stayed unanswered goes out at the next level; the consequence stands above the button. */
export function EscalateForm({ slip, next, zone, idempotencyKey, action }: EscalateFormProps) {
  const t = useTranslations('urges.escalate')
  const [state, submit] = useFormAction(action)
  const { problems, conflict, errorOf, kept } = useProblems(state)
  return (
    <Section id="escalate" title={t('title')}>
      <form action={submit} noValidate className="grid gap-3">
        {conflict ? (
          <SlipConflict conflict={conflict} yours={kept('text')} slipNo={slip.no} zone={zone} />
        ) : (
          <ErrorSummary problems={problems} />
        )}
        <input type="hidden" name="slipId" value={slip.id} />
        <input type="hidden" name="version" value={conflict?.params?.version ?? slip.version} />
        <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
        <p className="text-prose">{t('consequence', next)}</p>
        <TextArea
          name="text"
          label={t('text')}
          rows={3}
          defaultValue={kept('text') ?? t('template', { slip: slip.no })}
          error={errorOf('text')}
        />
        <div>
          <SubmitButton>{t('submit', next)}</SubmitButton>
        </div>
      </form>
    </Section>
  )
}
