'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'

/** A chosen item inside a combobox: its value travels in a hidden input, its cross takes it away (24 px, 36 on a phone). */
export function Token({
  name,
  value,
  label,
  onRemove,
}: {
  name: string
  value: string
  label: string
  onRemove: () => void
}) {
  const t = useTranslations('common')
  return (
    <span className="inline-flex min-h-6 items-center rounded bg-raised ps-2">
      <input type="hidden" name={name} value={value} />
      {label}
      <button
        type="button"
        onClick={onRemove}
        aria-label={t('remove', { what: label })}
        title={t('remove', { what: label })}
        className="ms-1 inline-flex size-6 items-center justify-center rounded text-muted hover:text-text max-md:size-9"
      >
        <X className="size-4" />
      </button>
    </span>
  )
}
