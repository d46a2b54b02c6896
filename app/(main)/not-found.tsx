import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'

/** As app/not-found.tsx, inside the shell: there is one main already. */
export default function NotFound() {
  const t = useTranslations('shell.notFound')
  return (
    <div className="grid max-w-[640px] gap-4 py-6">
      <h1 className="text-page">{t('title')}</h1>
      <p className="text-prose">{t('text')}</p>
      <p>
        <ButtonLink href="/">{t('home')}</ButtonLink>
      </p>
    </div>
  )
}
