import { useTranslations } from 'next-intl'
import { TextField } from '@/components/ui/text-field'

type Props = { id?: string; recovery?: boolean; error: string | null; size?: 'm' | 'l'; autoFocus?: boolean }

/** The six digits of the authenticator app, or a recovery code. May be pasted, with spaces or without. */
export function CodeField({ id, recovery = false, error, size = 'l', autoFocus }: Props) {
  const t = useTranslations('signin.code')
  return (
    <TextField
      id={id}
      name="code"
      label={t(recovery ? 'recovery' : 'code')}
      hint={t(recovery ? 'recoveryHint' : 'codeHint')}
      size={size}
      autoFocus={autoFocus}
      inputClassName="min-h-11! font-mono tracking-widest"
      inputMode={recovery ? undefined : 'numeric'}
      autoComplete={recovery ? 'off' : 'one-time-code'}
      autoCapitalize={recovery ? 'characters' : 'none'}
      autoCorrect="off"
      spellCheck={false}
      error={error}
    />
  )
}
