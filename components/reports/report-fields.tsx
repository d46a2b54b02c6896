'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { DateText } from '@/components/shared/date-text'
import { DateField } from '@/components/ui/date-field'
import { Disclosure } from '@/components/ui/disclosure'
import { RadioGroup } from '@/components/ui/radio-group'
import { TextArea } from '@/components/ui/text-area'
import { REPORT_KINDS, type ReportKind } from '@/domain/reports/lifecycle'
import type { ReportDraft } from '@/domain/reports/report-input'
import type { ComposerForm } from '@/server/reports/get-composer'
import { ClaimField } from './claim-field'

type ReportFieldsProps = {
  data: ComposerForm
  from: ReportDraft
  kind: ReportKind
  onKind: (kind: ReportKind) => void
  errorOf: (field: string) => string | null
  /** The next step's date as the server read it. */
  readAs: string | null
}

/** What a report says, in the order in which it is thought: how far, what was done, what comes next, what stands in the way. */
export function ReportFields({ data, from, kind, onKind, errorOf, readAs }: ReportFieldsProps) {
  const t = useTranslations('reports.compose')
  const [claimed, setClaimed] = useState(String(from.claimedProgress))
  const [length, setLength] = useState([...from.done].length)
  const done = useRef<HTMLDivElement>(null)
  const chosen = useRef(false)
  const noChange = kind === 'no_change'
  useEffect(() => {
    // 本期无变化 is two taps and a line: the line is ready to be typed.
    if (chosen.current && noChange) done.current?.querySelector('textarea')?.focus()
  }, [noChange])
  const text = 'max-md:text-prose'

  return (
    <>
      <RadioGroup
        legend={t('kind')}
        name="kind"
        look="segmented"
        value={kind}
        onValueChange={(value) => {
          chosen.current = true
          onKind(REPORT_KINDS.find((one) => one === value) ?? 'progress')
        }}
        options={REPORT_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        hint={t(`kindHint.${kind}`)}
      />
      <div hidden={noChange}>
        <ClaimField
          value={claimed}
          onChange={setClaimed}
          lastClaimed={data.claimed}
          verified={data.verified}
          error={errorOf('claimedProgress')}
        />
      </div>
      <div ref={done} className="grid gap-1">
        <TextArea
          name="done"
          label={t(noChange ? 'reason' : kind === 'completion' ? 'doneCompletion' : 'done')}
          hint={t(noChange ? 'reasonHint' : 'doneHint')}
          defaultValue={from.done}
          error={errorOf('done')}
          rows={noChange ? 2 : 5}
          onInput={(event) => setLength([...event.currentTarget.value.trim()].length)}
          inputClassName={text}
        />
        <p className="justify-self-end text-note text-muted">{t('count', { count: length })}</p>
      </div>
      <div hidden={noChange} className="grid gap-6 [&[hidden]]:hidden">
        <div className="grid gap-3">
          <TextArea
            name="nextStep"
            label={t('nextStep')}
            hint={data.open === null && from.nextStep !== '' ? t('nextStepPrefilled') : undefined}
            defaultValue={from.nextStep}
            error={errorOf('nextStep')}
            rows={3}
            inputClassName={text}
          />
          <div>
            <DateField
              name="nextStepOn"
              label={t('nextStepOn')}
              defaultValue={from.nextStepOn ?? ''}
              error={errorOf('nextStepOn')}
            />
            {readAs ? (
              <p className="-mt-5 text-note text-muted">
                {t.rich('readAs', { on: () => <DateText on={readAs} look="prose" /> })}
              </p>
            ) : null}
          </div>
        </div>
        <div className="grid gap-2">
          <TextArea
            name="difficulty"
            label={t('difficulty')}
            note={t('optional')}
            defaultValue={from.difficulty}
            error={errorOf('difficulty')}
            rows={2}
            inputClassName={text}
          />
          <Disclosure summary={t('help')} open={from.helpNeeded !== '' || undefined}>
            <TextArea
              name="helpNeeded"
              label={t('help')}
              hideLabel
              defaultValue={from.helpNeeded}
              error={errorOf('helpNeeded')}
              rows={2}
              inputClassName={text}
            />
          </Disclosure>
        </div>
      </div>
    </>
  )
}
