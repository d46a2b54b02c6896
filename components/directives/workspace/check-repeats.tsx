import { useTranslations } from 'next-intl'
import { textLang } from '@/components/reports/text-lang'
import { Section } from '@/components/shared/section'
import { Head } from '@/components/tasks/alike-list'
import type { CheckPage } from '@/server/directives/workspace/get-check-page'

/** 与在办事项重复: what tasks here repeat of those in force, the two sentences side by side; a warning, nothing blocks. */
export function CheckRepeats({ page }: { page: CheckPage }) {
  const t = useTranslations('requirements')
  const cards = page.cards.filter((card) => page.repeats[card.id])
  if (cards.length === 0) return null
  return (
    <Section id="repeats" title={t('repeats')} note={cards.length}>
      <p className="mb-3 max-w-[42em] text-muted">{t('repeatsCount', { count: cards.length })}</p>
      <ul className="grid gap-5">
        {cards.map((card) => (
          <li key={card.id} className="grid gap-2">
            {(page.repeats[card.id] ?? []).map((like) => (
              <div key={like.taskId} className="grid gap-x-6 gap-y-2 md:grid-cols-2">
                <div className="grid content-start gap-1 border-s-2 border-brand ps-3">
                  <p className="leading-6">
                    <span className="me-2 text-note text-muted">{t('thisOne')}</span>
                    <a href={`#task-${card.id}`} className="underline underline-offset-3">
                      {`T${card.no} ${card.title}`}
                    </a>
                  </p>
                  <blockquote lang={textLang(card.title)} className="text-muted">
                    {card.quotes.join('')}
                  </blockquote>
                </div>
                <div className="grid content-start gap-1 border-s-2 border-edge ps-3">
                  <Head one={like} percent={like.percent} />
                  <blockquote lang={textLang(like.quote)} className="text-muted">
                    {like.quote}
                  </blockquote>
                </div>
              </div>
            ))}
          </li>
        ))}
      </ul>
    </Section>
  )
}
