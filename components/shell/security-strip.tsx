import { useTranslations } from 'next-intl'

/** On every page: what this system is for, and what must never be entered. */
export function SecurityStrip() {
  const t = useTranslations('shell')
  return (
    <p className="min-h-6 border-b bg-surface px-4 text-center text-[12px] leading-[23px] text-muted print:hidden">
      {t('strip')}
    </p>
  )
}
