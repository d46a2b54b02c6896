'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { DateField } from '@/components/ui/date-field'
import { Select } from '@/components/ui/select'
import { Tag } from '@/components/ui/tag'
import { TextField } from '@/components/ui/text-field'
import type { IntakeProposal, MetadataField } from '@/server/directives/propose-metadata'

type MetadataFieldsProps = {
  proposal: IntakeProposal
  errorOf: (field: string) => string | null
  /** What was typed before an answer came back. */
  kept: (field: string) => string | undefined
}

const KINDS = ['meeting', 'document', 'instruction'] as const
const URGENCIES = ['none', 'urgent', 'extra_urgent'] as const
const MARKS = ['public', 'internal', 'work_secret'] as const

/** Step two: what was recognised, each with the words it was read from, all of it editable; what the text does not say stays empty. */
export function MetadataFields({ proposal, errorOf, kept }: MetadataFieldsProps) {
  const t = useTranslations('directives')
  const valueOf = (field: MetadataField, otherwise = '') =>
    kept(field) ?? proposal.fields[field]?.value ?? otherwise
  const common = (field: MetadataField) => ({
    name: field,
    label: t(`fields.${field}`),
    hint: <Origin found={proposal.fields[field]} />,
    error: errorOf(field),
    className: 'content-start',
  })
  return (
    <div className="grid gap-x-8 gap-y-4 md:grid-cols-2">
      <TextField
        {...common('title')}
        className="content-start md:col-span-2"
        defaultValue={valueOf('title')}
      />
      <TextField {...common('issuer')} defaultValue={valueOf('issuer')} />
      <TextField {...common('docNumber')} defaultValue={valueOf('docNumber')} />
      <Select
        {...common('kind')}
        defaultValue={valueOf('kind')}
        emptyLabel={t('intake.chooseKind')}
        options={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
      <IssuedOn proposal={proposal} defaultValue={valueOf('issuedOn')} error={errorOf('issuedOn')} />
      <TextField {...common('chair')} defaultValue={valueOf('chair')} />
      <Select
        {...common('urgency')}
        hint={<Origin found={isStated(proposal, 'urgency', 'none')} missing={t('intake.noUrgency')} />}
        defaultValue={valueOf('urgency', 'none')}
        options={URGENCIES.map((value) => ({ value, label: t(`urgencies.${value}`) }))}
      />
      <Select
        {...common('marking')}
        hint={<Origin found={proposal.fields.marking} missing={t('intake.noMarking')} />}
        defaultValue={valueOf('marking', 'internal')}
        options={MARKS.map((value) => ({ value, label: t(`marks.${value}`) }))}
      />
    </div>
  )
}

/** A default is no finding: without words in the text it counts as not stated. */
function isStated(proposal: IntakeProposal, field: MetadataField, usual: string) {
  const found = proposal.fields[field]
  return found && (found.read !== null || found.value !== usual) ? found : null
}

function Origin({ found, missing }: { found: { read: string | null } | null; missing?: ReactNode }) {
  const t = useTranslations('directives.intake')
  if (!found) return missing ? <>{missing}</> : <Tag tone="gap">{t('notInText')}</Tag>
  return <>{found.read === null ? t('readFromWhole') : t('readFrom', { words: found.read })}</>
}

/** A day without its year is asked for: the proposal becomes the value only when a person takes it. */
function IssuedOn({
  proposal,
  defaultValue,
  error,
}: {
  proposal: IntakeProposal
  defaultValue: string
  error: string | null
}) {
  const t = useTranslations('directives')
  const [taken, setTaken] = useState<string | null>(null)
  const question = proposal.dateQuestion
  const found = proposal.fields.issuedOn
  return (
    <div className="grid content-start gap-1">
      <DateField
        key={taken ?? ''}
        name="issuedOn"
        label={t('fields.issuedOn')}
        hint={
          question && !found ? (
            <span className="font-semibold text-risk">
              {t('intake.yearMissing', { words: question.read })}
            </span>
          ) : (
            <Origin found={found} />
          )
        }
        defaultValue={taken ?? defaultValue}
        error={error}
      />
      {question && !found && taken === null ? (
        <Button className="justify-self-start" onClick={() => setTaken(question.proposed)}>
          {t('intake.takeDate', { date: question.proposed })}
        </Button>
      ) : null}
    </div>
  )
}
