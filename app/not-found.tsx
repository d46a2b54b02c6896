import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'

/** The same page for what does not exist and for what this person may not read. */
export default function NotFound() {
  const t = useTranslations('shell.notFound')
  return (
    <main id="main" className="mx-auto grid max-w-[640px] gap-4 px-4 py-12">
      <h1 className="text-page">{t('title')}</h1>
      <p className="text-prose">{t('text')}</p>
      <p>
        <ButtonLink href="/">{t('home')}</ButtonLink>
      </p>
    </main>
  )
}
