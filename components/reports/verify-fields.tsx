'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { CONTROL, Field, fieldAria } from '@/components/ui/field'
import { Kbd } from '@/components/ui/kbd'
import { RadioGroup } from '@/components/ui/radio-group'
import { VERIFICATION_BASES, type VerificationBasis } from '@/domain/reports/report'
import type { ReportView } from '@/server/reports/read-report-view'

type VerifyFieldsProps = {
  report: ReportView
  /** The id of a field by its name. */
  idOf: (name: string) => string
  verified: string
  onVerified: (value: string) => void
  basis: VerificationBasis | null
  onBasis: (basis: VerificationBasis) => void
  errorOf: (field: string) => string | null
}

/** 自报, hollow, beside 核实, solid, with what the verification rests on: two figures that are never one. */
export function VerifyFields(props: VerifyFieldsProps) {
  const { report, idOf, verified, onVerified, basis, onBasis, errorOf } = props
  const t = useTranslations('review')
  const points = Math.min(100, Number(verified) || 0)
  const field = {
    label: t('verified'),
    name: 'verifiedProgress',
    id: idOf('verifiedProgress'),
    error: errorOf('verifiedProgress'),
  }
  return (
    <div className="grid grid-cols-2 gap-6 border-b pb-4 max-md:grid-cols-1 max-md:gap-4">
      <div className="grid content-start gap-1">
        <p className="font-semibold">{t('claimed')}</p>
        <p className="flex items-center gap-3">
          <b className="text-page">{`${report.claimed}%`}</b>
          <span aria-hidden data-bar className="block h-3 w-30 border border-brand">
            <span
              className="block h-full border-e border-brand bg-bg"
              style={{ width: `${report.claimed}%` }}
            />
          </span>
        </p>
        <p className="text-note text-muted">
          {report.last
            ? t('lastFigures', { claimed: report.last.claimed, verified: report.verified })
            : t('first_report', { verified: report.verified })}
        </p>
      </div>
      <div className="grid content-start gap-2">
        <Field {...field}>
          <span className="flex flex-wrap items-center gap-2">
            <input
              {...fieldAria(field)}
              inputMode="numeric"
              autoComplete="off"
              maxLength={3}
              value={verified}
              onChange={(event) => onVerified(event.target.value.normalize('NFKC').replace(/\D/g, ''))}
              className={`${CONTROL} min-h-9! w-18! text-end text-section! font-semibold`}
            />
            <span aria-hidden>{'%'}</span>
            <span aria-hidden data-bar className="block h-3 w-30 border border-line">
              <span className="block h-full bg-brand" style={{ width: `${points}%` }} />
            </span>
            <Button size="s" onClick={() => onVerified(String(report.claimed))}>
              {t('sameAsClaimed')} <Kbd>{'='}</Kbd>
            </Button>
          </span>
        </Field>
        <RadioGroup
          legend={t('basis')}
          hideLegend
          name="basis"
          id={idOf('basis')}
          look="segmented"
          value={basis ?? ''}
          onValueChange={(value) => {
            const found = VERIFICATION_BASES.find((one) => one === value)
            if (found) onBasis(found)
          }}
          options={VERIFICATION_BASES.map((value) => ({ value, label: t(`bases.${value}`) }))}
          error={errorOf('basis')}
        />
      </div>
    </div>
  )
}
