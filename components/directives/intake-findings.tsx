'use client'

import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useState } from 'react'
import { DateText } from '@/components/shared/date-text'
import { Checkbox } from '@/components/ui/checkbox'
import { ChipButton } from '@/components/ui/chip'
import { FieldError } from '@/components/shared/field-error'
import type { CleaningKind } from '@/domain/directives/decomposition'
import type { IntakeProposal } from '@/server/directives/propose-metadata'

const PREVIEW = 20_000
/** What readers notice first stands first. */
const KINDS = [
  'pinyin',
  'punctuation',
  'width',
  'wrap',
  'tag',
  'entity',
  'escape',
  'footnote',
  'page',
  'script',
  'control',
] as const satisfies readonly CleaningKind[]

/** Step three: what was set aside for reading, with a switch between the text as received and as cleaned. */
export function IntakeCleaning({ proposal, text }: { proposal: IntakeProposal; text: string }) {
  const t = useTranslations('directives.intake')
  const [received, setReceived] = useState(false)
  const { counts, traditional } = proposal.cleaning
  const parts = KINDS.filter((kind) => counts[kind]).map((kind) =>
    t(`cleaning.${kind}`, { count: counts[kind] ?? 0 }),
  )
  const done = [
    ...(parts.length ? [t('cleaned', { parts: parts.join(t('listComma')) })] : []),
    ...(traditional ? [t('simplified')] : []),
  ]
  return (
    <div className="grid gap-3">
      <p>{done.length ? t('cleanedKept', { done: done.join(t('semicolon')) }) : t('nothingToClean')}</p>
      <div role="group" aria-label={t('whichText')} className="flex gap-2">
        <ChipButton pressed={!received} onClick={() => setReceived(false)}>
          {t('cleanedText')}
        </ChipButton>
        <ChipButton pressed={received} onClick={() => setReceived(true)}>
          {t('receivedText')}
        </ChipButton>
      </div>
      <div
        tabIndex={0}
        lang={received || proposal.language !== 'zh-Hant' ? proposal.language : 'zh-Hans'}
        role="region"
        aria-label={t(received ? 'receivedText' : 'cleanedText')}
        className="measure max-h-96 overflow-auto border-s-3 border-edge ps-4 text-directive whitespace-pre-wrap"
      >
        {received ? text.slice(0, PREVIEW) : proposal.cleaned}
      </div>
      {text.length > PREVIEW ? (
        <p className="text-note text-muted">{t('previewOnly', { count: PREVIEW })}</p>
      ) : null}
    </div>
  )
}

/** Step four: directives that look like this one; going on all the same is a choice of its own, offered too for a number typed by hand. */
export function IntakeDuplicates({ proposal, error }: { proposal: IntakeProposal; error: string | null }) {
  const t = useTranslations('directives')
  return (
    <div className="grid gap-3 border-s-4 border-risk-edge ps-4">
      {proposal.duplicates.length > 0 ? (
        <p className="font-semibold text-risk">
          {t('intake.duplicates', { count: proposal.duplicates.length })}
        </p>
      ) : null}
      <ul className="grid gap-2">
        {proposal.duplicates.map((one) => (
          <li key={one.no} className="flex flex-wrap gap-x-3">
            <Link href={`/directives/D${one.no}`} target="_blank">
              {`D${one.no} ${one.title}`}
            </Link>
            {one.docNumber ? <span>{one.docNumber}</span> : null}
            {one.issuedOn ? <DateText on={one.issuedOn} /> : null}
            <span className="text-muted">
              {t(`intake.sameBy.${one.how}`, { percent: one.percent ?? 0 })}
              {t('intake.listComma')}
              {t(`statuses.${one.status}`)}
            </span>
          </li>
        ))}
      </ul>
      <Checkbox
        id="acceptDuplicate"
        name="acceptDuplicate"
        label={t('intake.acceptDuplicate')}
        aria-describedby={error ? 'acceptDuplicate-error' : undefined}
      />
      <FieldError field="acceptDuplicate">{error}</FieldError>
    </div>
  )
}

/** Words of secrecy inside sentences: no refusal, a question that a person answers. */
export function IntakeMentions({ proposal, error }: { proposal: IntakeProposal; error: string | null }) {
  const t = useTranslations('directives.intake')
  return (
    <div className="grid gap-3 border-s-4 border-risk-edge ps-4">
      <p className="font-semibold text-risk">{t('mentions')}</p>
      <ul className="grid gap-1">
        {proposal.mentions.map(({ before, word, after }, index) => (
          <li key={index}>
            <span className="text-muted">{before}</span>
            <b>{word}</b>
            <span className="text-muted">{after}</span>
          </li>
        ))}
      </ul>
      <Checkbox
        id="secretChecked"
        name="secretChecked"
        label={t('secretChecked')}
        aria-describedby={error ? 'secretChecked-error' : undefined}
      />
      <FieldError field="secretChecked">{error}</FieldError>
    </div>
  )
}
