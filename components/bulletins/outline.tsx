import { useTranslations } from 'next-intl'
import type { BulletinContent } from '@/domain/bulletins/content'

/** 提纲: the sections, each a step down the page. */
export function Outline({ content }: { content: BulletinContent }) {
  const t = useTranslations('bulletins')
  return (
    <nav aria-label={t('page.outline')} className="bulletin-outline print:hidden">
      <h2 className="text-note font-semibold text-muted">{t('page.outline')}</h2>
      <ol>
        {content.sections
          .filter(({ paragraphs, tables }) => paragraphs.length + tables.length > 0)
          .map(({ key, paragraphs, tables }) => (
            <li key={key}>
              <a href={`#s-${key}`} className="flex min-h-8 items-center justify-between gap-2">
                {t(`sections.${key}`)}
                <span aria-hidden className="text-note text-muted">
                  {paragraphs.length + tables.length}
                </span>
              </a>
            </li>
          ))}
      </ol>
    </nav>
  )
}
