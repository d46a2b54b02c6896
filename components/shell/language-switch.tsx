import { useLocale, useTranslations } from 'next-intl'
import type { ButtonHTMLAttributes } from 'react'

export type FormAction = (form: FormData) => Promise<void>

/** The other language, in its own words. A form: works before any script, keeps the address. */
export function LanguageSwitch({
  action,
  className,
}: {
  action: FormAction
  className?: ButtonHTMLAttributes<HTMLButtonElement>['className']
}) {
  const t = useTranslations('shell')
  const other = useLocale() === 'en' ? 'zh-CN' : 'en'
  return (
    <form action={action} className="contents">
      <button
        type="submit"
        name="locale"
        value={other}
        lang={other}
        className={
          className ?? 'inline-flex min-h-8 items-center rounded px-2 hover:bg-surface max-md:min-h-11'
        }
      >
        {t('otherLanguage')}
      </button>
    </form>
  )
}
