'use client'

import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import type { FormAction } from './language-switch'

/** The off switch of single-letter keys (WCAG 2.1.4). */
export function KeysSwitch({ on, action }: { on: boolean; action: FormAction }) {
  const t = useTranslations('shell')
  const form = useRef<HTMLFormElement>(null)
  return (
    <form ref={form} action={action} onChange={() => form.current?.requestSubmit()}>
      <Checkbox
        key={String(on)}
        name="keys"
        value="on"
        defaultChecked={on}
        label={t('keysOn')}
        hint={t('keysOnHint')}
      />
      <noscript>
        <button type="submit" className="ms-2 min-h-8 text-link">
          {t('apply')}
        </button>
      </noscript>
    </form>
  )
}
