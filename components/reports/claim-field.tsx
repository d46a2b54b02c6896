'use client'

import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { ChipButton } from '@/components/ui/chip'
import { CONTROL, Field, fieldAria } from '@/components/ui/field'

const CHIPS = [25, 50, 75, 100]

type ClaimFieldProps = {
  /** As typed. */
  value: string
  onChange: (value: string) => void
  lastClaimed: number
  verified: number
  error: string | null
}

/** 自报进度: a number and five taps; no slider. Filled with what was claimed last. */
export function ClaimField({ value, onChange, lastClaimed, verified, error }: ClaimFieldProps) {
  const t = useTranslations('reports.compose')
  const input = useRef<HTMLInputElement>(null)
  // As if typed, so that the drafts on this device and on the server learn of it.
  const type = (points: number) => {
    const element = input.current
    if (!element) return
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(element, String(points))
    element.dispatchEvent(new Event('input', { bubbles: true }))
  }
  const hint = t('claimedLast', { claimed: lastClaimed, verified })
  const field = { label: t('claimed'), name: 'claimedProgress', hint, error }
  return (
    <Field {...field}>
      <div className="flex flex-wrap items-center gap-2">
        <span className="relative w-24 max-md:w-full max-md:max-w-[112px]">
          <input
            {...fieldAria(field)}
            ref={input}
            inputMode="numeric"
            autoComplete="off"
            maxLength={3}
            value={value}
            onChange={(event) => onChange(event.target.value.normalize('NFKC').replace(/\D/g, ''))}
            className={`${CONTROL} min-h-12! pe-8! text-section! font-semibold`}
          />
          <span
            aria-hidden
            className="pointer-events-none absolute inset-y-0 end-3 flex items-center text-muted"
          >
            {'%'}
          </span>
        </span>
        <span role="group" aria-label={t('claimed')} className="flex flex-wrap gap-1.5">
          <ChipButton pressed={Number(value) === lastClaimed} onClick={() => type(lastClaimed)}>
            {t('same')}
          </ChipButton>
          {CHIPS.map((chip) => (
            <ChipButton key={chip} pressed={Number(value) === chip} onClick={() => type(chip)}>
              {chip}
            </ChipButton>
          ))}
        </span>
      </div>
    </Field>
  )
}
