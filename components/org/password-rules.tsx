import { useTranslations } from 'next-intl'
import { PASSWORD_MIN_LENGTH } from '@/domain/org/password-rules'

const RULES = ['length', 'phrase', 'own', 'common'] as const

/** What a password must be, read before typing. */
export function PasswordRules({ id }: { id: string }) {
  const t = useTranslations('password')
  return (
    <div id={id} className="bg-surface px-4 py-3">
      <p className="font-semibold">{t('rulesTitle')}</p>
      <ul className="mt-1 grid list-disc gap-1 ps-5">
        {RULES.map((rule) => (
          <li key={rule}>{t(`rules.${rule}`, { min: PASSWORD_MIN_LENGTH })}</li>
        ))}
      </ul>
    </div>
  )
}
