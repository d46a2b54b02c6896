'use client'

import { Eye, EyeOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { CONTROL, Field, fieldAria, type FieldProps } from '@/components/ui/field'
import { cx } from '@/lib/cx'

type Props = Pick<FieldProps, 'label' | 'name' | 'id' | 'hint' | 'error'> & {
  autoComplete: 'current-password' | 'new-password'
}

/** A password that can be shown, pasted and filled in by a manager. */
export function PasswordField({ label, name, id, hint, error, autoComplete }: Props) {
  const t = useTranslations('password')
  const [shown, setShown] = useState(false)
  return (
    <Field {...{ label, name, id, hint, error }}>
      <span className="relative block">
        <input
          {...fieldAria({ name, id, hint, error })}
          type={shown ? 'text' : 'password'}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          className={cx(CONTROL, 'min-h-11! pe-24! text-prose!')}
        />
        <Button
          variant="quiet"
          size="s"
          icon={shown ? <EyeOff aria-hidden className="size-4" /> : <Eye aria-hidden className="size-4" />}
          aria-pressed={shown}
          aria-label={t('showLabel')}
          className="absolute end-1.5 top-1/2 -translate-y-1/2 max-md:min-h-9!"
          onClick={() => setShown(!shown)}
        >
          {shown ? t('hide') : t('show')}
        </Button>
      </span>
    </Field>
  )
}
