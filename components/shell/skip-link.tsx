import { useTranslations } from 'next-intl'

/** The first stop of the Tab key: past the navigation, to the text. */
export function SkipLink() {
  const t = useTranslations('shell')
  return (
    <a
      href="#main"
      className="sr-only focus:not-sr-only focus:fixed focus:start-2 focus:top-1 focus:z-30 focus:bg-bg focus:px-3 focus:py-2 print:hidden"
    >
      {t('skip')}
    </a>
  )
}
