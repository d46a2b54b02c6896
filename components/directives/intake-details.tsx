'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { DraftLine } from '@/components/shared/draft-line'
import { ErrorSummary } from '@/components/shared/error-summary'
import { Section } from '@/components/shared/section'
import { useDraftKeeper } from '@/components/shared/use-draft-keeper'
import { useKeys } from '@/components/shared/use-keys'
import { useProblems } from '@/components/shared/use-problems'
import { useFormAction } from '@/components/shared/use-form-action'
import { Kbd } from '@/components/ui/kbd'
import { SubmitButton } from '@/components/ui/submit-button'
import { newId } from '@/lib/new-id'
import { IntakeCleaning, IntakeDuplicates, IntakeMentions } from './intake-findings'
import type { IntakeActions, Recognised } from './intake-types'
import { MetadataFields } from './metadata-fields'

type IntakeDetailsProps = {
  recognised: Recognised
  takeIn: IntakeActions['takeIn']
  /** Tells one text from another: fields typed for one never come back under the next. */
  textKey: string
  /** The server has it: the drafts of this page can go. */
  onTaken: () => void
}

/** Steps two to four for one recognised text, and the one primary button: start decomposing. */
export function IntakeDetails({ recognised, takeIn, textKey, onTaken }: IntakeDetailsProps) {
  const { text, file, proposal } = recognised
  const t = useTranslations('directives')
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const [key] = useState(() => newId())
  const [state, dispatch] = useFormAction(takeIn)
  const done = state.status === 'ok'
  const draft = useDraftKeeper({ form, record: `intake:details:${textKey}`, done })
  const { problems, errorOf, kept } = useProblems(state)
  useKeys({ 'Mod+Enter': () => form.current?.requestSubmit() })

  const takenNo = state.status === 'ok' ? state.result.no : null
  useEffect(() => {
    if (takenNo === null) return
    onTaken()
    router.push(`/directives/D${takenNo}/decompose`)
  }, [takenNo, onTaken, router])

  // As an object and not as form data: a form turns every line end into CRLF, and the text is kept as received.
  function submit(fields: FormData) {
    const source = file
      ? { kind: 'file', fileId: file.fileId, key: file.key, name: file.name, encoding: file.encoding }
      : { kind: 'text', text }
    dispatch({ ...Object.fromEntries(fields), source, idempotencyKey: key })
  }

  return (
    <form ref={form} action={submit} noValidate className="grid gap-2">
      <ErrorSummary problems={problems} />
      <Section id="recognised" title={t('intake.recognised')} note={t('intake.recognisedNote')}>
        <MetadataFields proposal={proposal} errorOf={errorOf} kept={kept} />
      </Section>
      <Section id="cleaning" title={t('intake.cleaningTitle')}>
        <IntakeCleaning proposal={proposal} text={text} />
      </Section>
      {proposal.mentions.length > 0 ? (
        <Section id="mentions" title={t('intake.mentionsTitle')}>
          <IntakeMentions proposal={proposal} error={errorOf('secretChecked')} />
        </Section>
      ) : null}
      {proposal.duplicates.length > 0 || errorOf('acceptDuplicate') ? (
        <Section id="duplicates" title={t('intake.duplicatesTitle')}>
          <IntakeDuplicates proposal={proposal} error={errorOf('acceptDuplicate')} />
        </Section>
      ) : null}
      <p className="py-2 text-muted">{t('intake.found', proposal.found)}</p>
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton pendingLabel={t('intake.starting')}>
          {t('intake.start')}
          <Kbd>Ctrl ↵</Kbd>
        </SubmitButton>
        <DraftLine {...draft} />
      </div>
    </form>
  )
}
