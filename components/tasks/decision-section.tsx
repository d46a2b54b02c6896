import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Section } from '@/components/shared/section'
import type { Decision } from '@/server/notifications/list-decisions'
import type { DecisionActions } from './decision-card'
import { DecisionList } from './decision-list'

type DecisionSectionProps = {
  rows: readonly Decision[]
  count: number
  today: string
  zone: string
  actions: DecisionActions
}

/** Row 2, right: 待我决定, decided in place; the rest on a page of their own. */
export function DecisionSection({ rows, count, ...rest }: DecisionSectionProps) {
  const t = useTranslations('overview.decisions')
  return (
    <Section
      id="decisions"
      look="page"
      title={t('title')}
      note={<span className="text-note">{t('count', { count })}</span>}
      end={
        <Link href="/decisions" data-count={count}>
          {t('all')}
        </Link>
      }
    >
      <DecisionList rows={rows} {...rest} />
    </Section>
  )
}
