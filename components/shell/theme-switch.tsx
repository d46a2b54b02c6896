'use client'

import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { RadioGroup } from '@/components/ui/radio-group'
import { THEMES, type Theme } from '@/lib/display-cookies'
import type { FormAction } from './language-switch'

/** Light, dark, or as the system: applies at once and is kept in this browser. */
export function ThemeSwitch({ theme, action }: { theme: Theme; action: FormAction }) {
  const t = useTranslations('shell')
  const form = useRef<HTMLFormElement>(null)
  return (
    <form ref={form} action={action} onChange={() => form.current?.requestSubmit()}>
      <RadioGroup
        key={theme}
        legend={t('theme.label')}
        name="theme"
        look="segmented"
        defaultValue={theme}
        options={THEMES.map((value) => ({ value, label: t(`theme.${value}`) }))}
      />
      <noscript>
        <button type="submit" className="ms-2 min-h-8 text-link">
          {t('apply')}
        </button>
      </noscript>
    </form>
  )
}
