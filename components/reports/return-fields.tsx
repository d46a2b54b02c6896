'use client'

import { useTranslations } from 'next-intl'
import { RadioGroup } from '@/components/ui/radio-group'
import { TextArea } from '@/components/ui/text-area'
import { RETURN_KINDS, type ReturnKind } from '@/domain/reports/report'

type ReturnFieldsProps = {
  hidden: boolean
  /** The id of a field by its name. */
  idOf: (name: string) => string
  no: number
  seq: number
  kind: ReturnKind | null
  onKind: (kind: ReturnKind) => void
  reason: string
  onReason: (reason: string) => void
  errorOf: (field: string) => string | null
}

/** 退回: what kind of fault, and what to change. */
export function ReturnFields({
  hidden,
  idOf,
  no,
  seq,
  kind,
  onKind,
  reason,
  onReason,
  errorOf,
}: ReturnFieldsProps) {
  const t = useTranslations('review')
  return (
    <div hidden={hidden} className="grid gap-3">
      <h2 className="text-[16px] leading-6">{t('returnTitle', { no, seq })}</h2>
      <RadioGroup
        legend={t('returnKind')}
        hideLegend
        name="returnKind"
        id={idOf('returnKind')}
        look="segmented"
        value={kind ?? ''}
        onValueChange={(value) => {
          const found = RETURN_KINDS.find((one) => one === value)
          if (found) onKind(found)
        }}
        options={RETURN_KINDS.map((value) => ({ value, label: t(`returnKinds.${value}`) }))}
        error={errorOf('returnKind')}
      />
      <TextArea
        name="reason"
        id={idOf('reason')}
        label={t('returnReason')}
        hint={t('returnHint')}
        rows={3}
        value={reason}
        onChange={(event) => onReason(event.target.value)}
        error={errorOf('reason')}
      />
    </div>
  )
}
